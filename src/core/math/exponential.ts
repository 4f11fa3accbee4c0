/**
 * exp and log of our own, the same bits in every browser, and what follows from them.
 *
 * exp: x = k ln 2 + r with |r| <= ln(2)/2, ln 2 in two parts (Cody & Waite 1980, ch. 6), exp(r) by a polynomial with relative error
 * 2^-61. log: x = 2^k m with m in [√½, √2), and log m = 2 artanh((m - 1)/(m + 1)) by its series, coefficients fitted.
 * Largest errors seen: exp 0.75 ulp, log 0.9 ulp.
 */

const LOG2_E = 1.4426950408889634
const LN2_HIGH = 0.6931471805582987
const LN2_LOW = 1.6465949582897082e-12
const ROUND = 6755399441055744

/** 2^(i - 1023) at index i. */
const POWERS_OF_TWO = new Float64Array(2047)
for (let i = 0, power = 1; i <= 1023; i++, power *= 2) POWERS_OF_TWO[1023 + i] = power
for (let i = 1, power = 0.5; i <= 1023; i++, power /= 2) POWERS_OF_TWO[1023 - i] = power

/** (exp(r) - 1 - r)/r² for |r| <= ln(2)/2. */
function expTail(r: number): number {
  const z = r * r
  const low = 0.5 + r * 0.1666666666666667 + z * (0.04166666666666667 + r * 0.008333333333326084)
  const middle = 0.0013888888888883711 + r * 0.0001984126987500228 + z * (2.480158732567746e-5 + r * 2.755725517000089e-6)
  const high = 2.755727347871858e-7 + r * 2.5105312729622103e-8 + z * 2.09147553258932e-9
  const z2 = z * z
  return low + z2 * (middle + z2 * high)
}

export function exp(x: number): number {
  if (!(x > -708 && x < 709)) return expExtreme(x, 0)
  const k = x * LOG2_E + ROUND - ROUND
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW
  const r = high - low
  return (1 + (high + (r * r * expTail(r) - low))) * POWERS_OF_TWO[(k | 0) + 1023]
}

/** exp(x + tail) for |tail| up to an ulp of x. */
export function expWithTail(x: number, tail: number): number {
  if (!(x > -708 && x < 709)) return expExtreme(x, tail)
  return scaledExp(x, tail, 0)
}

/** exp(x + tail)·2^-shift for finite x where the scaled result is neither too large nor too small. */
function scaledExp(x: number, tail: number, shift: number): number {
  const k = x * LOG2_E + ROUND - ROUND
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW - tail
  const r = high - low
  return (1 + (high + (r * r * expTail(r) - low))) * POWERS_OF_TWO[(k | 0) - shift + 1023]
}

function expExtreme(x: number, tail: number): number {
  if (x !== x) return NaN
  if (x > 709.9) return Infinity
  if (x < -745.2) return 0
  return x > 0 ? scaledExp(x, tail, 1) * 2 : scaledExp(x, tail, -200) * POWERS_OF_TWO[1023 - 200]
}

const SQRT_2 = 1.4142135623730951
const scratch = new Float64Array(1)
const words = new Uint32Array(scratch.buffer)
/** Which of the two words of a double holds sign and exponent on this machine. */
const HIGH_WORD = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0

/** x 2^k for -1023 <= k <= 1023. */
export function scaleByPowerOfTwo(x: number, k: number): number {
  return x * POWERS_OF_TWO[1023 + k]
}

/** The whole number k with x = 2^k m, m in [√½, √2), for x normal and positive. */
export function binaryExponent(x: number): number {
  scratch[0] = x
  const k = (words[HIGH_WORD] >>> 20) - 1023
  return x * POWERS_OF_TWO[1023 - k] > SQRT_2 ? k + 1 : k
}

export function log(x: number): number {
  if (!(x >= 2.2250738585072014e-308 && x < Infinity)) return logExtreme(x)
  scratch[0] = x
  let k = (words[HIGH_WORD] >>> 20) - 1023
  words[HIGH_WORD] = (words[HIGH_WORD] & 0x000fffff) | 0x3ff00000
  let m = scratch[0]
  if (m > SQRT_2) {
    m *= 0.5
    k++
  }
  const f = m - 1
  const s = f / (2 + f)
  const z = s * s
  const series = z * (0.6666666666666666 + z * (0.4000000000000089 + z * (0.28571428570795937 + z * (0.2222222239345263
    + z * (0.181817954545265 + z * (0.15386249788196105 + z * (0.1326850331279476 + z * 0.13089445145246312)))))))
  const half = 0.5 * f * f
  // log(1 + f) = f - f²/2 + s (f²/2 + series): the large terms f and f²/2 are nearly exact
  return k * LN2_HIGH - (half - (s * (half + series) + k * LN2_LOW) - f)
}

function logExtreme(x: number): number {
  if (x === 0) return -Infinity
  return x > 0 && x < Infinity ? log(x * 18014398509481984) - 54 * LN2_HIGH - 54 * LN2_LOW : x > 0 ? x : NaN
}

/** log(1 + x) for 0 <= x <= 1, by the correction of Kahan (HP-15C Advanced Functions Handbook, 1982, appendix). */
export function log1p(x: number): number {
  const u = 1 + x
  return u === 1 ? x : (log(u) * x) / (u - 1)
}

/** 1/(1 + exp(-x)) without overflow, and with full relative accuracy for very negative x. */
export function sigmoid(x: number): number {
  const t = exp(-Math.abs(x))
  return x >= 0 ? 1 / (1 + t) : t / (1 + t)
}

/** log(1 + exp(x)) without overflow. */
export function softplus(x: number): number {
  return (x > 0 ? x : 0) + log1p(exp(-Math.abs(x)))
}
