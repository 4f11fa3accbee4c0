/** Intervals as a scalar: a formula, and its jets, evaluated to bounds that are certain to hold over a box. */
import {
  absOf, alikeOf, eqOf, flatOf, floorOf, geOf, gtOf, leOf, logSlopeOf, ltOf, maxOf, minOf, neOf, reluOf, selectOf, sideOf, signOf,
} from '../math/interval-cases.ts'
import {
  acosOf, asinOf, atan2Of, atanOf, cosOf, coshOf, expOf, hypotOf, log10Of, log2Of, logOf, powOf, sigmoidOf, sinhOf, sinOf,
  softplusOf, tanhOf, tanOf,
} from '../math/interval-functions.ts'
import { latticeOf } from '../math/interval-lattice.ts'
import { add, constant, div, mul, neg, sqrt, square, sub, type IntervalKernel, type Intervals } from '../math/interval.ts'
import { powerByProducts, type BinaryOp, type Scalar, type UnaryOp } from './scalar.ts'

/** Every number from `lo` to `hi`, and what may be wrong on the way: a sum of KINK, BREAK and VOID of interval.ts. */
export interface Interval {
  readonly lo: number
  readonly hi: number
  readonly marks: number
}

/** What each operation means for intervals. */
export const INTERVAL_KERNELS: { readonly [op in UnaryOp | BinaryOp | 'select']: IntervalKernel } = {
  neg, sqrt, add, sub, mul, div,
  abs: absOf, sign: signOf, floor: floorOf, relu: reluOf, exp: expOf, log: logOf, log2: log2Of, log10: log10Of,
  sin: sinOf, cos: cosOf, tan: tanOf, asin: asinOf, acos: acosOf, atan: atanOf, sinh: sinhOf, cosh: coshOf, tanh: tanhOf,
  sigmoid: sigmoidOf, softplus: softplusOf, side: sideOf, flat: flatOf, logSlope: logSlopeOf,
  pow: powOf, min: minOf, max: maxOf, atan2: atan2Of, hypot: hypotOf,
  lt: ltOf, le: leOf, gt: gtOf, ge: geOf, eq: eqOf, ne: neOf,
  select: selectOf,
}

/** One interval, by its bounds. */
export const interval = (lo: number, hi: number): Interval => ({ lo, hi, marks: 0 })

/** The scalar; its intervals are values that do not change. */
export const intervals: Scalar<Interval> = {
  constant: (value) => run((r, o) => constant(r, o, value)),
  unary: (op, a) => run(INTERVAL_KERNELS[op], a),
  binary: (op, a, b) => (op === 'mul' && a === b ? run(square, a) : run(INTERVAL_KERNELS[op], a, b)),
  select: (condition, a, b, alike) => run(alike === true ? alikeOf : selectOf, condition, a, b),
  lattice: (lattice, orders, args) => run(latticeOf(lattice, orders), ...args),
  power: (a, p) => powerByProducts(intervals, a, p),
}

function run(kernel: IntervalKernel, ...args: readonly Interval[]): Interval {
  const r: Intervals = { lo: new Float64Array(4), hi: new Float64Array(4), marks: new Uint8Array(4) }
  args.forEach(({ lo, hi, marks }, i) => {
    r.lo[i + 1] = lo
    r.hi[i + 1] = hi
    r.marks[i + 1] = marks
  })
  kernel(r, 0, 1, 2, 3)
  return { lo: r.lo[0], hi: r.hi[0], marks: r.marks[0] }
}
