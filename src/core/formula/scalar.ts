/**
 * The operations a formula is made of, over any kind of scalar. A formula and its derivative rules are written once against this
 * interface; numbers, dual numbers, graph nodes (and later intervals) are ways to run them.
 */
import {
  acos, asin, atan, atan2, cos, cosh, exp, hypot, log, log10, log2, pow, sigmoid, sin, sinh, softplus, tan, tanh,
} from '../math/elementary.ts'
import { latticeFunction, type Lattice, type Orders } from '../math/lattice.ts'
import { eq, flat, ge, gt, le, logSlope, lt, ne, relu, select, side } from '../math/piecewise.ts'

export type UnaryOp =
  | 'neg' | 'abs' | 'sign' | 'floor' | 'relu' | 'sqrt' | 'exp' | 'log' | 'log2' | 'log10'
  | 'sin' | 'cos' | 'tan' | 'asin' | 'acos' | 'atan' | 'sinh' | 'cosh' | 'tanh' | 'sigmoid' | 'softplus'
  // Only derivatives use these three:
  /** 1 right of zero, -1 left of it, NaN at zero: the slope of |x|. */
  | 'side'
  /** 0 away from zero, NaN at zero: the slope of sign(x). */
  | 'flat'
  /** 1/x for x >= 0, NaN for x < 0: the slope of log x where log x is defined. */
  | 'logSlope'

export type BinaryOp =
  | 'add' | 'sub' | 'mul' | 'div' | 'pow' | 'min' | 'max' | 'atan2' | 'hypot'
  // 1 or 0, NaN where a side is NaN
  | 'lt' | 'le' | 'gt' | 'ge' | 'eq' | 'ne'

export interface Scalar<T> {
  constant(value: number): T
  unary(op: UnaryOp, a: T): T
  binary(op: BinaryOp, a: T, b: T): T
  /**
   * `a` where the condition is neither 0 nor NaN, `b` where it is 0, NaN where it is NaN. `alike` says that both are the same
   * function, written in two ways that keep their digits in different places.
   */
  select(condition: T, a: T, b: T, alike?: boolean): T
  /** The function of a lattice, or a derivative of it, at as many arguments as it has coordinates. */
  lattice(lattice: Lattice, orders: Orders, args: readonly T[]): T
  /** a^exponent for an exponent that does not vary. */
  power(a: T, exponent: number): T
}

/** Integer exponents up to this size are products: exact where exp(p log x) is not, and defined for negative bases. */
const LONGEST_CHAIN = 64

/**
 * a^p for a fixed p by repeated squaring where p is a small integer (1/a^|p| where it is negative), else by `pow`.
 * a^0 is 1 even where a is NaN, as in IEEE 754-2019 §9.2.1.
 */
export function powerByProducts<T>(s: Scalar<T>, a: T, p: number): T {
  if (p === 0) return s.constant(1)
  if (p === 1) return a
  if (p === 0.5) return s.unary('sqrt', a)
  if (!Number.isInteger(p) || Math.abs(p) > LONGEST_CHAIN) return s.binary('pow', a, s.constant(p))
  if (p < 0) return s.binary('div', s.constant(1), powerByProducts(s, a, -p))
  const half = powerByProducts(s, a, Math.floor(p / 2))
  const square = s.binary('mul', half, half)
  return p % 2 === 0 ? square : s.binary('mul', square, a)
}

/** What each operation means for numbers; every other scalar agrees with this. */
export const UNARY: { readonly [op in UnaryOp]: (a: number) => number } = {
  neg: (a) => -a,
  abs: Math.abs, sign: Math.sign, floor: Math.floor, sqrt: Math.sqrt,
  relu, exp, log, log2, log10, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, sigmoid, softplus, side, flat, logSlope,
}

export const BINARY: { readonly [op in BinaryOp]: (a: number, b: number) => number } = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  min: Math.min, max: Math.max,
  pow, atan2, hypot, lt, le, gt, ge, eq, ne,
}

/** Plain double precision numbers. */
export const numbers: Scalar<number> = {
  constant: (value) => value,
  unary: (op, a) => UNARY[op](a),
  binary: (op, a, b) => BINARY[op](a, b),
  select,
  lattice: (lattice, orders, [x, y = 0]) => latticeFunction(lattice, orders)(x, y),
  power: (a, p) => powerByProducts(numbers, a, p),
}
