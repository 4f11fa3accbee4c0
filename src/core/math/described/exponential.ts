/**
 * exp and what is made of it.
 *
 * x = k ln 2 + r with |r| <= ln(2)/2, ln 2 in two parts (Cody & Waite, Software Manual for the Elementary Functions, 1980, ch. 6),
 * and exp(r) by a rational function with relative error 2^-59: with R(r²) = r coth(r/2) = 2 + r²/6 - …, exp(r) = 1 + r + r c/(2 - c),
 * c = r - (R - 2). One division costs less than the six terms more that a polynomial needs.
 */
import type { Primitives } from '../primitives.ts'
import { fastSum, polynomial, quotient, type Pair } from './tools.ts'

const LOG2_E = 1.4426950408889634
export const LN2_HIGH = 0.6931471805582987
export const LN2_LOW = 1.6465949582897082e-12
/** Adding and subtracting 1.5·2^52 rounds to the nearest whole number. */
export const ROUND = 6755399441055744
/** |x| up to which exp(x) is a normal number. */
export const EASY = 708

interface Reduced<T> {
  readonly k: T
  /** r = high - low. */
  readonly high: T
  readonly low: T
}

function reduced<T, M>(s: Primitives<T, M>, x: T): Reduced<T> {
  const k = s.sub(s.add(s.mul(x, s.constant(LOG2_E)), s.constant(ROUND)), s.constant(ROUND))
  return { k, high: s.sub(x, s.mul(k, s.constant(LN2_HIGH))), low: s.mul(k, s.constant(LN2_LOW)) }
}

/** exp(r) - 1 - high. */
function beyondLinear<T, M>(s: Primitives<T, M>, high: T, low: T): T {
  const r = s.sub(high, low)
  const z = s.mul(r, r)
  const c = s.sub(r, s.mul(z, polynomial(s, z, [
    0.1666666666666666, -0.0027777777777562864, 6.613756470855508e-5, -1.6534058842837582e-6, 4.1437096880780196e-8,
  ])))
  return s.sub(s.div(s.mul(r, c), s.sub(s.constant(2), c)), low)
}

/** exp(high - low), as a sum that is yet to be added up: 1 + high and what its rounding takes away go apart. */
function terms<T, M>(s: Primitives<T, M>, high: T, low: T): Pair<T> {
  const [head, rest] = fastSum(s, s.constant(1), high)
  return [head, s.add(rest, beyondLinear(s, high, low))]
}

const ofReduced = <T, M>(s: Primitives<T, M>, high: T, low: T): T => s.add(...terms(s, high, low))

/** exp(x) for |x| <= EASY as a pair: relative error 2^-57. */
export function expPair<T, M>(s: Primitives<T, M>, x: T): Pair<T> {
  const { k, high, low } = reduced(s, x)
  const [value, tail] = fastSum(s, ...terms(s, high, low))
  const scale = s.powerOfTwo(k)
  return [s.mul(value, scale), s.mul(tail, scale)]
}

const beyond = <T, M>(s: Primitives<T, M>, x: T, limit: number): M => s.not(s.le(s.abs(x), s.constant(limit)))
/** `a` with the sign of x. */
const signed = <T, M>(s: Primitives<T, M>, x: T, a: T): T => s.pick(s.lt(x, s.constant(0)), s.neg(a), a)

/** 0.6 ulp. */
export function exp<T, M>(s: Primitives<T, M>, x: T): T {
  return s.rare(beyond(s, x, EASY), 'expExtreme', [x, s.constant(0)], () => {
    const { k, high, low } = reduced(s, x)
    return s.mul(ofReduced(s, high, low), s.powerOfTwo(k))
  })
}

/** exp(x + tail) for |x| <= EASY and |tail| up to an ulp of x. */
export function expWithTail<T, M>(s: Primitives<T, M>, x: T, tail: T): T {
  const { k, high, low } = reduced(s, x)
  return s.mul(ofReduced(s, high, s.sub(low, tail)), s.powerOfTwo(k))
}

/** The same for any x: scaled in two steps, of which only the second can leave the normal numbers. */
export function expExtreme<T, M>(s: Primitives<T, M>, x: T, tail: T): T {
  const most = s.constant(710)
  const least = s.constant(-746)
  const inside = s.pick(s.lt(most, x), most, s.pick(s.lt(x, least), least, x))
  const { k, high, low } = reduced(s, inside)
  const half = s.floor(s.mul(k, s.constant(0.5)))
  return s.mul(s.mul(ofReduced(s, high, s.sub(low, tail)), s.powerOfTwo(half)), s.powerOfTwo(s.sub(k, half)))
}

