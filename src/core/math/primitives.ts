/**
 * What an elementary function is made of: operations that IEEE 754 or the bits of a double fix exactly, over any way of holding
 * numbers. A function described over them gives the same bits wherever it runs: one number at a time in JavaScript, two at a time in
 * WebAssembly.
 */
export interface Primitives<T, M> {
  constant(value: number): T
  add(a: T, b: T): T
  sub(a: T, b: T): T
  mul(a: T, b: T): T
  div(a: T, b: T): T
  neg(a: T): T
  abs(a: T): T
  sqrt(a: T): T
  floor(a: T): T
  /** NaN where a side is NaN; -0 below 0. */
  min(a: T, b: T): T
  max(a: T, b: T): T
  // False where a side is NaN.
  lt(a: T, b: T): M
  le(a: T, b: T): M
  eq(a: T, b: T): M
  and(a: M, b: M): M
  or(a: M, b: M): M
  not(a: M): M
  /** `a` where the condition holds, `b` elsewhere. */
  pick(condition: M, a: T, b: T): T
}
