/** What the descriptions share: polynomials, and sums, products and quotients that keep what rounding takes away. */
import type { Primitives } from '../primitives.ts'

/** A number as the sum of two: a rounded one and what is left. */
export type Pair<T> = readonly [high: T, low: T]
/** The same, where the second may be nothing. */
export type Split<T> = readonly [high: T, low?: T]

/** c₀ + z (c₁ + z (c₂ + …)), from the inside out. */
export function polynomial<T, M>(s: Primitives<T, M>, z: T, coefficients: readonly number[]): T {
  const c = coefficients.map((value) => s.constant(value))
  return c.reduceRight((inner, outer) => s.add(outer, s.mul(z, inner)))
}

/** a + b exactly, where a is 0 or |a| >= |b| (Dekker 1971, Numer. Math. 18, 224-242). */
export function fastSum<T, M>(s: Primitives<T, M>, a: T, b: T): Pair<T> {
  const sum = s.add(a, b)
  return [sum, s.sub(b, s.sub(sum, a))]
}

/** a + b exactly (Knuth, The Art of Computer Programming 2, 4.2.2, theorem B). */
export function exactSum<T, M>(s: Primitives<T, M>, a: T, b: T): Pair<T> {
  const sum = s.add(a, b)
  const ofB = s.sub(sum, a)
  return [sum, s.add(s.sub(a, s.sub(sum, ofB)), s.sub(b, ofB))]
}

/** a in two halves of at most 26 bits, for |a| < 1e300. */
function halves<T, M>(s: Primitives<T, M>, a: T): Pair<T> {
  const t = s.mul(s.constant(134217729), a) // 2^27 + 1
  const high = s.sub(t, s.sub(t, a))
  return [high, s.sub(a, high)]
}

/** a b exactly where neither overflows nor underflows on the way (Dekker 1971). */
export function exactProduct<T, M>(s: Primitives<T, M>, a: T, b: T): Pair<T> {
  const product = s.mul(a, b)
  const [ah, al] = halves(s, a)
  const [bh, bl] = halves(s, b)
  const low = s.add(s.add(s.add(s.sub(s.mul(ah, bh), product), s.mul(ah, bl)), s.mul(al, bh)), s.mul(al, bl))
  return [product, low]
}

/** a/b as a pair: the rounded quotient of the high parts, and its correction. */
export function quotient<T, M>(s: Primitives<T, M>, [a, al]: Split<T>, [b, bl]: Split<T>): Pair<T> {
  const q = s.div(a, b)
  const [p, pl] = exactProduct(s, q, b)
  const over = s.sub(s.sub(a, p), pl)
  const more = al === undefined ? over : s.add(over, al)
  return [q, s.div(bl === undefined ? more : s.sub(more, s.mul(q, bl)), b)]
}
