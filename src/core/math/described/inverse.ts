/**
 * asin, acos, atan, atan2: arguments brought near zero by the addition theorem of the arctangent and the half-angle formula of the
 * arcsine (Abramowitz & Stegun 4.4.34, 4.4.32 with 4.3.20), then a polynomial. And hypot.
 */
import type { Primitives } from '../primitives.ts'
import { exactProduct, fastSum, polynomial, quotient, type Pair } from './tools.ts'

const HALF_PI = 1.5707963267948966
const HALF_PI_TAIL = 6.123233995736766e-17

/** (atan(t) - t)/t for |t| <= 7/16, z = t². */
function atanTail<T, M>(s: Primitives<T, M>, z: T): T {
  return s.mul(z, polynomial(s, z, [
    -0.33333333333333326, 0.19999999999987542, -0.14285714283106518, 0.1111111089752817, -0.0909090008527781, 0.07692085055405296,
    -0.06663210380706376, 0.058474998272790506, -0.05032889184241904, 0.03779796827451681, -0.01751735640649518,
  ]))
}

/** a is below the first bound (or NaN), numbers[0]; else below the second, numbers[1]; …; numbers[4]. */
function stepped<T, M>(s: Primitives<T, M>, a: T, numbers: readonly T[]): T {
  const bounds = [0.4375, 0.6875, 1.1875, 2.4375]
  return bounds.reduceRight((above, bound, i) => s.pick(s.lt(a, s.constant(bound)), numbers[i], above), numbers[4])
}

/** atan(a + more) for a >= 0 and |more| below an ulp of a, as a pair; its derivative there is `slope`. */
function atanPair<T, M>(s: Primitives<T, M>, a: T, more?: T): Pair<T> {
  // atan a = atan c + atan((a - c)/(1 + a c)) with c = 0, 1/2, 1, 3/2, ∞; the tail of atan c is kept
  const c = (values: readonly number[]): readonly T[] => values.map((value) => s.constant(value))
  const one = s.constant(1)
  const high = stepped(s, a, c([0, 0.4636476090008061, 0.7853981633974483, 0.982793723247329, HALF_PI]))
  const low = stepped(s, a, c([0, 2.2698777452961687e-17, 3.061616997868383e-17, 1.3903311031230998e-17, HALF_PI_TAIL]))
  const twice = s.mul(s.constant(2), a)
  const threeHalves = s.constant(1.5)
  const top = stepped(s, a, [a, s.sub(twice, one), s.sub(a, one), s.sub(a, threeHalves), s.constant(-1)])
  const bottom = stepped(s, a, [one, s.add(s.constant(2), a), s.add(a, one), s.add(one, s.mul(threeHalves, a)), a])
  const t = s.div(top, bottom)
  const correction = more === undefined ? low : s.add(low, s.div(more, s.add(one, s.mul(a, a))))
  const [angle, rest] = fastSum(s, t, s.add(s.mul(t, atanTail(s, s.mul(t, t))), correction))
  const [whole, lost] = fastSum(s, high, angle)
  return [whole, s.add(lost, rest)]
}

export function atan<T, M>(s: Primitives<T, M>, x: T): T {
  const a = s.abs(x)
  const small = s.lt(a, s.constant(0.4375))
  return s.either(
    small,
    () => s.pick(s.eq(x, s.constant(0)), x, s.add(x, s.mul(x, atanTail(s, s.mul(x, x))))), // keeps the sign of zero
    () => {
      const angle = s.add(...atanPair(s, a))
      return s.pick(s.lt(x, s.constant(0)), s.neg(angle), angle)
    },
  )
}

/** (asin(t) - t)/t for |t| <= 1/2, z = t². */
function asinTail<T, M>(s: Primitives<T, M>, z: T): T {
  return s.mul(z, polynomial(s, z, [
    0.16666666666666669, 0.07499999999998415, 0.04464285714639142, 0.03038194413563282, 0.022372173062100795, 0.01735238980570733,
    0.013971257700218363, 0.011478727335132069, 0.010325825844686153, 0.005444236358400044, 0.01743786618606299, -0.014910967384172082,
    0.028799050522138873,
  ]))
}

/** acos(a)/2 = asin(sqrt((1 - a)/2)) as a pair for 1/2 < a <= 1. */
function halfAngle<T, M>(s: Primitives<T, M>, a: T): Pair<T> {
  const z = s.mul(s.constant(0.5), s.sub(s.constant(1), a))
  const root = s.sqrt(z)
  // sqrt(z) = high + (z - high²)/(root + high): high has 24 bits, so its square is exact
  const high = s.shortened(root)
  const rest = s.div(s.sub(z, s.mul(high, high)), s.add(root, high))
  const tail = s.pick(s.eq(root, s.constant(0)), root, rest)
  return [high, s.add(s.mul(root, asinTail(s, z)), tail)]
}

/** NaN outside -1..1. */
export function asin<T, M>(s: Primitives<T, M>, x: T): T {
  const a = s.abs(x)
  return s.either(s.le(a, s.constant(0.5)), () => s.add(x, s.mul(x, asinTail(s, s.mul(x, x)))), () => {
    const [high, low] = halfAngle(s, a)
    const two = s.constant(2)
    const angle = s.sub(s.sub(s.constant(HALF_PI), s.mul(two, high)), s.sub(s.mul(two, low), s.constant(HALF_PI_TAIL)))
    return s.pick(s.lt(x, s.constant(0)), s.neg(angle), angle)
  })
}

