/** What verdicts are measured against: the landscape, its domain and scale, and the flat points known so far. */
import type { Disturbance } from '../experiment/disturbance.ts'
import type { Values } from '../fields.ts'
import type { Box, Landscape } from '../landscape.ts'
import type { Around } from '../optimizers/around/around.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'
import type { StepState } from '../optimizers/update.ts'
import type { RateOf } from '../optimizers/schedules/compile-rate.ts'
import type { ScheduleChoice } from '../experiment/experiment.ts'
import type { CriticalPoint } from './events.ts'
import type { Ends } from './restarts.ts'
import type { Track } from './run.ts'
import type { Walk } from './walk.ts'

export interface Scene {
  readonly landscape: Landscape
  readonly coordinates: readonly string[]
  readonly domain: Box
  /** Length of the domain's diagonal: the D that distances are compared with. */
  readonly size: number
  /** Highest minus lowest finite height over the domain: the S that changes of loss are compared with; 0 where there is none. */
  readonly range: number
  /** Why the formula has no value or no derivative at a point, as a sentence, where it has none. */
  because(x: ArrayLike<number>): string | undefined
  /** The critical points of the domain, once they are known. */
  readonly critical?: readonly CriticalPoint[]
  /** True where there are more of them than `critical` lists. */
  readonly partial?: boolean
}

/** A trajectory that has taken its last step. */
export interface Finished {
  readonly track: Track
  readonly optimizer: Optimizer
  readonly hyper: Values
  /** What stands around the method. */
  readonly around: readonly (readonly [Around, Values])[]
  /** What changes its rate, and the rate of each step; undefined where it stays. */
  readonly schedule?: ScheduleChoice
  readonly rate?: RateOf
  /** The method as it stands at the last iterate. */
  readonly walk: Walk
  /** The noise it met; undefined where gradients were exact. */
  readonly disturb?: Disturbance
  /** The gradient at the last iterate, as the method may see it. */
  readonly gradient: Float64Array
  /** The average of the iterates, where the run keeps one. */
  readonly mean?: Float64Array
  /** What became of all its restarts, the track being that of the lowest. */
  readonly ends?: Ends
  /** What the last step began with, where x was finite before it and is not after it. */
  readonly broken?: () => StepState | undefined
}

/** ‖hi - lo‖ of a box. */
export function diagonal(domain: Box): number {
  return Math.hypot(...domain.map(([lo, hi]) => hi - lo))
}

/** Iterate `k` of a track. */
export function iterate(track: Track, k: number): Float64Array {
  return track.x.slice(k * track.dimension, (k + 1) * track.dimension)
}

/** Euclidean distance between iterate `k` and `point`. */
export function distanceTo(track: Track, k: number, point: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < track.dimension; i++) sum += (track.x[k * track.dimension + i] - point[i]) ** 2
  return Math.sqrt(sum)
}

/** Whether iterate `k` is within a share of each side of the domain of `point`. */
export function isNear(track: Track, k: number, point: ArrayLike<number>, domain: Box, share: number): boolean {
  for (let i = 0; i < track.dimension; i++) {
    if (!(Math.abs(track.x[k * track.dimension + i] - point[i]) <= share * (domain[i][1] - domain[i][0]))) return false
  }
  return true
}

/** Length of the step that led to iterate `k`. */
export function stride(track: Track, k: number): number {
  let sum = 0
  for (let i = 0; i < track.dimension; i++) {
    sum += (track.x[k * track.dimension + i] - track.x[(k - 1) * track.dimension + i]) ** 2
  }
  return Math.sqrt(sum)
}

export function inside(domain: Box, x: ArrayLike<number>): boolean {
  return domain.every(([lo, hi], i) => x[i] >= lo && x[i] <= hi)
}
