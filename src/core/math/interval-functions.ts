/** Bounds of the elementary functions over intervals: see interval.ts. */
import {
  acos, asin, atan, atan2, cos, cosh, exp, hypot, log, log10, log2, pow, sigmoid, sin, sinh, softplus, tan, tanh,
} from './elementary.ts'
import { BREAK, empty, entire, KINK, put, wellAbove, wellBelow, type IntervalKernel, type Intervals } from './interval.ts'
import { REDUCTION_LIMIT } from './described/trigonometric.ts'

const TAU = 2 * Math.PI
/** An extremum this close outside an interval (in periods) counts as inside: sin is 1 there up to 2e-17. */
const NEARLY = 1e-9

type Curve = (x: number) => number
/** Bounds of v = f(x) at one x; f(0) = 0 is exact where it is so, while other zeros are results too small for a number. */
const lowOf = (x: number, v: number): number => (x === 0 && v === 0 ? 0 : wellBelow(v))
const highOf = (x: number, v: number): number => (x === 0 && v === 0 ? 0 : wellAbove(v))

/** A function that rises everywhere. Of a single number, as in the middle of a box, its value is computed once. */
const rising = (f: Curve, least: number, most: number): IntervalKernel => (r, o, a) => {
  const lo = r.lo[a]
  const hi = r.hi[a]
  const atLo = f(lo)
  const atHi = lo === hi ? atLo : f(hi)
  put(r, o, Math.max(least, lowOf(lo, atLo)), Math.min(most, highOf(hi, atHi)), r.marks[a])
}

export const expOf = rising(exp, 0, Infinity)
export const sinhOf = rising(sinh, -Infinity, Infinity)
export const tanhOf = rising(tanh, -1, 1)
export const atanOf = rising(atan, -1.5707963267948968, 1.5707963267948968)
export const sigmoidOf = rising(sigmoid, 0, 1)
export const softplusOf = rising(softplus, 0, Infinity)

export const coshOf: IntervalKernel = (r, o, a) => {
  const [lo, hi] = [r.lo[a], r.hi[a]]
  const near = lo > 0 ? lo : hi < 0 ? hi : 0
  const far = Math.max(-lo, hi)
  put(r, o, near === 0 ? 1 : Math.max(1, wellBelow(cosh(near))), wellAbove(cosh(far)), r.marks[a])
}

const logarithm = (f: Curve): IntervalKernel => (r, o, a) => {
  const lo = r.lo[a]
  const hi = r.hi[a]
  const marks = r.marks[a]
  if (hi <= 0) empty(r, o)
  else if (lo > 0) put(r, o, wellBelow(f(lo)), wellAbove(f(hi)), marks)
  else put(r, o, -Infinity, wellAbove(f(hi)), marks | BREAK)
}
export const logOf = logarithm(log)
export const log2Of = logarithm(log2)
export const log10Of = logarithm(log10)

/** A function of [-1, 1] onto [f(-1), f(1)] or back. */
const inverse = (f: Curve, falls: boolean): IntervalKernel => (r, o, a) => {
  const [lo, hi] = [r.lo[a], r.hi[a]]
  if (hi < -1 || lo > 1) return empty(r, o)
  const marks = r.marks[a] | (lo < -1 || hi > 1 ? BREAK : lo === -1 || hi === 1 ? KINK : 0)
  const [least, most] = [f(Math.max(lo, -1)), f(Math.min(hi, 1))]
  put(r, o, wellBelow(falls ? most : least), wellAbove(falls ? least : most), marks)
}
export const asinOf = inverse(asin, false)
export const acosOf = inverse(acos, true)

/** Whether [lo, hi] holds a point of phase + k·period, to be on the safe side. */
function holds(lo: number, hi: number, phase: number, period: number): boolean {
  return Math.ceil((lo - phase) / period - NEARLY) <= Math.floor((hi - phase) / period + NEARLY)
}

