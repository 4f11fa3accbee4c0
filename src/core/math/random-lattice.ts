/** A smooth random function without end: a cubic B-spline with random coefficients. */
import type { Lattice } from './lattice.ts'

/** ∫β² of the cubic B-spline: the variance that one coordinate leaves of coefficients of variance 1, on average over a cell. */
const VARIANCE = 151 / 315
/** Nothing that `normal` answers is further from 0: sqrt(2 · 53 log 2). */
const LARGEST_NORMAL = 8.5718
/** Coefficients are kept in a square of so many places a side, each in the place of its last two digits to this base. */
const SIDE = 128

/**
 * The function with variance 1 over the plane whose coefficients `draw(i, j)` are normal numbers. Coefficients are drawn when they
 * are first asked for, and again where others have taken their place: what is kept changes no answer.
 */
export function randomLattice(spacing: readonly number[], draw: (i: number, j: number) => number): Lattice {
  const scale = 1 / Math.sqrt(VARIANCE) ** spacing.length
  const rows = spacing.length === 1 ? 1 : SIDE
  const values = new Float64Array(SIDE * rows)
  const columnOf = new Float64Array(SIDE * rows).fill(NaN)
  const rowOf = new Float64Array(SIDE * rows)
  return {
    spacing,
    origin: spacing.map(() => 0),
    largest: LARGEST_NORMAL * scale,
    coefficient(i, j) {
      const slot = (i & (SIDE - 1)) + SIDE * (j & (rows - 1))
      if (columnOf[slot] !== i || rowOf[slot] !== j) {
        columnOf[slot] = i
        rowOf[slot] = j
        values[slot] = scale * draw(i, j)
      }
      return values[slot]
    },
  }
}
