/** log2 and log10 through a logarithm in double-double precision: exact wherever the answer is a whole number. */
import type { Primitives } from '../primitives.ts'
import { parted } from './logarithm.ts'
import { isUsual, logOfMantissa, partedAny, whole } from './power.ts'
import { exactProduct } from './tools.ts'

/** 0.6 ulp. */
export function log2<T, M>(s: Primitives<T, M>, x: T): T {
  return s.rare(s.not(isUsual(s, x)), 'log2Apart', [x], () => log2Of(s, parted(s, x)))
}

export function log2Apart<T, M>(s: Primitives<T, M>, x: T): T {
  return ofPositive(s, x, () => log2Of(s, partedAny(s, x)))
}

function log2Of<T, M>(s: Primitives<T, M>, { k, m }: { readonly k: T; readonly m: T }): T {
  const [high, low] = logOfMantissa(s, m)
  const factor = s.constant(1.4426950408889634)
  const [p, pl] = exactProduct(s, high, factor)
  const tail = s.add(s.add(pl, s.mul(high, s.constant(2.0355273740931033e-17))), s.mul(low, factor))
  const sum = s.add(k, p)
  return s.add(sum, s.add(s.add(s.sub(k, sum), p), tail))
}

/** 0.6 ulp. */
export function log10<T, M>(s: Primitives<T, M>, x: T): T {
  return s.rare(s.not(isUsual(s, x)), 'log10Apart', [x], () => log10Of(s, parted(s, x)))
}

export function log10Apart<T, M>(s: Primitives<T, M>, x: T): T {
  return ofPositive(s, x, () => log10Of(s, partedAny(s, x)))
}

function log10Of<T, M>(s: Primitives<T, M>, { k, m }: { readonly k: T; readonly m: T }): T {
  const [high, low] = whole(s, k, logOfMantissa(s, m))
  const factor = s.constant(0.4342944819032518)
  const [p, pl] = exactProduct(s, high, factor)
  return s.add(p, s.add(s.add(pl, s.mul(high, s.constant(1.098319650216765e-17))), s.mul(low, factor)))
}

function ofPositive<T, M>(s: Primitives<T, M>, x: T, value: () => T): T {
  const [zero, infinite] = [0, Infinity].map((v) => s.constant(v))
  return s.either(s.and(s.lt(zero, x), s.lt(x, infinite)), value, () =>
    s.pick(s.eq(x, zero), s.constant(-Infinity), s.pick(s.eq(x, infinite), x, s.constant(NaN))))
}