/** 1/(1 + exp(-x)) without overflow, and with full relative accuracy for very negative x. */
export function sigmoid<T, M>(s: Primitives<T, M>, x: T): T {
  return s.rare(beyond(s, x, 600), 'sigmoidExtreme', [x], () => {
    const one = s.constant(1)
    const [t, tail] = expPair(s, s.neg(s.abs(x)))
    const [d, rest] = fastSum(s, one, t)
    const right = s.le(s.constant(0), x)
    const top: Pair<T> = [s.pick(right, one, t), s.pick(right, s.constant(0), tail)]
    return s.add(...quotient(s, top, [d, s.add(rest, tail)]))
  })
}

export function sigmoidExtreme<T, M>(s: Primitives<T, M>, x: T): T {
  return s.pick(s.lt(s.constant(0), x), s.constant(1), expExtreme(s, x, s.constant(0)))
}

/** An odd polynomial near zero, where exponentials would cancel. */
export function sinh<T, M>(s: Primitives<T, M>, x: T): T {
  const a = s.abs(x)
  return s.rare(beyond(s, x, EASY), 'sinhExtreme', [x], () => s.either(
    s.lt(s.constant(1), a),
    () => {
      const [e, tail] = expPair(s, a)
      const q = s.div(s.constant(1), e)
      const [difference, rest] = fastSum(s, e, s.neg(q))
      return signed(s, x, s.mul(s.constant(0.5), s.add(difference, s.add(rest, s.add(tail, s.mul(s.mul(q, q), tail))))))
    },
    () => {
      const z = s.mul(x, x)
      return s.add(x, s.mul(s.mul(x, z), polynomial(s, z, [
        0.16666666666666666, 0.008333333333333299, 0.00019841269841324471, 2.7557319191250885e-6, 2.50521177239532e-8, 1.6057676882739475e-10,
        7.746278224810715e-13,
      ])))
    },
  ))
}

export function sinhExtreme<T, M>(s: Primitives<T, M>, x: T): T {
  return signed(s, x, coshExtreme(s, x))
}

export function cosh<T, M>(s: Primitives<T, M>, x: T): T {
  return s.rare(beyond(s, x, EASY), 'coshExtreme', [x], () => {
    const [e, tail] = expPair(s, s.abs(x))
    const q = s.div(s.constant(1), e)
    const [sum, rest] = fastSum(s, e, q)
    return s.mul(s.constant(0.5), s.add(sum, s.add(rest, s.sub(tail, s.mul(s.mul(q, q), tail)))))
  })
}

/** exp(|x|)/2, whose first factor does not overflow before the result does. */
export function coshExtreme<T, M>(s: Primitives<T, M>, x: T): T {
  const a = s.abs(x)
  const most = s.constant(711)
  const { k, high, low } = reduced(s, s.pick(s.lt(most, a), most, a))
  return s.mul(s.mul(ofReduced(s, high, low), s.powerOfTwo(s.sub(k, s.constant(10)))), s.constant(512))
}

/** 1 - 2/(exp(2|x|) + 1), and an odd polynomial near zero. */
export function tanh<T, M>(s: Primitives<T, M>, x: T): T {
  const a = s.abs(x)
  return s.either(
    s.le(a, s.constant(0.55)),
    () => {
      const z = s.mul(x, x)
      const p = polynomial(s, z, [
        -0.3333333333333333, 0.13333333333332711, -0.05396825396743151, 0.021869488493552625, -0.008863234395177999, 0.003592110343931255,
        -0.0014556615522767396, 0.00058893468259176, -0.00023463067524526733, 8.510647287642557e-5, -2.0598135435770385e-5,
      ])
      return s.pick(s.eq(x, s.constant(0)), x, s.add(x, s.mul(s.mul(x, z), p))) // keeps the sign of zero
    },
    () => {
      const one = s.constant(1)
      const flat = s.constant(40) // from 19.1 on the answer is 1
      const e = expPair(s, s.mul(s.constant(2), s.pick(s.lt(flat, a), flat, a)))
      const [d, rest] = fastSum(s, e[0], one)
      const [q, correction] = quotient(s, [s.constant(2)], [d, s.add(rest, e[1])])
      const [t, tail] = fastSum(s, one, s.neg(q))
      return signed(s, x, s.add(t, s.sub(tail, correction)))
    },
  )
}
