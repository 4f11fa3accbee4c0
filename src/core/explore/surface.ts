/** The heights of a landscape over its domain, on a regular grid; for one coordinate also slope and curvature. */
import type { Box, Landscape } from '../landscape.ts'
import type { Samples } from './events.ts'
import { affordable, inSlices, SLICE_BLOCK } from './work.ts'

/** Samples per coordinate of the quick surface, of the final one, and of a curve (about one per pixel of a wide stage). */
export const COARSE = 48
export const FINE = 200
export const CURVE = 1201
/** Additions that the full surface may take the time of, 50 to 200 ms of the interpreter's, and those between two pauses. */
const FULL_WORK = 6e7
const FULL_SLICE = 1e6
/** The full surface has so many samples, at most, where the final one has a step between two. */
const FULL_STEPS = 5
/** Rows of data that the quick surface and the final one may add up: 10,000 rows get 20 and 89 samples per coordinate. */
const ROWS = [4e6, 8e7] as const
/** Fewer samples than these show nothing. */
const LEAST_SIDE = 12
const LEAST_CURVE = 101
/** A sample of a curve has slope and curvature too, and costs so many values. */
const JET = 4

/** Sample `i` of `n` between `lo` and `hi`, both ends included. */
export function sample([lo, hi]: readonly [number, number], i: number, n: number): number {
  return lo + ((hi - lo) * i) / (n - 1)
}

/**
 * Evaluates the landscape on a grid of `n` samples per coordinate (`CURVE` samples for one coordinate), pausing between blocks; a
 * landscape over many rows of data gets fewer. Samples where the formula is undefined keep their NaN or infinity.
 * @param detail 0 for a quick look, 1 for the final surface
 */
export function* sampleSurface(
  landscape: Landscape, domain: Box, n: number, detail: 0 | 1,
): Generator<undefined, Samples, void> {
  return landscape.dimension === 1 ? yield* curve(landscape, domain, detail) : yield* heights(landscape, domain, n, detail)
}

function* curve(landscape: Landscape, domain: Box, detail: 0 | 1): Generator<undefined, Samples, void> {
  const n = affordable(landscape, CURVE, LEAST_CURVE, ROWS[detail] / JET)
  const x = new Float64Array(n)
  for (let i = 0; i < n; i++) x[i] = sample(domain[0], i, n)
  const f = new Float64Array(n)
  const slope = new Float64Array(n)
  const curvature = new Float64Array(n)
  yield* inSlices(landscape, [x], n, f, [slope], [curvature])
  return { domain, shape: [n], f, slope, curvature, ...extent(f), detail }
}

function* heights(landscape: Landscape, domain: Box, most: number, detail: 0 | 1): Generator<undefined, Samples, void> {
  const n = Math.floor(Math.sqrt(affordable(landscape, most * most, LEAST_SIDE * LEAST_SIDE, ROWS[detail])))
  const grid = n < FINE ? undefined : landscape.grid?.()
  if (grid !== undefined) return { domain, shape: [n, n], ...(yield* overGrid(grid, domain, n)), detail }
  const f = new Float64Array(n * n)
  for (const { x, y, from, to } of rowsOf(domain, n)) yield* inSlices(landscape, [x, y], to - from, f.subarray(from, to))
  return { domain, shape: [n, n], f, ...extent(f), detail }
}

/**
 * The surface in full, up to a million samples: as fine as the formula allows, with those of the final one among its samples (to
 * rounding). Undefined where a point costs too much for more samples than that, over rows of data, and for one coordinate.
 */
export function* sampleFull(landscape: Landscape, domain: Box): Generator<undefined, Samples | undefined, void> {
  const grid = landscape.grid?.()
  if (grid === undefined) return undefined
  const steps = Math.min(FULL_STEPS, Math.floor(Math.sqrt(FULL_WORK / grid.cost) / FINE))
  if (steps < 2) return undefined
  const n = steps * (FINE - 1) + 1
  return { domain, shape: [n, n], ...(yield* overGrid(grid, domain, n)), detail: 2 }
}

type Grid = ReturnType<NonNullable<Landscape['grid']>>

/** Heights at n × n nodes, with a pause about every millisecond. */
function* overGrid(grid: Grid, domain: Box, n: number): Generator<undefined, { readonly f: Float64Array } & ReturnType<typeof extent>, void> {
  const side = (k: 0 | 1): Float64Array => Float64Array.from({ length: n }, (_, i) => sample(domain[k], i, n))
  const fill = grid.over(side(0), side(1))
  const f = new Float64Array(n * n)
  const rows = Math.max(1, Math.floor(FULL_SLICE / (n * grid.cost)))
  for (let row = 0; row < n; row += rows) {
    const end = Math.min(n, row + rows)
    fill(row, end, f.subarray(row * n, end * n))
    yield undefined
  }
  return { f, ...extent(f) }
}

/** Coordinates of the nodes `from` to `to` of a grid. */
interface Rows {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly from: number
  readonly to: number
}

/** The nodes of a grid of n × n over `domain`, some rows at a time: node (i, j) has index j * n + i. The columns are used again. */
export function* rowsOf(domain: Box, n: number): Generator<Rows, void, void> {
  const rows = Math.max(1, Math.floor(SLICE_BLOCK / n))
  const x = Float64Array.from({ length: rows * n }, (_, k) => sample(domain[0], k % n, n))
  const y = new Float64Array(rows * n)
  for (let row = 0; row < n; row += rows) {
    const end = Math.min(n, row + rows)
    for (let j = row; j < end; j++) y.fill(sample(domain[1], j, n), (j - row) * n, (j - row + 1) * n)
    yield { x, y, from: row * n, to: end * n }
  }
}

const lower = (a: number, b: number): number => (b < a ? b : a)
const higher = (a: number, b: number): number => (b > a ? b : a)

/** Lowest and highest finite value, NaN where there is none, and how many values are not finite. */
export function extent(f: Float64Array): { low: number; high: number; undefinedCount: number } {
  let low = Infinity
  let high = -Infinity
  let undefinedCount = 0
  // Eight at a time as long as all are finite, which takes less than half as long: v - v is NaN where v is not.
  let k = 0
  for (; k + 8 <= f.length; k += 8) {
    const a = f[k]
    const b = f[k + 1]
    const c = f[k + 2]
    const d = f[k + 3]
    const e = f[k + 4]
    const g = f[k + 5]
    const h = f[k + 6]
    const i = f[k + 7]
    if ((a - a) + (b - b) + ((c - c) + (d - d)) + ((e - e) + (g - g) + ((h - h) + (i - i))) !== 0) break
    low = lower(low, lower(lower(lower(a, b), lower(c, d)), lower(lower(e, g), lower(h, i))))
    high = higher(high, higher(higher(higher(a, b), higher(c, d)), higher(higher(e, g), higher(h, i))))
  }
  for (; k < f.length; k++) {
    const v = f[k]
    if (v - v !== 0) undefinedCount++
    else {
      low = lower(low, v)
      high = higher(high, v)
    }
  }
  return undefinedCount === f.length ? { low: NaN, high: NaN, undefinedCount } : { low, high, undefinedCount }
}
