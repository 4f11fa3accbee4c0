/**
 * What `explore` yields. Every typed array in an event is owned by the event (fresh memory), so the worker may transfer it.
 * Rows are steps: arrays of a path chunk are row-major, one row per iterate.
 */
import type { Box, PointKind } from '../landscape.ts'
import type { Height } from '../objectives/objective.ts'
import type { Costs } from './walk.ts'

export type Ending = 'converged' | 'stalled' | 'diverged' | 'left-domain' | 'undefined' | 'out-of-steps'
/** What the verdict row shows: the ending, told more finely. */
export type Verdict =
  | 'minimum' | 'saddle' | 'maximum' | 'flat' | 'plateau' // converged or stalled
  | 'diverged' | 'left-domain' | 'undefined'
  | 'oscillating' | 'moving' // out of steps

export interface CriticalPoint {
  readonly x: readonly number[]
  readonly f: number
  /** Euclidean norm of the gradient that is left; NaN where the gradient does not exist, 0 where only its limit does. */
  readonly slope: number
  /** Ascending; empty where the Hessian does not exist. */
  readonly eigenvalues: readonly number[]
  /** eigenvectors[i] belongs to eigenvalues[i], unit length. */
  readonly eigenvectors: readonly (readonly number[])[]
  readonly kind: PointKind
  /** True where no other point of the domain is lower, as far as was checked (boundary and kinks included). */
  readonly lowest: boolean
  /** A, B, C … in order for minima of all kinds, lowest first, then from left to right; '' for the rest. */
  readonly letter: string
  /** True where it is proved that exactly one critical point lies here, and of this kind. */
  readonly certified: boolean
  /**
   * Once it is proved that nothing in the domain (border and kinks included) is lower: how many points share this value, itself
   * among them; Infinity where as low places form lines. 0 where lower ones exist, or nothing is proved.
   */
  readonly global: number
}

/** Everything known about one point. */
export interface PointReport {
  readonly x: readonly number[]
  readonly f: number
  readonly gradient: readonly number[]
  /** Row-major. */
  readonly hessian: readonly number[]
  readonly eigenvalues: readonly number[]
  readonly eigenvectors: readonly (readonly number[])[]
  /** The class in one or two words: `minimum`, `saddle`, `slope, curving up`, `cannot tell` … */
  readonly kind: string
  /** One or two sentences in plain words with numbers. First sentence is the bold lead. */
  readonly says: string
}

/** Identifies one trajectory: which optimizer of `runs`, from which of `starts`. */
export interface PathKey {
  readonly run: number
  readonly start: number
}

/**
 * Iterates `from` … `from + count - 1` of one trajectory (iterate 0 is the start). A chunk from 0 begins the trajectory anew;
 * since an earlier experiment, a trajectory of which nothing is sent is unchanged.
 */
export interface PathChunk extends PathKey {
  readonly type: 'path'
  readonly from: number
  readonly count: number
  readonly x: Float64Array // count × dimension
  readonly f: Float64Array // count; without noise
  readonly gradient: Float64Array // count × dimension; as the method was given it, with noise where there is some
  readonly hessian: Float64Array // count × dimension²
  /** count × dimension: the gradient that the method saw in the step that led to each iterate; only where something around it changes gradients. */
  readonly seen?: Float64Array
  /** The average of the iterates so far, count × dimension, and the landscape's value there; only where the run keeps one. */
  readonly average?: { readonly x: Float64Array; readonly f: Float64Array }
  /** Memory slots after the step that led to each iterate, one row per iterate, of any width; 0 at the start where the method is declared by formulas. */
  readonly memory: Readonly<Record<string, Float64Array>>
}

/** All descents of a run with restarts, the one of the path among them; comes after the path it belongs to. */
export interface Tries extends PathKey {
  readonly type: 'tries'
  /** Iterates of each descent, row by row, thinned to a few thousand in all, the last one of each always among them. */
  readonly paths: readonly Float64Array[]
}

/**
 * How one trajectory ended. May come twice: at once, and again when the critical points are known, with minima called by
 * letter; a later ending replaces the earlier one of the same path.
 */
export interface RunEnding extends PathKey {
  readonly type: 'ending'
  readonly ending: Ending
  readonly verdict: Verdict
  /** Iterate at which the verdict was reached; the last iterate where it never was. */
  readonly step: number
  /** Steps taken (index of the last iterate). */
  readonly steps: number
  /** Evaluations that the method asked for. */
  readonly costs: Costs
  /** One or two words: `Converged`, `Stuck at saddle`, `Still moving`. */
  readonly word: string
  /** One sentence with numbers. Mathematics in it between dollar signs, e.g. `$\\eta$ is 7 % over $2/\\lambda_{max}$`. */
  readonly says: string
}

/** Heights on a regular grid over the domain; for one coordinate also slope and curvature. */
export interface Samples {
  readonly domain: Box
  /** Samples per coordinate; sample i of coordinate k sits at lo + (hi-lo)*i/(n_k-1). */
  readonly shape: readonly number[]
  /** y-major: index = iy*nx + ix. */
  readonly f: Float64Array
  /** For one coordinate: f′ and f″ at the same samples. */
  readonly slope?: Float64Array
  readonly curvature?: Float64Array
  /** Lowest and highest finite value; NaN where there is none. */
  readonly low: number
  readonly high: number
  /** Samples that are not finite. */
  readonly undefinedCount: number
  /** 0 = the quick coarse one, 1 = the final one, 2 = the full one, which follows where the formula is cheap enough. */
  readonly detail: number
}

/** The heights over the domain, and how they become colour. */
export interface Surface extends Samples {
  readonly type: 'surface'
  readonly height: Height
}

export interface CriticalReport {
  readonly type: 'critical'
  readonly points: readonly CriticalPoint[]
  /** False while points are still being found: they have no letters yet, and another report follows. */
  readonly done: boolean
  /** Once done: whether the points listed are proved to be all those of zero slope in the domain, and if not, why. */
  readonly certificate?: { readonly certified: boolean; readonly reason: string }
  /** True where there are more points than are listed, as where there are thousands. */
  readonly partial?: boolean
  /** One sentence on how complete the list is and over which domain. */
  readonly says: string
}

export interface StartReport {
  readonly type: 'at'
  readonly start: number
  readonly report: PointReport
}

/** A sentence about the experiment as a whole, e.g. that the formula is undefined everywhere in the domain. */
export interface Notice {
  readonly type: 'notice'
  readonly says: string
}

/** All trajectories of the experiment are complete (surface and critical points may follow). */
export interface RunsDone {
  readonly type: 'runs-done'
}

export type Event = PathChunk | Tries | RunEnding | Surface | CriticalReport | StartReport | Notice | RunsDone
