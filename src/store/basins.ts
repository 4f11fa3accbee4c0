/** The basin map beside the results: which one is wanted, the grids that have come so far, and how far the work is. Loaded with its panel. */
import { createStore } from 'zustand/vanilla'
import { useStore as useZustand } from 'zustand'
import { FATES, minimaOf, refuseMap, tilesOf, type MapJob, type TileAnswer } from '../core/ensembles/job.ts'
import { sameChance } from '../core/experiment/chance.ts'
import { sameMethodOf } from '../core/experiment/methods.ts'
import { sameDisturbance } from '../core/experiment/noise.ts'
import type { Box } from '../core/landscape.ts'
import { makeMapWorker, pageClock, poolSize } from '../worker/page.ts'
import { createPool, type Pool, type PoolOptions } from '../worker/pool.ts'
import { mappedRun } from './looking.ts'
import { sameGround, sameMethod } from './same.ts'
import { store } from './store.ts'

/** One resolution of a map; cells that have not come yet are EMPTY. */
export interface Grid {
  readonly shape: readonly number[]
  readonly fate: Int16Array
  readonly steps: Uint32Array
  readonly end: Float64Array
  /** Cells that have come. */
  filled: number
}

export const EMPTY = -32_768

export interface Basins {
  readonly revision: number
  /** What the grids show. */
  readonly job: MapJob | undefined
  /** From coarse to fine: the finest whole one and what comes after it. */
  readonly grids: readonly Grid[]
  readonly domain: Box
  /** Cells that have been computed of those that are wanted, and when that began, in ms. */
  readonly done: number
  readonly total: number
  readonly began: number
  /** How long it has taken so far, in ms. */
  readonly spent: number
  readonly state: 'waiting' | 'working' | 'done' | 'cancelled'
  /** Why there is no map, as a sentence. */
  readonly says: string | undefined
}

const NOTHING: Basins = { revision: 0, job: undefined, grids: [], domain: [], done: 0, total: 0, began: 0, spent: 0, state: 'waiting', says: undefined }

export const basins = createStore<Basins>()(() => NOTHING)

export function useBasins<T>(selector: (state: Basins) => T): T {
  return useZustand(basins, selector)
}

/** In a drag a map under way may finish its first grid before the next is begun, for so long, in ms. */
const PATIENCE = 250

let users = 0
let pool: Pool | undefined
let stop: (() => void) | undefined
let size = 0
let coarse = false
let late: (() => void) | undefined

/** Keeps the map at the present experiment for as long as somebody looks at it. Returns the way to look away. */
export function startBasins(parts: Partial<Pick<PoolOptions, 'makeWorker' | 'size' | 'clock'>> = {}): () => void {
  users++
  if (users === 1) {
    pool = createPool({ makeWorker: makeMapWorker, size: poolSize(), clock: pageClock, ...parts, receive, done, trouble })
    stop = store.subscribe(refresh)
    refresh()
  }
  return () => {
    users--
    if (users > 0) return
    stop?.()
    pool?.stop()
    late?.()
    pool = undefined
    basins.setState({ ...NOTHING, revision: basins.getState().revision + 1 }, true)
  }
}

/** Gives up the work; what has come stays. */
export function cancelBasins(): void {
  pool?.cancel()
  if (basins.getState().state === 'working') basins.setState({ state: 'cancelled' })
}

/** Goes on where it was given up. */
export function resumeBasins(): void {
  const { job } = basins.getState()
  if (job !== undefined) begin(job)
}

function refresh(): void {
  const { experiment: e, results, session } = store.getState()
  if (e.basins === undefined) return
  const now = basins.getState()
  const run = mappedRun(e)
  const says = refuseMap(e, run)
  if (says !== undefined) {
    if (now.says === says) return
    pool?.cancel()
    basins.setState({ ...NOTHING, revision: now.revision + 1, says }, true)
    return
  }
  if (results.critical === undefined) return
  const job: MapJob = { experiment: e, run, critical: results.critical.points, partial: results.critical.partial ?? false }
  const same = now.job !== undefined && sameJob(now.job, job)
  if (same && size === e.basins.size && (!coarse || session.dragging)) return
  // Always beginning anew would show no map at all in a drag.
  const under = now.state === 'working' && coarse && session.dragging
  if (under && !same && performance.now() - now.began < PATIENCE) {
    late ??= pageClock.after(PATIENCE, () => {
      late = undefined
      refresh()
    })
    return
  }
  begin(job)
}