/** NaN outside -1..1. */
export function acos<T, M>(s: Primitives<T, M>, x: T): T {
  const a = s.abs(x)
  const [right, tail] = [s.constant(HALF_PI), s.constant(HALF_PI_TAIL)]
  return s.either(s.le(a, s.constant(0.5)), () => s.sub(right, s.sub(x, s.sub(tail, s.mul(x, asinTail(s, s.mul(x, x)))))), () => {
    const [high, low] = halfAngle(s, a)
    const two = s.constant(2)
    return s.pick(
      s.lt(x, s.constant(0)), s.mul(two, s.sub(s.sub(right, high), s.sub(low, tail))), s.mul(two, s.add(high, low)),
    )
  })
}

/** The angle of the point (x, y), from -π to π. */
export function atan2<T, M>(s: Primitives<T, M>, y: T, x: T): T {
  const [a, b] = [s.abs(x), s.abs(y)]
  const [least, most] = [s.constant(1e-140), s.constant(1e140)]
  const inside = s.and(s.and(s.le(least, a), s.le(a, most)), s.and(s.le(least, b), s.le(b, most)))
  return s.rare(s.not(inside), 'atan2Apart', [y, x], () => {
    const steep = s.lt(a, b)
    return turned(s, y, x, steep, atanPair(s, ...quotient(s, [s.pick(steep, a, b)], [s.pick(steep, b, a)])))
  })
}

/** An angle of the first half quadrant brought to where (x, y) is. */
function turned<T, M>(s: Primitives<T, M>, y: T, x: T, steep: M, [angle, low]: Pair<T>): T {
  const zero = s.constant(0)
  const left = s.lt(x, zero)
  const back = s.or(s.and(steep, s.not(left)), s.and(left, s.not(steep)))
  const along = (most: number, half: number): T => s.pick(steep, s.constant(half), s.pick(left, s.constant(most), zero))
  const [sum, lost] = fastSum(s, along(2 * HALF_PI, HALF_PI), s.pick(back, s.neg(angle), angle))
  const rest = s.add(along(2 * HALF_PI_TAIL, HALF_PI_TAIL), s.pick(back, s.neg(low), low))
  const whole = s.add(sum, s.add(lost, rest))
  return s.pick(s.lt(y, zero), s.neg(whole), whole)
}

/** On the axes, and where coordinates are so large or small that products of them are lost. */
export function atan2Apart<T, M>(s: Primitives<T, M>, y: T, x: T): T {
  const [zero, one, infinite] = [0, 1, Infinity].map((value) => s.constant(value))
  const [a, b] = [s.abs(x), s.abs(y)]
  const both = s.and(s.eq(a, infinite), s.eq(b, infinite))
  const steep = s.lt(a, b)
  const shorter = s.pick(both, one, s.pick(steep, a, b))
  const longer = s.pick(both, one, s.pick(steep, b, a))
  const ratio = s.pick(s.eq(longer, zero), zero, s.div(shorter, longer))
  // a zero is told from its negative by 1/0
  const signOf = (v: T): T => s.pick(s.eq(v, zero), s.div(one, v), v)
  const angle = turned(s, signOf(y), signOf(x), steep, atanPair(s, ratio))
  return s.pick(s.and(s.eq(x, x), s.eq(y, y)), s.pick(s.and(s.eq(angle, zero), s.eq(y, zero)), y, angle), s.constant(NaN))
}

/** sqrt(a² + b²) for a >= b >= 0 whose squares neither overflow nor vanish, and a > 0. */
function diagonal<T, M>(s: Primitives<T, M>, a: T, b: T): T {
  const [p, pl] = exactProduct(s, a, a)
  const [q, ql] = exactProduct(s, b, b)
  const [sum, rest] = fastSum(s, p, q)
  const h = s.sqrt(sum)
  const [square, low] = exactProduct(s, h, h)
  const short = s.add(s.sub(s.sub(sum, square), low), s.add(rest, s.add(pl, ql)))
  return s.add(h, s.div(short, s.mul(s.constant(2), h)))
}

/** sqrt(x² + y²) without overflow or underflow on the way. */
export function hypot<T, M>(s: Primitives<T, M>, x: T, y: T): T {
  const [a, b] = [s.abs(x), s.abs(y)]
  const larger = s.max(a, b)
  const inside = s.and(s.le(s.constant(1e-140), larger), s.le(larger, s.constant(1e140)))
  return s.rare(s.not(inside), 'hypotApart', [x, y], () => diagonal(s, larger, s.min(a, b)))
}

export function hypotApart<T, M>(s: Primitives<T, M>, x: T, y: T): T {
  const [a, b] = [s.abs(x), s.abs(y)]
  const larger = s.max(a, b)
  const smaller = s.min(a, b)
  const infinite = s.constant(Infinity)
  const large = s.lt(s.constant(1), larger)
  const down = s.pick(large, s.constant(2 ** -600), s.constant(2 ** 600))
  const up = s.pick(large, s.constant(2 ** 600), s.constant(2 ** -600))
  return s.either(
    s.or(s.eq(a, infinite), s.eq(b, infinite)),
    () => infinite,
    () => s.pick(s.eq(larger, s.constant(0)), larger, s.mul(diagonal(s, s.mul(larger, down), s.mul(smaller, down)), up)),
  )
}
