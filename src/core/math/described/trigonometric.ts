/**
 * sin, cos, tan.
 *
 * x is reduced to y = x - k π/2, |y| <= π/4, with π/2 in three parts: the first two have 33 bits, so that k times them is exact (Cody &
 * Waite, Software Manual for the Elementary Functions, 1980, ch. 8); y0 - y1 carries y beyond double precision. The polynomials
 * interpolate sin and cos at Chebyshev nodes, relative error 2^-55. Beyond 1e5 the reduction is exact: see angle.ts.
 */
import type { Primitives } from '../primitives.ts'
import { ROUND } from './exponential.ts'
import { exactProduct, fastSum, polynomial, quotient, type Pair } from './tools.ts'

/** |x| up to which the reduction by three parts is exact. */
export const REDUCTION_LIMIT = 1e5

const TWO_OVER_PI = 0.6366197723675814
const HALF_PI_1 = 1.5707963267341256
const HALF_PI_2 = 6.077100506303966e-11
const HALF_PI_3 = 2.0222662487959506e-21
/** (y - sin y)/y³ in powers of y². */
const SINE = [
  0.16666666666666666, -0.008333333333330925, 0.00019841269836722418, -2.755731608381636e-6, 2.5051127944014188e-8, -1.5917848524808262e-10,
]
/** 1/6 less its rounded value. */
const SIXTH_TAIL = 9.25185853854297e-18

/** x = k π/2 + y0 - y1. */
interface Reduced<T> {
  readonly k: T
  readonly y0: T
  readonly y1: T
}

function reduced<T, M>(s: Primitives<T, M>, x: T): Reduced<T> {
  const k = s.sub(s.add(s.mul(x, s.constant(TWO_OVER_PI)), s.constant(ROUND)), s.constant(ROUND))
  const r1 = s.sub(x, s.mul(k, s.constant(HALF_PI_1)))
  const t = s.mul(k, s.constant(HALF_PI_2))
  const r2 = s.sub(r1, t)
  const tail = s.sub(s.mul(k, s.constant(HALF_PI_3)), s.sub(s.sub(r1, r2), t))
  const y0 = s.sub(r2, tail)
  return { k, y0, y1: s.add(s.sub(y0, r2), tail) }
}

function reducedLarge<T, M>(s: Primitives<T, M>, x: T): Reduced<T> {
  return { k: s.call('largeQuarter', x), y0: s.call('largeAngle', x), y1: s.call('largeTail', x) }
}

/** y0 - sin(y0 - y1) for |y0| <= π/4 and |y1| below an ulp of y0. */
function belowSine<T, M>(s: Primitives<T, M>, y0: T, y1: T): T {
  const z = s.mul(y0, y0)
  return s.add(s.mul(y1, s.sub(s.constant(1), s.mul(s.constant(0.5), z))), s.mul(s.mul(y0, z), polynomial(s, z, SINE)))
}

/** cos(y0 - y1), likewise, as a sum that is yet to be added up. */
function cosineTerms<T, M>(s: Primitives<T, M>, y0: T, y1: T): Pair<T> {
  const z = s.mul(y0, y0)
  const p = polynomial(s, z, [
    0.041666666666666664, -0.0013888888888887382, 2.480158729874307e-5, -2.7557317260008837e-7, 2.0876143827993133e-9, -1.1382456778061306e-11,
  ])
  const one = s.constant(1)
  const half = s.mul(s.constant(0.5), z)
  const head = s.sub(one, half)
  return [head, s.add(s.sub(s.sub(one, head), half), s.add(s.mul(s.mul(z, z), p), s.mul(y0, y1)))]
}

const sine = <T, M>(s: Primitives<T, M>, { y0, y1 }: Reduced<T>): T => s.sub(y0, belowSine(s, y0, y1)) // keeps the sign of zero
const cosine = <T, M>(s: Primitives<T, M>, { y0, y1 }: Reduced<T>): T => s.add(...cosineTerms(s, y0, y1))
const isFar = <T, M>(s: Primitives<T, M>, x: T): M => s.not(s.le(s.abs(x), s.constant(REDUCTION_LIMIT)))

function sinOf<T, M>(s: Primitives<T, M>, angle: Reduced<T>): T {
  const value = s.either(s.bit(angle.k, 1), () => cosine(s, angle), () => sine(s, angle))
  return s.pick(s.bit(angle.k, 2), s.neg(value), value)
}

function cosOf<T, M>(s: Primitives<T, M>, angle: Reduced<T>): T {
  const value = s.either(s.bit(angle.k, 1), () => sine(s, angle), () => cosine(s, angle))
  return s.pick(s.bit(s.add(angle.k, s.constant(1)), 2), s.neg(value), value)
}

/** One of sin and cos divided by the other, both as pairs. */
function tanOf<T, M>(s: Primitives<T, M>, { k, y0, y1 }: Reduced<T>): T {
  const sixth = s.constant(SINE[0])
  const half = s.constant(0.5)
  const [z, lost] = exactProduct(s, y0, y0)
  const [cube, cubeLost] = exactProduct(s, y0, z)
  const [high, low] = exactProduct(s, cube, sixth)
  const beyond = s.mul(cube, s.add(s.mul(z, polynomial(s, z, SINE.slice(1))), s.constant(SIXTH_TAIL)))
  const tiny = s.add(s.mul(s.add(cubeLost, s.mul(y0, lost)), sixth), s.mul(y1, s.sub(s.constant(1), s.mul(half, z))))
  const [head, rest] = fastSum(s, y0, s.neg(high))
  const [sh, sl] = fastSum(s, head, s.sub(rest, s.add(s.add(low, beyond), tiny)))
  const [crest, fall] = cosineTerms(s, y0, y1)
  const [ch, cl] = fastSum(s, crest, s.sub(fall, s.add(s.mul(half, lost), s.mul(y1, high))))
  const odd = s.bit(k, 1)
  const top: Pair<T> = [s.pick(odd, s.neg(ch), sh), s.pick(odd, s.neg(cl), sl)]
  return s.add(...quotient(s, top, [s.pick(odd, sh, ch), s.pick(odd, sl, cl)]))
}

/** 0.8 ulp. */
export function sin<T, M>(s: Primitives<T, M>, x: T): T {
  return s.rare(isFar(s, x), 'sinLarge', [x], () => sinOf(s, reduced(s, x)))
}

/** 0.8 ulp. */
export function cos<T, M>(s: Primitives<T, M>, x: T): T {
  return s.rare(isFar(s, x), 'cosLarge', [x], () => cosOf(s, reduced(s, x)))
}

export function tan<T, M>(s: Primitives<T, M>, x: T): T {
  // where y may be so small that products of halves of it are lost, tan x is x
  const apart = s.or(isFar(s, x), s.lt(s.abs(x), s.constant(1e-100)))
  return s.rare(apart, 'tanApart', [x], () => tanOf(s, reduced(s, x)))
}

export const sinLarge = <T, M>(s: Primitives<T, M>, x: T): T => sinOf(s, reducedLarge(s, x))
export const cosLarge = <T, M>(s: Primitives<T, M>, x: T): T => cosOf(s, reducedLarge(s, x))

export function tanApart<T, M>(s: Primitives<T, M>, x: T): T {
  return s.either(s.lt(s.abs(x), s.constant(1)), () => x, () => tanOf(s, reducedLarge(s, x)))
}