function begin(job: MapJob): void {
  const { experiment: { domain, basins: wanted } } = job
  size = wanted?.size ?? size
  coarse = store.getState().session.dragging
  const all = tilesOf(domain, size)
  const tiles = coarse ? all.filter(({ shape }) => shape.join() === all[0].shape.join()) : all
  const before = basins.getState()
  const keeps = before.job !== undefined && sameGround(before.job.experiment, job.experiment)
  const total = tiles.reduce((sum, { from, to }) => sum + to - from, 0)
  // The old picture stays until the new one begins to come, on the same ground.
  basins.setState({
    revision: before.revision + 1, job, domain, done: 0, total, began: performance.now(), spent: 0, state: 'working', says: undefined,
    grids: keeps ? before.grids.slice(0, 1).map((grid) => ({ ...grid, filled: 0 })) : [],
  })
  pool?.start(job, tiles)
}

function receive(answer: TileAnswer): void {
  const { grids, done: before, revision, began } = basins.getState()
  const cells = answer.shape.reduce((product, n) => product * n, 1)
  let grid = grids.find((one) => one.filled > 0 && one.shape.join() === answer.shape.join())
  const n = answer.shape.length
  const fresh = grid === undefined
  grid ??= { shape: answer.shape, fate: new Int16Array(cells).fill(EMPTY), steps: new Uint32Array(cells), end: new Float64Array(cells * n), filled: 0 }
  grid.fate.set(answer.fate, answer.from)
  grid.steps.set(answer.steps, answer.from)
  grid.end.set(answer.end, answer.from * n)
  grid.filled += answer.to - answer.from
  const all = fresh ? [...grids, grid] : grids
  // Whatever lies under a whole grid is seen no more.
  const whole = all.findLastIndex((one) => one.filled === one.fate.length)
  basins.setState({ revision: revision + 1, done: before + answer.to - answer.from, spent: performance.now() - began, grids: all.slice(Math.max(0, whole)) })
  if (coarse && whole >= 0) refresh()
}

function done(): void {
  basins.setState({ state: 'done' })
}

function trouble(says: string): void {
  basins.setState({ state: 'cancelled', says })
}

function sameJob(a: MapJob, b: MapJob): boolean {
  const [one, other] = [a.experiment, b.experiment]
  const [run, twin] = [one.runs[a.run], other.runs[b.run]]
  return (
    a.critical === b.critical && one.steps === other.steps && sameGround(one, other) && sameDisturbance(one, other)
    && sameMethod(run, twin) && sameMethodOf(one, other, run.optimizer) && sameChance(one, other, run)
  )
}

export interface Share {
  /** As in the grid: a minimum's position, or one of FATES. */
  readonly fate: number
  readonly cells: number
  /** Shortest, middle and longest way there, in steps. */
  readonly steps: readonly [number, number, number]
}

/** How much of the finest whole grid ends where, minima first in the order of their letters; every minimum, and other fates where they occur. */
export function sharesOf({ grids, job }: Pick<Basins, 'grids' | 'job'>): readonly Share[] {
  const grid = grids.find((one) => one.filled === one.fate.length)
  if (grid === undefined || job === undefined) return []
  const taken = new Map<number, number[]>()
  grid.fate.forEach((fate, cell) => {
    const steps = taken.get(fate)
    if (steps === undefined) taken.set(fate, [grid.steps[cell]])
    else steps.push(grid.steps[cell])
  })
  const share = (fate: number): Share => {
    const steps = Uint32Array.from(taken.get(fate) ?? []).sort()
    const at = (part: number): number => (steps.length === 0 ? NaN : steps[Math.floor(part * (steps.length - 1))])
    return { fate, cells: steps.length, steps: [at(0), at(0.5), at(1)] }
  }
  const others = FATES.filter(({ fate }) => taken.has(fate))
  return [...minimaOf(job.critical).map((_, m) => share(m)), ...others.map(({ fate }) => share(fate))]
}

