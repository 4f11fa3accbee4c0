/**
 * log and what is made of it: x = 2^k m with m in [√½, √2), and log m = 2 artanh((m - 1)/(m + 1)) by its series, coefficients fitted.
 * Source: as in Tang, ACM Trans. Math. Softw. 16 (1990), 378-400, sec. 3, without its table.
 */
import type { Primitives } from '../primitives.ts'
import { expExtreme, expPair, LN2_HIGH, LN2_LOW } from './exponential.ts'
import { exactSum, fastSum, polynomial, type Pair } from './tools.ts'

export const SMALLEST_NORMAL = 2.2250738585072014e-308
export const TWO_TO_54 = 18014398509481984
const SQRT_2 = 1.4142135623730951

/** x = 2^k m, m in [√½, √2), for normal x > 0. */
export function parted<T, M>(s: Primitives<T, M>, x: T): { readonly k: T; readonly m: T } {
  const k = s.exponent(x)
  const m = s.mantissa(x, k)
  const above = s.lt(s.constant(SQRT_2), m)
  return { k: s.pick(above, s.add(k, s.constant(1)), k), m: s.pick(above, s.mul(s.constant(0.5), m), m) }
}

/** log(1 + f) = f - rest, |rest| about f²/2; with the small number `more` added to the logarithm. */
function belowLinear<T, M>(s: Primitives<T, M>, f: T, more: T): T {
  const q = s.div(f, s.add(s.constant(2), f))
  const z = s.mul(q, q)
  const series = s.mul(z, polynomial(s, z, [
    0.6666666666666666, 0.4000000000000089, 0.28571428570795937, 0.2222222239345263, 0.181817954545265, 0.15386249788196105,
    0.1326850331279476, 0.13089445145246312,
  ]))
  const half = s.mul(s.mul(s.constant(0.5), f), f)
  // f - f²/2 + q (f²/2 + series): the large terms f and f²/2 are nearly exact
  return s.sub(half, s.add(s.mul(q, s.add(half, series)), more))
}

/** log x + shift ln 2 for normal x > 0. */
function ofNormal<T, M>(s: Primitives<T, M>, x: T, shift: number): T {
  const { k: exponent, m } = parted(s, x)
  const k = shift === 0 ? exponent : s.add(exponent, s.constant(shift))
  const f = s.sub(m, s.constant(1))
  return s.sub(s.mul(k, s.constant(LN2_HIGH)), s.sub(belowLinear(s, f, s.mul(k, s.constant(LN2_LOW))), f))
}

/** log(u + tail) for 1 <= u <= 2 and a tail below an ulp of it, as a pair. */
function pair<T, M>(s: Primitives<T, M>, u: T, tail: T): Pair<T> {
  const { k, m } = parted(s, u)
  const f = s.sub(m, s.constant(1))
  const [g, rest] = fastSum(s, f, s.neg(belowLinear(s, f, s.add(s.mul(k, s.constant(LN2_LOW)), s.div(tail, u)))))
  const [value, more] = fastSum(s, s.mul(k, s.constant(LN2_HIGH)), g)
  return [value, s.add(more, rest)]
}

/** 0.72 ulp. */
export function log<T, M>(s: Primitives<T, M>, x: T): T {
  const usual = s.and(s.le(s.constant(SMALLEST_NORMAL), x), s.lt(x, s.constant(Infinity)))
  return s.rare(s.not(usual), 'logExtreme', [x], () => ofNormal(s, x, 0))
}

/** Of zero, subnormal, infinite and negative numbers, and of NaN. */
export function logExtreme<T, M>(s: Primitives<T, M>, x: T): T {
  const zero = s.constant(0)
  const infinite = s.constant(Infinity)
  return s.either(
    s.and(s.lt(zero, x), s.lt(x, infinite)),
    () => ofNormal(s, s.mul(x, s.constant(TWO_TO_54)), -54),
    () => s.pick(s.eq(x, zero), s.constant(-Infinity), s.pick(s.eq(x, infinite), x, s.constant(NaN))),
  )
}

/** log(1 + exp(x)) without overflow: x or 0, whichever is larger, and log(1 + exp(-|x|)). */
export function softplus<T, M>(s: Primitives<T, M>, x: T): T {
  return s.rare(s.not(s.le(s.abs(x), s.constant(600))), 'softplusExtreme', [x], () => {
    const [t, tail] = expPair(s, s.neg(s.abs(x)))
    const [u, rest] = fastSum(s, s.constant(1), t)
    const [usual, rounded] = pair(s, u, s.add(rest, tail))
    // where exp(x) all but drowns in 1, log(1 + t) = t - t²/2 + t³/3 - …
    const faint = s.lt(t, s.constant(2 ** -20))
    const beyondLinear = s.mul(s.mul(t, t), s.sub(s.constant(0.5), s.div(t, s.constant(3))))
    const value = s.pick(faint, t, usual)
    const low = s.pick(faint, s.sub(tail, beyondLinear), rounded)
    const [sum, lost] = exactSum(s, s.pick(s.lt(s.constant(0), x), x, s.constant(0)), value)
    return s.add(sum, s.add(lost, low))
  })
}

export function softplusExtreme<T, M>(s: Primitives<T, M>, x: T): T {
  return s.pick(s.lt(s.constant(0), x), x, expExtreme(s, x, s.constant(0)))
}
