/** Bounds of functions and relations made of cases: see interval.ts. An undecided case is the hull of all that are possible. */
import { above, below, BREAK, empty, KINK, put, VOID, type IntervalKernel } from './interval.ts'

export const absOf: IntervalKernel = (r, o, a) => {
  const lo = r.lo[a]
  const hi = r.hi[a]
  const marks = r.marks[a]
  if (lo > 0) put(r, o, lo, hi, marks)
  else if (hi < 0) put(r, o, -hi, -lo, marks)
  else put(r, o, 0, Math.max(-lo, hi), marks | KINK)
}

export const reluOf: IntervalKernel = (r, o, a) => {
  const lo = r.lo[a]
  const hi = r.hi[a]
  const marks = r.marks[a]
  put(r, o, Math.max(lo, 0), Math.max(hi, 0), lo <= 0 && hi >= 0 ? marks | KINK : marks)
}

export const signOf: IntervalKernel = (r, o, a) => {
  const lo = r.lo[a]
  const hi = r.hi[a]
  const marks = r.marks[a]
  put(r, o, Math.sign(lo), Math.sign(hi), lo <= 0 && hi >= 0 && lo < hi ? marks | BREAK : marks)
}

export const floorOf: IntervalKernel = (r, o, a) => {
  const lo = Math.floor(r.lo[a])
  const hi = Math.floor(r.hi[a])
  const jumps = hi > lo || (lo === r.lo[a] && r.lo[a] < r.hi[a])
  put(r, o, lo, hi, jumps ? r.marks[a] | BREAK : r.marks[a])
}

/** The slope of |x|: none at 0. */
export const sideOf: IntervalKernel = (r, o, a) => {
  const lo = r.lo[a]
  const hi = r.hi[a]
  const marks = r.marks[a]
  if (lo > 0) put(r, o, 1, 1, marks)
  else if (hi < 0) put(r, o, -1, -1, marks)
  else if (lo === 0 && hi === 0) empty(r, o)
  else put(r, o, lo === 0 ? 1 : -1, hi === 0 ? -1 : 1, marks | BREAK)
}

/** The slope of sign(x): none at 0. */
export const flatOf: IntervalKernel = (r, o, a) => {
  const lo = r.lo[a]
  const hi = r.hi[a]
  const marks = r.marks[a]
  if (lo === 0 && hi === 0) empty(r, o)
  else put(r, o, 0, 0, lo <= 0 && hi >= 0 ? marks | BREAK : marks)
}

/** 1/x where log x is defined. */
export const logSlopeOf: IntervalKernel = (r, o, a) => {
  const lo = r.lo[a]
  const hi = r.hi[a]
  const marks = r.marks[a]
  if (hi < 0) empty(r, o)
  else if (lo > 0) put(r, o, Math.max(0, below(1 / hi)), above(1 / lo), marks)
  else put(r, o, hi === Infinity || hi === 0 ? 0 : below(1 / hi), Infinity, marks | BREAK)
}

export const minOf: IntervalKernel = (r, o, a, b) => {
  const marks = r.marks[a] | r.marks[b]
  const undecided = r.lo[a] <= r.hi[b] && r.lo[b] <= r.hi[a]
  put(r, o, Math.min(r.lo[a], r.lo[b]), Math.min(r.hi[a], r.hi[b]), undecided ? marks | KINK : marks)
}

export const maxOf: IntervalKernel = (r, o, a, b) => {
  const marks = r.marks[a] | r.marks[b]
  const undecided = r.lo[a] <= r.hi[b] && r.lo[b] <= r.hi[a]
  put(r, o, Math.max(r.lo[a], r.lo[b]), Math.max(r.hi[a], r.hi[b]), undecided ? marks | KINK : marks)
}

/** A relation: 1 where it certainly holds, 0 where it certainly does not. */
const relation = (holds: Decision, fails: Decision): IntervalKernel => (r, o, a, b) => {
  const marks = r.marks[a] | r.marks[b]
  const [al, ah, bl, bh] = [r.lo[a], r.hi[a], r.lo[b], r.hi[b]]
  if (holds(al, ah, bl, bh)) put(r, o, 1, 1, marks)
  else if (fails(al, ah, bl, bh)) put(r, o, 0, 0, marks)
  else put(r, o, 0, 1, marks | BREAK)
}
type Decision = (al: number, ah: number, bl: number, bh: number) => boolean
const less: Decision = (_al, ah, bl) => ah < bl
const notMore: Decision = (_al, ah, bl) => ah <= bl
const more: Decision = (al, _ah, _bl, bh) => al > bh
const notLess: Decision = (al, _ah, _bl, bh) => al >= bh
const same: Decision = (al, ah, bl, bh) => al === ah && bl === bh && al === bl
const apart: Decision = (al, ah, bl, bh) => ah < bl || al > bh

export const ltOf = relation(less, notLess)
export const leOf = relation(notMore, more)
export const gtOf = relation(more, notMore)
export const geOf = relation(notLess, less)
export const eqOf = relation(same, apart)
export const neOf = relation(apart, same)

/** Slots b and c hold the same function, written in two ways: both bounds hold, whatever the condition in slot a. */
export const alikeOf: IntervalKernel = (r, o, _a, b, c) =>
  put(r, o, Math.max(r.lo[b], r.lo[c]), Math.min(r.hi[b], r.hi[c]), r.marks[b] & r.marks[c])

/** Slot a is the condition; b where it is not 0, c where it is 0. */
export const selectOf: IntervalKernel = (r, o, a, b, c) => {
  const lo = r.lo[a]
  const hi = r.hi[a]
  const marks = r.marks[a]
  const decided = lo > 0 || hi < 0 ? b : lo === 0 && hi === 0 ? c : -1
  if (decided >= 0) {
    const within = marks | r.marks[decided]
    r.lo[o] = r.lo[decided]
    r.hi[o] = r.hi[decided]
    r.marks[o] = within
    return
  }
  const nowhere = r.marks[b] & r.marks[c] & VOID
  r.lo[o] = Math.min(r.lo[b], r.lo[c])
  r.hi[o] = Math.max(r.hi[b], r.hi[c])
  r.marks[o] = ((marks | r.marks[b] | r.marks[c] | BREAK) & ~VOID) | nowhere
}
