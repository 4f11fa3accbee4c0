/**
 * x^y, log2 and log10 through a logarithm in double-double precision (a pair high + low), so that y log x keeps the digits that
 * exp magnifies. Error-free sums and products: Dekker (1971), Numer. Math. 18, 224-242.
 */
import { expWithTail, scaleByPowerOfTwo } from './exponential.ts'
import { binaryExponent } from './logarithm.ts'

const SPLIT = 134217729 // 2^27 + 1

/** x y - p exactly, where p is x y rounded; |x|, |y| below 1e290. */
function productError(x: number, y: number, p: number): number {
  const tx = SPLIT * x
  const xh = tx - (tx - x)
  const xl = x - xh
  const ty = SPLIT * y
  const yh = ty - (ty - y)
  const yl = y - yh
  return xh * yh - p + xh * yl + xl * yh + xl * yl
}

/** Where the logarithm below leaves its two parts: a pair without an object for each call. */
const pair = new Float64Array(2)

/** log x = k ln 2 + pair[0] + pair[1] for 0 < x < ∞, relative error about 2^-66. Returns k. */
function splitLog(x: number): number {
  const tiny = x < 2.2250738585072014e-308
  const normal = tiny ? x * 18014398509481984 : x
  const k = binaryExponent(normal)
  const m = scaleByPowerOfTwo(normal, -k)
  // s = (m - 1)/(m + 1) as sh + sl; m - 1 is exact
  const f = m - 1
  const d = m + 1
  const dl = m - (d - 1)
  const sh = f / d
  const p = sh * d
  const sl = (f - p - productError(sh, d, p) - sh * dl) / d
  // log m = 2s + (2/3)s³ + s⁵(2/5 + …): 2s and (2/3)s³ as pairs
  const z = sh * sh
  const zl = productError(sh, sh, z) + 2 * sh * sl
  const c = z * sh
  const cl = productError(z, sh, c) + z * sl + zl * sh
  const q = c * 0.6666666666666666
  const ql = productError(c, 0.6666666666666666, q) + c * 3.700743415417188e-17 + cl * 0.6666666666666666
  const rest = c * z * (0.4 + z * (0.2857142857142857 + z * (0.2222222222222296 + z * (0.1818181818129463
    + z * (0.1538461552631608 + z * (0.13333314526577061 + z * (0.11766058217727461 + z * (0.10472683187283999
    + z * 0.10619361485570772))))))))
  const a = 2 * sh
  const h = a + q
  const l = a - h + q + (2 * sl + ql + rest)
  const high = h + l
  pair[0] = high
  pair[1] = h - high + l
  return tiny ? k - 54 : k
}

const LN2_HIGH = 0.6931471805598903 // 42 bits: k times it is exact
const LN2_LOW = 5.497923018708371e-14

/** pair[0] + pair[1] = log x. */
function wholeLog(x: number): void {
  const k = splitLog(x)
  if (k === 0) return
  const a = k * LN2_HIGH
  const h = a + pair[0]
  const l = a - h + pair[0] + (pair[1] + k * LN2_LOW)
  pair[0] = h + l
  pair[1] = h - pair[0] + l
}

/** x^y with ECMAScript's conventions for zeros, infinities and NaN. At most 1 ulp off. */
export function pow(x: number, y: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y) || x === 0 || y === 0 || x === 1) return x ** y // exact: 0, 1, ∞ or NaN
  if (y === 1) return x
  if (y === -1) return 1 / x
  if (y === 2) return x * x
  if (x < 0) {
    if (!Number.isInteger(y)) return NaN
    return y % 2 === 0 ? pow(-x, y) : -pow(-x, y)
  }
  if (y === 0.5) return Math.sqrt(x)
  wholeLog(x)
  const high = pair[0]
  const low = pair[1]
  const p = y * high
  if (p > 710 || p < -746 || Math.abs(y) > 1e200) return p > 0 ? Infinity : 0
  const tail = productError(y, high, p) + y * low
  const sum = p + tail
  return expWithTail(sum, p - sum + tail)
}

export function log2(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x === Infinity ? x : NaN
  const k = splitLog(x)
  const high = pair[0]
  const low = pair[1]
  const p = high * 1.4426950408889634
  const tail = productError(high, 1.4426950408889634, p) + high * 2.0355273740931033e-17 + low * 1.4426950408889634
  const sum = k + p
  return sum + (k - sum + p + tail)
}

export function log10(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x === Infinity ? x : NaN
  wholeLog(x)
  const high = pair[0]
  const low = pair[1]
  const p = high * 0.4342944819032518
  return p + (productError(high, 0.4342944819032518, p) + high * 1.098319650216765e-17 + low * 0.4342944819032518)
}

export function powLanes(o: Float64Array, x: Float64Array, y: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = pow(x[i], y[i])
}

export function log2Lanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = log2(x[i])
}

export function log10Lanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = log10(x[i])
}
