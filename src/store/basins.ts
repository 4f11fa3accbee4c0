/** The basin map beside the results: which one is wanted, the grids that have come so far, and how far the work is. Loaded with its panel. */
import { createStore } from 'zustand/vanilla'
import { useStore as useZustand } from 'zustand'
import { refuseMap, tilesOf, type MapJob, type TileAnswer } from '../core/ensembles/job.ts'
import { sameChance } from '../core/experiment/chance.ts'
import type { Experiment } from '../core/experiment/experiment.ts'
import { sameMethodOf } from '../core/experiment/methods.ts'
import { sameDisturbance } from '../core/experiment/noise.ts'
import { makeMapWorker, pageClock, poolSize } from '../worker/page.ts'
import { createPool, type Pool, type PoolOptions } from '../worker/pool.ts'
import { missing, wholeOf, withAnswer, type Grid } from './basin-grids.ts'
import { comparedRun, mappedRun } from './looking.ts'
import { NO_WORK, type MapWork } from './map-work.ts'
import { sameChoice, sameGround, sameMethod } from './same.ts'
import { noteInterpreted } from './speed.ts'
import { store } from './store.ts'
import { whileLooked } from './while-looked.ts'

export interface Basins {
  /** Rises with every cell that comes. */
  readonly revision: number
  /** What is wanted. */
  readonly job: MapJob | undefined
  /** From coarse to fine, the later over the earlier: the finest whole one first, of an older job where the present one has none yet. */
  readonly grids: readonly Grid[]
  /** The finest whole grid. */
  readonly whole: Grid | undefined
  readonly work: MapWork
  /** Why there is no map, as a sentence. */
  readonly says: string | undefined
}

const NOTHING: Basins = { revision: 0, job: undefined, grids: [], whole: undefined, work: NO_WORK, says: undefined }

export const basins = createStore<Basins>()(() => NOTHING)

export function useBasins<T>(selector: (state: Basins) => T): T {
  return useZustand(basins, selector)
}

/** In a drag a first look under way may be finished before the next is begun, for so long, in ms. */
const PATIENCE = 250
/** A drag that stands still for so long gets the finer grids too, in ms. */
const REST = 200

let pool: Pool<MapJob> | undefined
/** Detail of the map under way, and whether only its first look was asked for. */
let size = 0
let coarse = false
let late: (() => void) | undefined

/** Keeps the map at the present experiment for as long as somebody looks at it. Returns the way to look away. */
export const startBasins = whileLooked((parts?: Pick<PoolOptions<MapJob, TileAnswer>, 'makeWorker' | 'size' | 'clock'>) => {
  const { makeWorker, size: workers, clock } = parts ?? { makeWorker: makeMapWorker<MapJob, TileAnswer>, size: poolSize(), clock: pageClock }
  pool = createPool<MapJob, TileAnswer>({ makeWorker, size: workers, clock, receive, done, trouble, interprets: noteInterpreted })
  const stop = store.subscribe(refresh)
  refresh()
  return () => {
    stop()
    pool?.stop()
    wait(undefined)
    pool = undefined
    basins.setState({ ...NOTHING, revision: basins.getState().revision + 1 }, true)
  }
})

/** Gives up the work; what has come stays. */
export function cancelBasins(): void {
  pool?.cancel()
  wait(undefined)
  const { work } = basins.getState()
  if (work.state === 'working') basins.setState({ work: { ...work, state: 'cancelled' } })
}

/** Goes on where it was given up. */
export function resumeBasins(): void {
  const { job } = basins.getState()
  if (job !== undefined) begin(job, false)
}

