/**
 * How much is done between two pauses. The core has no clock, so work is counted: a single-point gradient takes 0.1 to 1 µs for
 * the formulas of the catalogue and about 10 µs for the longest formula allowed, a point of a block 5 to 50 ns (up to 1 µs), a row
 * of data 5 to 20 ns. These budgets stay below 1 ms in the usual case and at about 4 ms in the worst.
 */
import type { Landscape } from '../landscape.ts'

export const SLICE_POINTS = 384
export const SLICE_BLOCK = 4096
/** Rows of data that are added up between two pauses. */
const SLICE_ROWS = 65_536

/** How many of up to `most` points are done between two pauses, where each takes as long as `each` values. */
export function pace({ work = 1 }: Landscape, most: number, each = 1): number {
  return Math.max(1, Math.min(most, Math.floor(SLICE_ROWS / (work * each))))
}

/**
 * How many of up to `most` samples a landscape over data gets, so that about `rows` rows are added up in all; at least `least`. Landscapes
 * without data always get `most`.
 */
export function affordable({ work = 1 }: Landscape, most: number, least: number, rows: number): number {
  return work === 1 ? most : Math.min(most, Math.max(least, Math.floor(rows / work)))
}

/** `landscape.block` of any number of points, with pauses. */
export function* inSlices(
  landscape: Landscape, points: readonly Float64Array[], count: number,
  f: Float64Array, gradient?: readonly Float64Array[], hessian?: readonly Float64Array[],
): Generator<undefined, void, void> {
  const most = pace(landscape, SLICE_BLOCK, hessian !== undefined ? 4 : gradient !== undefined ? 2 : 1)
  for (let from = 0; from < count; from += most) {
    const to = Math.min(count, from + most)
    const piece = (columns: readonly Float64Array[]): Float64Array[] => columns.map((column) => column.subarray(from, to))
    landscape.block(piece(points), to - from, f.subarray(from, to), gradient && piece(gradient), hessian && piece(hessian))
    yield undefined
  }
}
