/**
 * What an elementary function is made of: operations that IEEE 754 or the bits of a double fix exactly, over any way of holding
 * numbers. A function described over them is written once and gives the same bits wherever it runs: one number at a time in
 * JavaScript, as which it is printed, and two at a time in WebAssembly.
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
  /** The nearest number of single precision. */
  shortened(a: T): T
  /** 2^k for a whole number -1023 < k < 1024. */
  powerOfTwo(k: T): T
  /** The whole number k with a = 2^k m, 1 <= m < 2, for normal a > 0. */
  exponent(a: T): T
  /** That m, where k = exponent(a). */
  mantissa(a: T, k: T): T
  // False where a side is NaN.
  lt(a: T, b: T): M
  le(a: T, b: T): M
  eq(a: T, b: T): M
  /** Whether the bit of weight 1 or 2 of a whole number |k| < 2^31 is set. */
  bit(k: T, weight: 1 | 2): M
  and(a: M, b: M): M
  or(a: M, b: M): M
  not(a: M): M
  /** `a` where the condition holds, `b` elsewhere. */
  pick(condition: M, a: T, b: T): T
  /** The same of long computations, of which one number at a time needs only one. */
  either(condition: M, a: () => T, b: () => T): T
  /**
   * What a function answers: `usual`, but where the condition holds, which is seldom, the function `name` of the same module at
   * `args`. Only as the last thing a function does.
   */
  rare(condition: M, name: string, args: readonly T[], usual: () => T): T
  /** A function of angle.ts or bits.ts, only in functions that are rare cases of others. */
  call(name: 'largeQuarter' | 'largeAngle' | 'largeTail' | 'specialPower', ...args: readonly T[]): T
}

/** A function of one or two arguments, described. */
export type Described = <T, M>(s: Primitives<T, M>, x: T, y: T) => T
