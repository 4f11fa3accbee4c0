/** A line to search along, and what makes a step on it long enough. */

/** Where a search begins and where it looks. */
export interface Line {
  readonly x: Float64Array
  /** f(x), and the slope along `direction` there, which has to be negative. */
  readonly f: number
  readonly slope: number
  readonly direction: Float64Array
}

/** A step along a line that a search has found. */
export interface Found {
  readonly step: number
  /** Value and gradient at its end, where the search has asked for them. */
  readonly f?: number
  readonly gradient?: Float64Array
}

/**
 * Rounding of a value, as a share of it: landscapes subtract terms a thousand times as large. A fall below this cannot be seen, and near
 * a minimum every fall is; slopes still tell the way there (Hager & Zhang, SIAM J. Optim. 16, 2005, §4).
 */
export const ROUNDING = 1e-13

/**
 * Sufficient decrease, to rounding: the value `f` after `step` is at most f(x) + c₁ α gᵀp (Armijo 1966; Nocedal & Wright, eq. 3.4).
 * Never so where it is not a number.
 */
export function fallen(line: Line, step: number, f: number, c1: number): boolean {
  return f <= line.f + c1 * step * line.slope + ROUNDING * Math.abs(line.f)
}
