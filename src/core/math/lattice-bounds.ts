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
  for (let j = sy.first; j <= sy.last; j++) {
    for (let i = sx.first; i <= sx.last; i++) {
      for (const b of bernstein(lattice, orders, [i, j], [sx, sy])) {
        if (b < lo) lo = b
        if (b > hi) hi = b
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

/** The Bernstein coefficients of the polynomial of cell (i, j) over the part of the box that lies in it. */
function bernstein(lattice: Lattice, [p, q = 0]: Orders, [i, j]: readonly number[], [sx, sy]: readonly Span[]): number[] {
  const flat = lattice.spacing.length === 1
  const rows = Array.from({ length: flat ? 1 : 4 }, (_, b) => {
    const row = Array.from({ length: 4 }, (__, a) => lattice.coefficient(i - 1 + a, flat ? 0 : j - 1 + b))
    return restricted(differences(row, p), clipped(sx.from - i), clipped(sx.to - i))
  })
  if (flat) return rows[0]
  const from = clipped(sy.from - j)
  const to = clipped(sy.to - j)
  return rows[0].flatMap((_, a) => restricted(differences(rows.map((row) => row[a]), q), from, to))
}

/** The hull is tight where arguments stay within the cell. */
const clipped = (t: number): number => Math.min(1, Math.max(0, t))

/** The coefficients of the derivative: a spline of one degree less, in units of the spacing. */
function differences(c: readonly number[], order: number): readonly number[] {
  return order === 0 ? c : differences(c.slice(1).map((v, a) => v - c[a]), order - 1)
}

/** Coefficients of the B-spline piece on [0, 1] -> Bernstein coefficients over [from, to], by blossoming. */
function restricted(c: readonly number[], from: number, to: number): number[] {
  const degree = c.length - 1
  return c.map((_, k) => {
    let values = c
    for (let r = 1; r <= degree; r++) {
      const s = r <= k ? to : from
      values = values.slice(1).map((right, a) => {
        const low = a + r - degree
        const share = (s - low) / (a + 1 - low)
        return (1 - share) * values[a] + share * right
      })
    }
    return values[0]
  })
}
