/** x^y through a logarithm in double-double precision, so that y log x keeps the digits that exp magnifies. */
import type { Primitives } from '../primitives.ts'
import { expExtreme, expWithTail } from './exponential.ts'
import { parted, SMALLEST_NORMAL, TWO_TO_54 } from './logarithm.ts'
import { exactProduct, fastSum, polynomial, type Pair } from './tools.ts'

const LN2_HIGH = 0.6931471805598903 // 42 bits: k times it is exact
const LN2_LOW = 5.497923018708371e-14

/** log m for normal x = 2^k m, √½ <= m < √2, relative error about 2^-66. */
export function logOfMantissa<T, M>(s: Primitives<T, M>, m: T): Pair<T> {
  const one = s.constant(1)
  const times = (a: T, b: T): T => s.mul(a, b)
  // r = (m - 1)/(m + 1) as rh + rl; m - 1 is exact
  const f = s.sub(m, one)
  const d = s.add(m, one)
  const dl = s.sub(m, s.sub(d, one))
  const rh = s.div(f, d)
  const [p, pl] = exactProduct(s, rh, d)
  const rl = s.div(s.sub(s.sub(s.sub(f, p), pl), times(rh, dl)), d)
  // log m = 2r + (2/3)r³ + r⁵(2/5 + …): 2r and (2/3)r³ as pairs
  const [z, ze] = exactProduct(s, rh, rh)
  const zl = s.add(ze, times(times(s.constant(2), rh), rl))
  const [c, ce] = exactProduct(s, z, rh)
  const cl = s.add(s.add(ce, times(z, rl)), times(zl, rh))
  const [q, qe] = exactProduct(s, c, s.constant(0.6666666666666666))
  const ql = s.add(s.add(qe, times(c, s.constant(3.700743415417188e-17))), times(cl, s.constant(0.6666666666666666)))
  const rest = times(times(c, z), polynomial(s, z, [
    0.4, 0.2857142857142857, 0.2222222222222296, 0.1818181818129463, 0.1538461552631608, 0.13333314526577061, 0.11766058217727461,
    0.10472683187283999, 0.10619361485570772,
  ]))
  const [h, hl] = fastSum(s, times(s.constant(2), rh), q)
  return fastSum(s, h, s.add(hl, s.add(s.add(times(s.constant(2), rl), ql), rest)))
}

/** k ln 2 + log m. */
export function whole<T, M>(s: Primitives<T, M>, k: T, [high, low]: Pair<T>): Pair<T> {
  const [h, hl] = fastSum(s, s.mul(k, s.constant(LN2_HIGH)), high)
  return fastSum(s, h, s.add(hl, s.add(low, s.mul(k, s.constant(LN2_LOW)))))
}

export const isUsual = <T, M>(s: Primitives<T, M>, x: T): M => s.and(s.le(s.constant(SMALLEST_NORMAL), x), s.lt(x, s.constant(Infinity)))

/** x as 2^k m, also where it is subnormal. */
export function partedAny<T, M>(s: Primitives<T, M>, x: T): { readonly k: T; readonly m: T } {
  const tiny = s.lt(x, s.constant(SMALLEST_NORMAL))
  const { k, m } = parted(s, s.pick(tiny, s.mul(x, s.constant(TWO_TO_54)), x))
  return { k: s.pick(tiny, s.sub(k, s.constant(54)), k), m }
}

/** y log x as a pair. */
function exponentOf<T, M>(s: Primitives<T, M>, y: T, [high, low]: Pair<T>): Pair<T> {
  const [p, pl] = exactProduct(s, y, high)
  return fastSum(s, p, s.add(pl, s.mul(y, low)))
}

/** x^y. At most 0.8 ulp off. */
export function pow<T, M>(s: Primitives<T, M>, x: T, y: T): T {
  const { k, m } = parted(s, x)
  const log = whole(s, k, logOfMantissa(s, m))
  const size = s.abs(s.mul(y, log[0]))
  const usual = s.and(isUsual(s, x), s.and(s.le(size, s.constant(700)), s.lt(s.abs(y), s.constant(1e200))))
  return s.rare(s.not(usual), 'powApart', [x, y], () => expWithTail(s, ...exponentOf(s, y, log)))
}

/** With the conventions of ECMAScript for zeros, infinities and NaN. */
export function powApart<T, M>(s: Primitives<T, M>, x: T, y: T): T {
  const [zero, one, infinite] = [0, 1, Infinity].map((value) => s.constant(value))
  const [a, b] = [s.abs(x), s.abs(y)]
  const ordinary = s.and(s.and(s.lt(zero, a), s.lt(a, infinite)), s.and(s.lt(zero, b), s.lt(b, infinite)))
  return s.either(s.and(ordinary, s.not(s.eq(x, one))), () => {
    const { k, m } = partedAny(s, a)
    const log = whole(s, k, logOfMantissa(s, m))
    const p = s.mul(y, log[0])
    const huge = s.or(s.lt(s.constant(750), s.abs(p)), s.lt(s.constant(1e200), b))
    const size = s.either(huge, () => s.pick(s.lt(zero, p), infinite, s.pick(s.lt(p, zero), zero, one)), () => expExtreme(s, ...exponentOf(s, y, log)))
    const half = s.mul(s.constant(0.5), y)
    const even = s.eq(s.floor(half), half)
    const signed = s.pick(s.eq(s.floor(y), y), s.pick(even, size, s.neg(size)), s.constant(NaN))
    return s.pick(s.lt(x, zero), signed, size)
  }, () => s.call('specialPower', x, y))
}