/** sin or cos: bounds at the ends, and 1 or -1 where a crest or a trough lies between them. */
const wave = (f: Curve, crest: number): IntervalKernel => (r, o, a) => {
  const lo = r.lo[a]
  const hi = r.hi[a]
  const marks = r.marks[a]
  if (!(lo >= -REDUCTION_LIMIT && hi <= REDUCTION_LIMIT)) {
    put(r, o, -1, 1, Number.isFinite(lo) && Number.isFinite(hi) ? marks : marks | BREAK)
    return
  }
  const trough = holds(lo, hi, crest + Math.PI, TAU)
  const top = holds(lo, hi, crest, TAU)
  if (trough && top) return put(r, o, -1, 1, marks)
  const atLo = f(lo)
  const atHi = lo === hi ? atLo : f(hi)
  const least = trough ? -1 : Math.max(-1, Math.min(lowOf(lo, atLo), lowOf(hi, atHi)))
  const most = top ? 1 : Math.min(1, Math.max(highOf(lo, atLo), highOf(hi, atHi)))
  put(r, o, least, most, marks)
}
export const sinOf = wave(sin, Math.PI / 2)
export const cosOf = wave(cos, 0)

export const tanOf: IntervalKernel = (r, o, a) => {
  const lo = r.lo[a]
  const hi = r.hi[a]
  const marks = r.marks[a]
  const far = !(lo >= -REDUCTION_LIMIT && hi <= REDUCTION_LIMIT)
  if (far || holds(lo, hi, Math.PI / 2, Math.PI)) entire(r, o, marks | BREAK)
  else put(r, o, lowOf(lo, tan(lo)), highOf(hi, tan(hi)), marks)
}

/** The distance of an interval from 0, and of its far end. */
const nearest = (r: Intervals, a: number): number => (r.lo[a] > 0 ? r.lo[a] : r.hi[a] < 0 ? -r.hi[a] : 0)
const farthest = (r: Intervals, a: number): number => Math.max(-r.lo[a], r.hi[a])

export const hypotOf: IntervalKernel = (r, o, a, b) => {
  const least = hypot(nearest(r, a), nearest(r, b))
  const marks = r.marks[a] | r.marks[b] | (least === 0 ? KINK : 0)
  put(r, o, Math.max(0, wellBelow(least)), wellAbove(hypot(farthest(r, a), farthest(r, b))), marks)
}

/** The angle: extreme in the corners, unless the box meets the cut along the negative axis. */
export const atan2Of: IntervalKernel = (r, o, a, b) => {
  const marks = r.marks[a] | r.marks[b]
  if (r.lo[a] <= 0 && r.hi[a] >= 0 && r.lo[b] <= 0) return put(r, o, -3.1415926535897936, 3.1415926535897936, marks | BREAK)
  corners(r, o, atan2, r.lo[a], r.hi[a], r.lo[b], r.hi[b], marks)
}

/** Bounds of a function that is monotone in each argument for every value of the other. */
function corners(
  r: Intervals, o: number, f: (x: number, y: number) => number, al: number, ah: number, bl: number, bh: number, marks: number,
): void {
  const [p, q, s, t] = [f(al, bl), f(al, bh), f(ah, bl), f(ah, bh)]
  put(r, o, wellBelow(Math.min(p, q, s, t)), wellAbove(Math.max(p, q, s, t)), marks)
}

/** a^b: defined for a >= 0, and for every a where b is one whole number. */
export const powOf: IntervalKernel = (r, o, a, b) => {
  const [al, ah, bl, bh, marks] = [r.lo[a], r.hi[a], r.lo[b], r.hi[b], r.marks[a] | r.marks[b]]
  if (al > 0) corners(r, o, pow, al, ah, bl, bh, marks)
  else if (bl === bh && Number.isInteger(bl)) wholePower(r, o, al, ah, bl, marks)
  else if (ah < 0 && !(bl < bh)) empty(r, o)
  else if (bl > 0 && !(bl < bh && al < 0)) put(r, o, 0, wellAbove(Math.max(pow(ah, bl), pow(ah, bh))), marks | (al < 0 ? BREAK : KINK))
  else entire(r, o, marks | BREAK)
}

function wholePower(r: Intervals, o: number, lo: number, hi: number, p: number, marks: number): void {
  if (p < 0 && hi >= 0) return entire(r, o, marks | BREAK)
  const [left, right] = [pow(lo, p), pow(hi, p)]
  const touches = p % 2 === 0 && hi >= 0
  put(r, o, touches ? 0 : wellBelow(Math.min(left, right)), wellAbove(Math.max(left, right)), marks)
}
