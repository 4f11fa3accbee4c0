/**
 * Interval arithmetic: from bounds of the operands, bounds of the result that are certain to hold.
 *
 * Every bound is rounded outwards. Plain JavaScript cannot change the rounding mode, so the rounded result is moved by a little
 * more than half an ulp: x - (φ|x| + η) is at most the double below x, with φ = u(1 + 2u), u = 2^-53 and η >= 2^-1074 (Rump,
 * Zimmermann, Boldo & Melquiond, BIT 49, 2009, theorem 2.2). Elementary functions are moved by 5 ulp, twice their largest error.
 * η is 1e-300 here: bounds that are subnormal numbers would make every operation that reads them many times slower.
 * Source of the operations: IEEE 1788-2015; Moore, Kearfott & Cloud, Introduction to Interval Analysis (2009), ch. 2 and 5.
 *
 * Intervals live in columns, so that a whole formula is enclosed without making an object. A kernel reads the slots of its
 * operands and writes slot `o`. Where bounds make no sense (∞ - ∞) they become the whole line. Empty is [∞, -∞]: no point of the
 * box has a value.
 */
export interface Intervals {
  readonly lo: Float64Array
  readonly hi: Float64Array
  /** What else is known of each: a sum of the marks below. */
  readonly marks: Uint8Array
}

/** Somewhere in the box there may be a place without a derivative; the value is continuous. */
export const KINK = 1
/** Somewhere in the box the value may jump or be undefined. */
export const BREAK = 2
/** Nowhere in the box there is a value. */
export const VOID = 4

/** Writes slot `o` of `r` from slots a, b, c (as many as the operation has). */
export type IntervalKernel = (r: Intervals, o: number, a: number, b: number, c: number) => void

const PHI = 1.1102230246251568e-16
const ETA = 1e-300
const FIVE_ULP = 1.2e-15
/** Covers the absolute error of a function where its result is subnormal. */
const SUBNORMAL = 1e-300

/** At most the next double below `x`. */
export const below = (x: number): number => x - (Math.abs(x) * PHI + ETA)
/** At least the next double above `x`. */
export const above = (x: number): number => x + (Math.abs(x) * PHI + ETA)
/** Below every number that a function of ours may round to `x`. */
export const wellBelow = (x: number): number => x - (Math.abs(x) * FIVE_ULP + SUBNORMAL)
export const wellAbove = (x: number): number => x + (Math.abs(x) * FIVE_ULP + SUBNORMAL)

// A sum that is 0, or subnormal, is exact: nothing to widen there.
const sumBelow = (x: number): number => x - Math.abs(x) * PHI
const sumAbove = (x: number): number => x + Math.abs(x) * PHI

/** Stores an interval; the whole line where the bounds make none. */
export function put(r: Intervals, o: number, lo: number, hi: number, marks: number): void {
  if (lo <= hi) {
    r.lo[o] = lo
    r.hi[o] = hi
    r.marks[o] = marks
  } else entire(r, o, marks | BREAK)
}

export function entire(r: Intervals, o: number, marks: number): void {
  r.lo[o] = -Infinity
  r.hi[o] = Infinity
  r.marks[o] = marks
}

/** No value anywhere in the box. */
export function empty(r: Intervals, o: number): void {
  r.lo[o] = Infinity
  r.hi[o] = -Infinity
  r.marks[o] = BREAK | VOID
}

/** A number as an interval; NaN, the value where there is none, is empty. */
export function constant(r: Intervals, o: number, value: number): void {
  if (Number.isNaN(value)) empty(r, o)
  else put(r, o, value, value, 0)
}

export const neg: IntervalKernel = (r, o, a) => {
  const lo = -r.hi[a]
  r.hi[o] = -r.lo[a]
  r.lo[o] = lo
  r.marks[o] = r.marks[a]
}

export const add: IntervalKernel = (r, o, a, b) =>
  put(r, o, sumBelow(r.lo[a] + r.lo[b]), sumAbove(r.hi[a] + r.hi[b]), r.marks[a] | r.marks[b])

export const sub: IntervalKernel = (r, o, a, b) =>
  put(r, o, sumBelow(r.lo[a] - r.hi[b]), sumAbove(r.hi[a] - r.lo[b]), r.marks[a] | r.marks[b])

