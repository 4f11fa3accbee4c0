/** Bounds of a lattice's function over a box: in each cell it is a polynomial, which its Bernstein coefficients enclose. */
import type { Lattice, Orders } from './lattice.ts'

/** More cells than this are not looked at one by one. */
const CELL_LIMIT = 256
/** Covers the rounding of some sixty operations, here and in the function itself, relative to the largest coefficient. */
const ROUNDING = 2 ** -45

export interface LatticeBounds {
  readonly lo: number
  readonly hi: number
  /** How much of the box lies on the grid. */
  readonly covered: 'all' | 'some' | 'none'
}

/**
 * Bounds that hold for ∂^(p+q) f / ∂x^p ∂y^q of `orders` at every place of the box that lies on the grid; tight to the second order
 * in the size of a small box. Source: Farin, Curves and Surfaces for CAGD (2002), §5.3 and §8 (blossoms, convex hull property).
 */
export function latticeBounds(lattice: Lattice, orders: Orders, low: readonly number[], high: readonly number[]): LatticeBounds {
  const sides = lattice.spacing.map((h, d) => side(low[d], high[d], h, lattice.origin[d], lattice.shape?.[d]))
  const covered = sides.some((s) => s.covered === 'none') ? 'none' : sides.every((s) => s.covered === 'all') ? 'all' : 'some'
  if (covered === 'none') return { lo: Infinity, hi: -Infinity, covered }
  const scale = lattice.spacing.reduce((product, h, d) => product / h ** orders[d], 1)
  // A difference of neighbours is at most twice the largest coefficient.
  const largest = lattice.largest * 2 ** orders.reduce((sum, p) => sum + p, 0)
  if (!(sides.reduce((product, { first, last }) => product * (last - first + 1), 1) <= CELL_LIMIT)) {
    const most = largest * scale * (1 + ROUNDING)
    return { lo: -most, hi: most, covered }
  }
  const [sx, sy = { first: 0, last: 0, from: 0, to: 0 }] = sides
  let lo = Infinity
  let hi = -Infinity
  const scratch: Scratch = { c: new Float64Array(16), line: new Float64Array(4) }
  const [p, q = 0] = orders
  const rows = lattice.spacing.length === 1 ? 1 : 4 - q
  for (let j = sy.first; j <= sy.last; j++) {
    for (let i = sx.first; i <= sx.last; i++) {
      bernstein(lattice, p, q, i, j, sx, sy, scratch)
      for (let b = 0; b < rows; b++) {
        for (let a = 0; a < 4 - p; a++) {
          const v = scratch.c[4 * b + a]
          if (v < lo) lo = v
          if (v > hi) hi = v
        }
      }
    }
  }
  const margin = ROUNDING * largest
  return { lo: (lo - margin) * scale, hi: (hi + margin) * scale, covered }
}

interface Span {
  /** The box in units of the spacing. */
  readonly from: number
  readonly to: number
}

interface Side extends Span {
  /** Cells that the box touches along this coordinate. */
  readonly first: number
  readonly last: number
  readonly covered: LatticeBounds['covered']
}

function side(low: number, high: number, h: number, origin: number, count: number | undefined): Side {
  const wide = 4 * Number.EPSILON
  const u = (low - origin) / h
  const v = (high - origin) / h
  const from = u - wide * Math.abs(u)
  const to = v + wide * Math.abs(v)
  if (count === undefined) return { first: Math.floor(from), last: Math.floor(to), from, to, covered: 'all' }
  if (u > count - 2 || v < 1) return { first: 0, last: 0, from, to, covered: 'none' }
  const inside = u >= 1 && v <= count - 2
  const clip = (t: number): number => Math.min(count - 2, Math.max(1, t))
  const last = Math.min(count - 3, Math.floor(clip(to)))
  return { first: Math.min(last, Math.floor(clip(from))), last, from: clip(from), to: clip(to), covered: inside ? 'all' : 'some' }
}

/** Scratch of one call: 4 × 4 coefficients, row by row, and a line of them. */
interface Scratch {
  readonly c: Float64Array
  readonly line: Float64Array
}

/** Writes the Bernstein coefficients of the polynomial of cell (i, j) over the part of the box that lies in it, rows of four. */
function bernstein(lattice: Lattice, p: number, q: number, i: number, j: number, x: Span, y: Span, scratch: Scratch): void {
  const { c, line } = scratch
  const rows = lattice.spacing.length === 1 ? 1 : 4
  for (let b = 0; b < rows; b++) {
    for (let a = 0; a < 4; a++) c[4 * b + a] = lattice.coefficient(i - 1 + a, rows === 1 ? 0 : j - 1 + b)
    restrict(c, 4 * b, 1, p, clipped(x.from - i), clipped(x.to - i), line)
  }
  if (rows === 1) return
  for (let a = 0; a < 4 - p; a++) restrict(c, a, 4, q, clipped(y.from - j), clipped(y.to - j), line)
}

/** The hull is tight where arguments stay within the cell. */
const clipped = (t: number): number => Math.min(1, Math.max(0, t))

/**
 * The four B-spline coefficients from `at`, `stride` apart -> the 4 - order Bernstein coefficients over [from, to] of the derivative
 * of that order (in units of the spacing) of the piece on [0, 1], by differences and blossoming.
 */
function restrict(c: Float64Array, at: number, stride: number, order: number, from: number, to: number, line: Float64Array): void {
  const degree = 3 - order
  for (let r = 0; r < order; r++) for (let a = 0; a < 3 - r; a++) c[at + a * stride] = c[at + (a + 1) * stride] - c[at + a * stride]
  const c0 = c[at]
  const c1 = c[at + stride]
  const c2 = degree > 1 ? c[at + 2 * stride] : 0
  const c3 = degree > 2 ? c[at + 3 * stride] : 0
  for (let k = 0; k <= degree; k++) {
    line[0] = c0
    line[1] = c1
    line[2] = c2
    line[3] = c3
    for (let r = 1; r <= degree; r++) {
      const s = r <= k ? to : from
      for (let a = 0; a <= degree - r; a++) {
        const low = a + r - degree
        const share = (s - low) / (a + 1 - low)
        line[a] = (1 - share) * line[a] + share * line[a + 1]
      }
    }
    c[at + k * stride] = line[0]
  }
}
