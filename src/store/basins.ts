/** The basin map beside the results: which one is wanted, the grids that have come so far, and how far the work is. Loaded with its panel. */
import { createStore } from 'zustand/vanilla'
import { useStore as useZustand } from 'zustand'
import { refuseMap, tilesOf, type MapJob, type TileAnswer } from '../core/ensembles/job.ts'
import { sameChance } from '../core/experiment/chance.ts'
import type { Experiment } from '../core/experiment/experiment.ts'
import { sameMethodOf } from '../core/experiment/methods.ts'
import { sameDisturbance } from '../core/experiment/noise.ts'
import { makeMapWorker } from '../worker/page.ts'
import { missing, wholeOf, withAnswer, type Grid } from './basin-grids.ts'
import { NO_WORK, type MapWork } from './map-work.ts'
import { sameChoice, sameGround, sameMethod } from './same.ts'
import { store } from './store.ts'
import { createTiled, type TiledParts } from './tiled.ts'
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

/** Detail of the map under way. */
let size = 0

const tiled = createTiled<MapJob, TileAnswer>({
  makeWorker: makeMapWorker,
  tiles: (job) => tilesOf(job, size),
  first: (all) => all.filter(({ shape }) => shape === all[0].shape),
  missing: (job, tiles) => missing(basins.getState().grids, job, tiles),
  work: () => basins.getState().work,
  tell: (work, says) => basins.setState({ work, ...(says !== undefined && { says }) }),
  receive(answer, work) {
    const { grids: before, job, revision } = basins.getState()
    if (job === undefined) return
    const grids = withAnswer(before, job, answer)
    basins.setState({ revision: revision + 1, grids, whole: wholeOf(grids), work })
  },
})

/** Keeps the map at the present experiment for as long as somebody looks at it. Returns the way to look away. */
export const startBasins = whileLooked((parts?: TiledParts<MapJob, TileAnswer>) => {
  const close = tiled.open(parts)
  const stop = store.subscribe(refresh)
  refresh()
  return () => {
    stop()
    close()
    basins.setState({ ...NOTHING, revision: basins.getState().revision + 1 }, true)
  }
})

/** Gives up the work; what has come stays. */
export const cancelBasins = tiled.cancel

/** Goes on where it was given up. */
export function resumeBasins(): void {
  const { job } = basins.getState()
  if (job !== undefined) begin(job, false)
}

function refresh(): void {
  const { experiment: e, results, session } = store.getState()
  if (e.basins === undefined) return
  const now = basins.getState()
  const { run, against } = e.basins
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
    if (size === e.basins.size && (!tiled.coarse() || session.dragging || now.work.state === 'working')) return
    return begin(now.job, session.dragging)
  }
  if (!tiled.waits(refresh)) begin(job, session.dragging)
}

/** Gives up what is under way; a picture of the same landscape stays until there is another. */
function put(e: Experiment, next: Pick<Basins, 'job' | 'says'>): void {
  tiled.cancel()
  const { revision, whole } = basins.getState()
  const kept = whole !== undefined && next.says === undefined && sameSpace(whole.job.experiment, e) ? whole : undefined
  basins.setState({ ...NOTHING, revision: revision + 1, ...next, grids: kept ? [kept] : [], whole: kept }, true)
}

const sameSpace = (a: Experiment, b: Experiment): boolean => a.domain.length === b.domain.length && sameChoice(a.landscape, b.landscape)

function begin(job: MapJob, first: boolean): void {
  if (basins.getState().job !== job) put(job.experiment, { job, says: undefined })
  size = store.getState().experiment.basins?.size ?? size
  tiled.begin(job, first)
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
