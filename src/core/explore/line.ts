/** Flat points and kinks of a function along a line: a landscape of one coordinate, or one edge of a two-dimensional domain. */
import type { Landscape } from '../landscape.ts'
import { extent, sample } from './surface.ts'
import { inSlices, pace } from './work.ts'

/** A function of one number with its first two derivatives. */
export interface Line {
  /** Many arguments at once, with pauses. */
  evaluate(t: Float64Array, count: number, f: Float64Array, first: Float64Array, second: Float64Array): Generator<undefined, void, void>
  /** One argument. */
  at(t: number): Values
  /** After so many single arguments it is time for a pause. */
  readonly pace: number
}

interface Values {
  readonly f: number
  readonly first: number
  readonly second: number
}

export interface LinePoints {
  /** Arguments where the slope is zero, ascending. */
  readonly flat: readonly number[]
  /** Arguments where the slope jumps from falling to rising, the value being finite and lowest there. */
  readonly kinks: readonly number[]
  /** True where the function is exactly level over a stretch, whose points are not listed. */
  readonly level: boolean
  /** True where there were more points than `limit` and the search stopped. */
  readonly cut: boolean
}

/** The landscape along coordinate `axis`, the others fixed as in `through`. */
export function lineThrough(landscape: Landscape, axis: number, through: ArrayLike<number>): Line {
  const n = landscape.dimension
  const point = Float64Array.from(through)
  const gradient = new Float64Array(n)
  const hessian = new Float64Array(n * n)
  return {
    pace: pace(landscape, 256, 4),
    evaluate(t, count, f, first, second) {
      const coordinates = Array.from({ length: n }, (_, i) => (i === axis ? t : new Float64Array(count).fill(through[i])))
      const slopes = Array.from({ length: n }, (_, i) => (i === axis ? first : new Float64Array(count)))
      const curvatures = Array.from({ length: n * n }, (_, i) => (i === axis * n + axis ? second : new Float64Array(count)))
      return inSlices(landscape, coordinates, count, f, slopes, curvatures)
    },
    at(t) {
      point[axis] = t
      const f = landscape.hessian(point, gradient, hessian)
      return { f, first: gradient[axis], second: hessian[axis * n + axis] }
    },
  }
}

/** Bisection steps: from a cell down to the spacing of doubles. */
const BISECTIONS = 80

/**
 * Looks at `nodes` equally spaced arguments of [lo, hi] and refines every sign change of the slope, and every place where the
 * slope touches zero without changing sign (a root of the curvature near a smallest |slope|), as at 0 for x³. Two roots closer
 * than the spacing can be missed.
 */
export function* pointsOnLine(
  line: Line, lo: number, hi: number, nodes: number, limit: number,
): Generator<undefined, LinePoints, void> {
  const t = new Float64Array(nodes)
  for (let i = 0; i < nodes; i++) t[i] = i === nodes - 1 ? hi : sample([lo, hi], i, nodes)
  const f = new Float64Array(nodes)
  const first = new Float64Array(nodes)
  const second = new Float64Array(nodes)
  yield* line.evaluate(t, nodes, f, first, second)
  const slopes = extent(first)
  const steepest = Math.max(slopes.high, -slopes.low)
  const flat: number[] = []
  const kinks: number[] = []
  let level = false
  let i = 0
  for (; i < nodes && flat.length + kinks.length < limit; i++) {
    if (i % 256 === 255) yield undefined
    if (first[i] === 0) {
      const stretch = (i > 0 && first[i - 1] === 0) || (i + 1 < nodes && first[i + 1] === 0)
      if (stretch) level = true
      else flat.push(t[i])
      continue
    }
    if (Number.isNaN(first[i])) {
      const inner = Number.isFinite(f[i]) && i > 0 && i + 1 < nodes
      if (inner && first[i - 1] < 0 && first[i + 1] > 0 && f[i] < f[i - 1] && f[i] < f[i + 1]) kinks.push(t[i])
      continue
    }
    if (i === nodes - 1) continue
    if (first[i] * first[i + 1] < 0) yield* refine(line, t[i], t[i + 1], flat, kinks)
    else if (i > 0 && touches(first, i)) yield* touch(line, t[i - 1], t[i + 1], Math.sign(first[i]), steepest, flat, kinks)
  }
  return { flat, kinks, level, cut: i < nodes }
}

