/** A closed box in the coordinates: one [low, high] per coordinate, low < high, all finite. */
export type Box = readonly (readonly [number, number])[]

/**
 * A differentiable scalar function of `dimension` coordinates. Points and gradients have `dimension` entries; Hessians are
 * row-major, symmetric, `dimension`² entries. Non-finite answers are answers: NaN where the formula is undefined, never 0.
 */
export interface Landscape {
  readonly dimension: number
  /** About how many times as long as an ordinary formula it takes at a point: the rows of data that are added up, 1 where absent. */
  readonly work?: number
  /** f(x). */
  value(x: Float64Array): number
  /** Returns f(x) and writes the gradient into `out` (length `dimension`). */
  gradient(x: Float64Array, out: Float64Array): number
  /** Returns f(x), writes the gradient and the Hessian. */
  hessian(x: Float64Array, gradient: Float64Array, hessian: Float64Array): number
  /**
   * Many points at once. `coordinates[i]` holds coordinate i of `count` points. Whatever output is given is filled: `f` with
   * values, `gradient[i]` with ∂f/∂xᵢ, `hessian[i*dimension+j]` with ∂²f/∂xᵢ∂xⱼ. All arrays have at least `count` entries.
   * Bit-identical to calling the single-point functions for each point.
   */
  block(
    coordinates: readonly Float64Array[],
    count: number,
    f: Float64Array,
    gradient?: readonly Float64Array[],
    hessian?: readonly Float64Array[],
  ): void
  /** Makes what `block` needs for an order, with pauses where the formula is long; else it is made when it is first asked for, in one go. */
  prepare?(order: 0 | 1 | 2): Generator<undefined, void, void>
  /**
   * Columns of its own for points and their values, gradients (order 1 and 2) and Hessians (order 2). What `block` has to move to where it
   * computes and back is there already.
   */
  desk(order: 0 | 1 | 2): Desk
  /**
   * Of two coordinates: the grid of columns `x` and rows `y`, to be filled some rows at a time, much faster than by `block` and with the
   * same bits; and how long a point of it takes, in additions. Absent where sums over rows of data leave nothing to share.
   */
  readonly grid?: () => { readonly cost: number; readonly over: (x: Float64Array, y: Float64Array) => GridRows }
  /** Bounds of the same function over whole boxes; undefined where nobody knows any, or they cost too much. */
  enclosure?(): Enclosure | undefined
  /** Functions whose zeros are where it may have kinks (formula/creases.ts); absent where nobody knows any. */
  creases?(): readonly Landscape[]
}

/**
 * Columns that a landscape lends, for as long as it takes to write points, ask, and read the answers: whatever is asked of any landscape
 * after that may overwrite all of them.
 */
export interface Desk {
  /** Points that have room. */
  readonly room: number
  /** Coordinate i of the points. They are still there after they were asked. */
  readonly points: readonly Float64Array[]
  /** Numbered as those of `block`, none where the order does not go so far. Answers that are always the same may share a column. */
  readonly f: Float64Array
  readonly gradient: readonly Float64Array[]
  readonly hessian: readonly Float64Array[]
  /** Fills the answers at the first `count` <= `room` points, with the bits of `block`. */
  readonly ask: (count: number) => void
}

/** Writes f for rows `from` to `to` - 1 of a grid into `out`, one row after the other. */
export type GridRows = (from: number, to: number, out: Float64Array) => void

/**
 * Bounds that are certain to hold over a box. Column 0 is f, 1 + i is ∂f/∂xᵢ, 1 + n + in + j is ∂²f/∂xᵢ∂xⱼ. Derivatives are
 * bounded where they exist.
 */
export interface Enclosure {
  readonly lo: Float64Array
  readonly hi: Float64Array
  /** Per column: a sum of KINK, BREAK and VOID of math/interval.ts; 0 where it is continuous all over the box. */
  readonly marks: Uint8Array
  /** Operations per box of order 1, and of order 2. */
  readonly costs: readonly [number, number]
  /**
   * Fills the columns for the box from `lo` to `hi` (one entry per coordinate), up to first (1) or second (2) derivatives; the
   * columns beyond are left as they are.
   */
  over(lo: ArrayLike<number>, hi: ArrayLike<number>, order: 0 | 1 | 2): void
  /** Fills the columns of second derivatives for the box of the last call, which was of order 1. */
  bend(): void
}

/** Kinds of a stationary point by the eigenvalues of the Hessian, and of the minima that calculus alone does not find. */
export type PointKind =
  | 'minimum'
  | 'maximum'
  | 'saddle'
  /** A zero eigenvalue: the second-derivative test cannot tell. */
  | 'degenerate'
  /** Lowest in its neighbourhood because the domain ends there, although the slope is not zero. */
  | 'boundary minimum'
  /** Lowest in its neighbourhood at a point where the derivative does not exist. */
  | 'kink minimum'
