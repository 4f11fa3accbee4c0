/** Powell's direction set: minimize along each direction in turn, then let the way gone replace one of them. As SciPy runs it. */
import { brent } from '../math/brent.ts'
import { along } from '../math/vectors.ts'

type Height = (x: Float64Array) => number

/** How finely the line searches are done: to 100 `xtol` of their step (SciPy's), or to `least`. */
interface Tolerance {
  readonly xtol: number
  readonly least?: number
}

/** Plain data: it can be cloned and resumed. */
export interface DirectionSet {
  /** Row by row, n directions; to begin with the axes. */
  directions: Float64Array
  /** f at the present point and at the start of the last round; NaN before anything was asked for. */
  f: number
  before: number
  /** Where the last round began. */
  base: Float64Array
  /** The largest fall along one direction in the last round, and along which. */
  fall: number
  steepest: number
}

export function axes(x: Float64Array): DirectionSet {
  const n = x.length
  const directions = new Float64Array(n * n)
  for (let i = 0; i < n; i++) directions[i * n + i] = 1
  return { directions, f: NaN, before: NaN, base: x.slice(), fall: 0, steepest: 0 }
}

/** One round from `x`, in place: the extrapolation that ends the round before, and a search along every direction. */
export function round(x: Float64Array, set: DirectionSet, value: Height, to: Tolerance): void {
  const n = x.length
  if (Number.isNaN(set.f)) set.f = height(value, x)
  else extrapolate(x, set, value, to)
  set.before = set.f
  set.fall = 0
  set.steepest = 0
  for (let i = 0; i < n; i++) {
    const f = set.f
    search(x, set.directions.subarray(i * n, (i + 1) * n), set, value, to)
    if (f - set.f > set.fall) {
      set.fall = f - set.f
      set.steepest = i
    }
  }
}

/** SciPy's rule: the last round brought less than the share `ftol` of f. */
export function hasSettled({ f, before }: DirectionSet, ftol: number): boolean {
  return 2 * (before - f) <= ftol * (Math.abs(before) + Math.abs(f)) + 1e-20
}

/** Powell's test whether the way gone is a better direction than the one along which most was gained (Powell 1964, sec. 3). */
function extrapolate(x: Float64Array, set: DirectionSet, value: Height, to: Tolerance): void {
  const n = x.length
  const way = x.map((v, i) => v - set.base[i])
  set.base = x.slice()
  const { before, f, fall } = set
  const beyond = height(value, along(x, 1, way))
  if (!(before > beyond)) return
  const t = 2 * (before + beyond - 2 * f) * (before - f - fall) ** 2 - fall * (before - beyond) ** 2
  if (!(t < 0)) return
  const gone = search(x, way, set, value, to)
  if (gone.every((v) => v === 0)) return
  set.directions.copyWithin(set.steepest * n, (n - 1) * n)
  set.directions.set(gone, (n - 1) * n)
}

/** To the lowest point along `direction`, in place; the way gone. */
function search(x: Float64Array, direction: Float64Array, set: DirectionSet, value: Height, to: Tolerance): Float64Array {
  if (direction.every((v) => v === 0)) return direction.slice()
  const lowest = brent((s) => value(along(x, s, direction)), 100 * to.xtol, to.least)
  const gone = direction.map((v) => lowest.x * v)
  for (let i = 0; i < x.length; i++) x[i] += gone[i]
  set.f = lowest.f
  return gone
}

/** f, where no value counts as infinitely high. */
function height(value: Height, x: Float64Array): number {
  const f = value(x)
  return Number.isNaN(f) ? Infinity : f
}