/** The slope at node `i` is nearest to zero among its neighbours, all of one sign. */
function touches(first: Float64Array, i: number): boolean {
  const [a, b, c] = [first[i - 1], first[i], first[i + 1]]
  const [u, v, w] = [Math.abs(a), Math.abs(b), Math.abs(c)]
  return a * b > 0 && b * c > 0 && v <= u && v <= w && (v < u || v < w)
}

/** The sign change of the slope between `a` and `b`: a root, a kink, or a pole. */
function* refine(line: Line, a: number, b: number, flat: number[], kinks: number[]): Generator<undefined, void, void> {
  const probe = (t: number): Values => line.at(t)
  const rising = probe(a).first < 0
  const outer = Math.max(Math.abs(probe(a).first), Math.abs(probe(b).first))
  const width = b - a
  const [left, right] = yield* bisect(line, a, b, (t) => Math.sign(probe(t).first))
  const atLeft = probe(left)
  const atRight = probe(right)
  if (left === right ? atLeft.first === 0 : Math.min(Math.abs(atLeft.first), Math.abs(atRight.first)) < 1e-6 * outer) {
    flat.push(Math.abs(atLeft.first) <= Math.abs(atRight.first) ? left : right)
    return
  }
  const at = snapped(probe, atLeft.f <= atRight.f ? left : right)
  if (rising && isBottom(probe, at, width)) kinks.push(at)
}

/** Narrows [a, b] with sign(a) ≠ sign(b) until the ends are neighbours; a zero, or an argument without a sign, ends it there. */
function* bisect(line: Line, a: number, b: number, sign: (t: number) => number): Generator<undefined, [number, number], void> {
  const atA = sign(a)
  const tiny = 1e-17 * Math.max(Math.abs(a), Math.abs(b), b - a)
  for (let k = 0; k < BISECTIONS && b - a > tiny; k++) {
    if (k % line.pace === line.pace - 1) yield undefined
    const middle = a + (b - a) / 2
    if (middle <= a || middle >= b) break
    const s = sign(middle)
    if (s === 0) return [middle, middle]
    if (s === atA) a = middle
    else b = middle
  }
  return [a, b]
}

/** A neighbour of `t` with few digits, where the function is no higher: kinks are mostly written as round numbers. */
function snapped(probe: (t: number) => Values, t: number): number {
  const round = Number(t.toPrecision(12))
  const short = Math.abs(t) < 1e-15 ? 0 : round
  return probe(short).f <= probe(t).f ? short : t
}

/** Finite, lower than both sides, and approached without falling for ever as log|x| does. */
function isBottom(probe: (t: number) => Values, t: number, width: number): boolean {
  const { f } = probe(t)
  if (!Number.isFinite(f)) return false
  return [-1, 1].every((side) => {
    const [far, near, nearest] = [1e-3, 1e-6, 1e-9].map((share) => probe(t + side * share * width).f)
    return far > near && near >= nearest && nearest >= f && near - nearest < 0.5 * (far - near)
  })
}

/** Where the slope comes nearest to zero between `a` and `b` without a sign change at the nodes. */
function* touch(
  line: Line, a: number, b: number, sign: number, steepest: number, flat: number[], kinks: number[],
): Generator<undefined, void, void> {
  const probe = (t: number): Values => line.at(t)
  const local = Math.max(Math.abs(probe(a).first), Math.abs(probe(b).first))
  if (probe(a).second * probe(b).second >= 0) return
  const [t] = yield* bisect(line, a, b, (s) => Math.sign(probe(s).second))
  const slope = probe(t).first
  if (slope * sign < 0) {
    yield* refine(line, a, t, flat, kinks)
    yield* refine(line, t, b, flat, kinks)
  } else if (Math.abs(slope) <= Math.max(1e-9 * local, 1e-15 * steepest)) flat.push(t)
}
