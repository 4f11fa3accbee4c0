/** The last iterates of descents that come to nothing, taken once more and told as single runs, so that the verdicts judge them. */
import type { Disturbance } from '../experiment/disturbance.ts'
import type { Landscape } from '../landscape.ts'
import type { Finished } from '../explore/scene.ts'
import type { Track } from '../explore/run.ts'
import type { Walk } from '../explore/walk.ts'
import { pick, STRETCH, type Lanes, type Swarm } from './swarm.ts'

/**
 * Iterates that are kept: as far back as any verdict looks at where a run stands (`wander` in cycle.ts compares twice 100 steps where a
 * track has 400).
 */
const KEPT = 402
/** Descents that take their last steps again at a time. */
const GROUP = 64

/** The step, at the end of a stretch, after which the tail of a run of `steps` steps begins. */
export function tailOf(steps: number): number {
  return Math.floor(Math.max(0, steps + 1 - KEPT) / STRETCH) * STRETCH
}

/** The end of one descent. */
export interface Tail {
  /** Which descent it is. */
  readonly id: number
  readonly track: Track
  /** Its last gradient, as the method may see it, and what it remembers there. */
  readonly gradient: Float64Array
  readonly memory: Lanes['memory']
}

/**
 * The ends of the descents at `positions` of `lanes`, up to step `steps`, handed to `receive` one after the other, with pauses.
 * @param begin starts a swarm, with pauses
 */
export function* takeTails(
  lanes: Lanes, positions: readonly number[], steps: number, landscape: Landscape, begin: (lanes: Lanes) => Generator<undefined, Swarm, void>, receive: (tail: Tail) => void,
): Generator<undefined, void, void> {
  for (let from = 0; from < positions.length; from += GROUP) {
    const swarm = yield* begin(pick(lanes, positions.slice(from, from + GROUP)))
    const tracks = Array.from({ length: swarm.count }, () => swarm.x.map(() => new Float64Array(steps - lanes.t + 1)))
    tracks.forEach((columns, k) => columns.forEach((column, i) => { column[0] = swarm.x[i][k] }))
    while (swarm.t < steps) {
      const length = Math.min(STRETCH, steps - swarm.t)
      const row = swarm.t - lanes.t
      yield* swarm.advance(length)
      tracks.forEach((columns, k) => {
        const at = swarm.pathAt(k)
        columns.forEach((column, i) => readPath(column, row + 1, length, swarm.path[i], at, swarm.pathStep))
      })
    }
    const { ids, memory } = swarm.lanes()
    for (const [k, columns] of tracks.entries()) {
      const own = memory.map((slots) => Object.fromEntries(Object.entries(slots).map(([slot, all]) => [slot, all.slice(k, k + 1)])))
      receive({ id: ids[k], track: trackOf(columns, landscape), gradient: Float64Array.from(swarm.gradient, (column) => column[k]), memory: own })
      yield undefined
    }
    swarm.end()
  }
}

/** Plain functions over plain columns, here and below: V8 makes much better code of these loops. */
function readPath(column: Float64Array, row: number, length: number, path: Float64Array, at: number, step: number): void {
  for (let j = 0; j < length; j++) column[row + j] = path[at + j * step]
}

/** Iterates in columns as a track. */
function trackOf(columns: readonly Float64Array[], landscape: Landscape): Track {
  const dimension = columns.length
  const count = columns[0].length
  const [f, slope] = [new Float64Array(count), new Float64Array(count)]
  for (let from = 0, size = 0; from < count; from += size) {
    const desk = landscape.desk(1)
    size = Math.min(desk.room, count - from)
    for (let i = 0; i < dimension; i++) desk.points[i].set(columns[i].subarray(from, from + size))
    desk.ask(size)
    f.set(desk.f.subarray(0, size), from)
    norms(slope, from, size, desk.gradient[0], desk.gradient[dimension - 1], dimension)
  }
  const x = new Float64Array(count * dimension)
  columns.forEach((column, i) => apart(x, i, dimension, column))
  return { dimension, count, f, slope, x }
}

/** The length of gradients of one coordinate or two, whose columns these are. */
function norms(slope: Float64Array, from: number, size: number, first: Float64Array, last: Float64Array, dimension: number): void {
  for (let k = 0; k < size; k++) slope[from + k] = Math.sqrt(dimension === 1 ? first[k] * first[k] : first[k] * first[k] + last[k] * last[k])
}

/** Puts a column where coordinate `i` of iterates is. */
function apart(x: Float64Array, i: number, dimension: number, column: Float64Array): void {
  for (let j = 0; j < column.length; j++) x[j * dimension + i] = column[j]
}

/** A run whose track begins at iterate `by` as if it began at 0: step numbers of its walk, rate and noise are told as they are. */
export function later(run: Finished, by: number): Finished {
  const { rate, disturb } = run
  if (by === 0) return run
  return {
    ...run,
    walk: laterWalk(run.walk, by),
    ...(rate && { rate: (t: number) => rate(t + by) }),
    ...(disturb && { disturb: laterNoise(disturb, by) }),
  }
}

export const laterWalk = (walk: Walk, by: number): Walk => ({
  ...walk,
  step: (x, gradient, t) => walk.step(x, gradient, t + by),
  clone: () => laterWalk(walk.clone(), by),
})

export const laterNoise = (disturb: Disturbance, by: number): Disturbance => ({
  value: (x, f, step, asked) => disturb.value(x, f, step + by, asked),
  gradient: (x, gradient, step, asked) => disturb.gradient(x, gradient, step + by, asked),
  hessian: (x, hessian, step) => disturb.hessian(x, hessian, step + by),
})