export const mul: IntervalKernel = (r, o, a, b) => {
  const al = r.lo[a]
  const ah = r.hi[a]
  const bl = r.lo[b]
  const bh = r.hi[b]
  const marks = r.marks[a] | r.marks[b]
  if ((al === 0 && ah === 0 && bh - bl < Infinity) || (bl === 0 && bh === 0 && ah - al < Infinity)) put(r, o, 0, 0, marks)
  else if (al >= 0) {
    if (bl >= 0) put(r, o, Math.max(0, below(al * bl)), above(ah * bh), marks)
    else if (bh <= 0) put(r, o, below(ah * bl), Math.min(0, above(al * bh)), marks)
    else put(r, o, below(ah * bl), above(ah * bh), marks)
  } else if (ah <= 0) {
    if (bl >= 0) put(r, o, below(al * bh), Math.min(0, above(ah * bl)), marks)
    else if (bh <= 0) put(r, o, Math.max(0, below(ah * bh)), above(al * bl), marks)
    else put(r, o, below(al * bh), above(al * bl), marks)
  } else if (bl >= 0) put(r, o, below(al * bh), above(ah * bh), marks)
  else if (bh <= 0) put(r, o, below(ah * bl), above(al * bl), marks)
  else put(r, o, below(Math.min(al * bh, ah * bl)), above(Math.max(al * bl, ah * bh)), marks)
}

/** a·a, never negative. */
export const square: IntervalKernel = (r, o, a) => {
  const lo = r.lo[a]
  const hi = r.hi[a]
  const marks = r.marks[a]
  if (lo === 0 && hi === 0) put(r, o, 0, 0, marks)
  else if (lo >= 0) put(r, o, Math.max(0, below(lo * lo)), above(hi * hi), marks)
  else if (hi <= 0) put(r, o, Math.max(0, below(hi * hi)), above(lo * lo), marks)
  else put(r, o, 0, above(Math.max(lo * lo, hi * hi)), marks)
}

/** a·a·a, rising everywhere: tighter than the product of a² and a where a changes sign. */
export const cube: IntervalKernel = (r, o, a) =>
  put(r, o, below(below(r.lo[a] * r.lo[a] * r.lo[a])), above(above(r.hi[a] * r.hi[a] * r.hi[a])), r.marks[a])

/** Where the divisor may be 0 nothing holds, except the sign where no other sign is possible. */
export const div: IntervalKernel = (r, o, a, b) => {
  const al = r.lo[a]
  const ah = r.hi[a]
  const bl = r.lo[b]
  const bh = r.hi[b]
  const marks = r.marks[a] | r.marks[b]
  if (al === 0 && ah === 0 && (bl > 0 || bh < 0)) put(r, o, 0, 0, marks)
  else if (bl > 0) put(r, o, below(al / (al >= 0 ? bh : bl)), above(ah / (ah >= 0 ? bl : bh)), marks)
  else if (bh < 0) put(r, o, below(ah / (ah >= 0 ? bh : bl)), above(al / (al >= 0 ? bl : bh)), marks)
  else if (bl === 0 && bh > 0 && al > 0) put(r, o, below(al / bh), Infinity, marks | BREAK)
  else if (bl === 0 && bh > 0 && ah < 0) put(r, o, -Infinity, above(ah / bh), marks | BREAK)
  else if (bh === 0 && bl < 0 && al > 0) put(r, o, -Infinity, above(al / bl), marks | BREAK)
  else if (bh === 0 && bl < 0 && ah < 0) put(r, o, below(ah / bl), Infinity, marks | BREAK)
  else entire(r, o, marks | BREAK)
}

export const sqrt: IntervalKernel = (r, o, a) => {
  const lo = r.lo[a]
  const hi = r.hi[a]
  const marks = r.marks[a]
  if (hi < 0) empty(r, o)
  else if (lo < 0) put(r, o, 0, above(Math.sqrt(hi)), marks | BREAK)
  else put(r, o, Math.max(0, below(Math.sqrt(lo))), above(Math.sqrt(hi)), lo === 0 ? marks | KINK : marks)
}