function refresh(): void {
  const { experiment: e, results, session } = store.getState()
  if (e.basins === undefined) return
  const now = basins.getState()
  const [run, against] = [mappedRun(e), comparedRun(e)]
  const says = refuseMap(e, run) ?? (against === undefined ? undefined : refuseMap(e, against))
  if (says !== undefined) {
    if (now.says !== says) put(e, { job: undefined, says })
    return
  }
  const { critical, delivered } = results
  if (critical?.done !== true || !delivered?.critical || !sameGround(delivered.critical, e)) {
    // Without the minima of this ground no start has an end; the old ones are of no use.
    if (now.job !== undefined && !sameGround(now.job.experiment, e)) put(e, { job: undefined, says: undefined })
    return
  }
  const job: MapJob = { experiment: e, run, ...(against !== undefined && { against }), critical: critical.points, partial: critical.partial ?? false }
  if (now.job !== undefined && sameJob(now.job, job)) {
    if (size === e.basins.size && (!coarse || session.dragging || now.work.state === 'working')) return
    return begin(now.job, session.dragging)
  }
  // Always beginning anew would show no map at all in a drag.
  const left = coarse && session.dragging && now.work.state === 'working' ? now.work.began + PATIENCE - performance.now() : 0
  if (left > 0) wait(refresh, left)
  else begin(job, session.dragging)
}

/** Gives up what is under way; a picture of the same landscape stays until there is another. */
function put(e: Experiment, next: Pick<Basins, 'job' | 'says'>): void {
  pool?.cancel()
  wait(undefined)
  const { revision, whole } = basins.getState()
  const kept = whole !== undefined && next.says === undefined && sameSpace(whole.job.experiment, e) ? whole : undefined
  basins.setState({ ...NOTHING, revision: revision + 1, ...next, grids: kept ? [kept] : [], whole: kept }, true)
}

const sameSpace = (a: Experiment, b: Experiment): boolean => a.domain.length === b.domain.length && sameChoice(a.landscape, b.landscape)

function begin(job: MapJob, first: boolean): void {
  const before = basins.getState()
  if (before.job !== job) put(job.experiment, { job, says: undefined })
  const { grids } = basins.getState()
  size = store.getState().experiment.basins?.size ?? size
  coarse = first
  const all = tilesOf(job, size)
  const wanted = first ? all.filter(({ shape }) => shape === all[0].shape) : all
  const tiles = missing(grids, job, wanted)
  const cells = (some: typeof all): number => some.reduce((sum, { from, to }) => sum + to - from, 0)
  const total = cells(wanted)
  wait(undefined)
  basins.setState({ work: { state: tiles.length > 0 ? 'working' : 'done', done: total - cells([...tiles]), total, began: performance.now() } })
  if (tiles.length > 0) pool?.start(job, tiles)
}

function receive(answer: TileAnswer): void {
  const { grids: before, job, revision, work } = basins.getState()
  if (job === undefined) return
  const grids = withAnswer(before, job, answer)
  basins.setState({ revision: revision + 1, grids, whole: wholeOf(grids), work: { ...work, done: work.done + answer.to - answer.from } })
}

function done(): void {
  const { work, job } = basins.getState()
  basins.setState({ work: { ...work, state: 'done' } })
  if (!coarse || job === undefined) return
  if (store.getState().session.dragging) wait(() => begin(job, false), REST)
  else begin(job, false)
}

function trouble(says: string): void {
  basins.setState({ work: { ...basins.getState().work, state: 'cancelled' }, says })
}

/** One thing at a time is put off; undefined takes it back. */
function wait(then: (() => void) | undefined, ms = 0): void {
  if (then !== undefined && late !== undefined) return
  late?.()
  late = then && pageClock.after(ms, () => {
    late = undefined
    then()
  })
}

function sameJob(a: MapJob, b: MapJob): boolean {
  const [one, other] = [a.experiment, b.experiment]
  const alike = (run: number, twin: number): boolean => {
    const [mine, its] = [one.runs[run], other.runs[twin]]
    return sameMethod(mine, its) && sameMethodOf(one, other, mine.optimizer) && sameChance(one, other, mine)
  }
  return (
    a.critical === b.critical && one.steps === other.steps && sameGround(one, other) && sameDisturbance(one, other)
    && alike(a.run, b.run) && (a.against === undefined || b.against === undefined ? a.against === b.against : alike(a.against, b.against))
  )
}
