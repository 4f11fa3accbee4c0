/**
 * sin, cos, tan of our own, so that they give the same bits in every browser (ECMAScript leaves Math.sin's last digits open).
 *
 * x is reduced to y = x - k π/2, |y| <= π/4, with π/2 in three parts: the first two have 33 bits, so that k times them is exact
 * (Cody & Waite, Software Manual for the Elementary Functions, 1980, ch. 8); y0 - y1 carries y beyond double precision. The
 * polynomials interpolate sin and cos at Chebyshev nodes, relative error 2^-55. Largest error seen: 0.8 ulp for |x| <= 1e5.
 * Beyond that Math.sin and Math.cos answer: close, but not the same bits everywhere.
 */

/** |x| up to which the reduction is exact. */
export const REDUCTION_LIMIT = 1e5

const TWO_OVER_PI = 0.6366197723675814
const HALF_PI_1 = 1.5707963267341256
const HALF_PI_2 = 6.077100506303966e-11
const HALF_PI_3 = 2.0222662487959506e-21
/** Adding and subtracting 1.5·2^52 rounds to the nearest whole number. */
const ROUND = 6755399441055744

/** sin(y0 - y1) for |y0| <= π/4 and |y1| below an ulp of y0. Keeps the sign of zero. */
function sineNearZero(y0: number, y1: number): number {
  const z = y0 * y0
  const p = 0.16666666666666666 - z * (0.008333333333330925 + z * (-0.00019841269836722418
    + z * (2.755731608381636e-6 + z * (-2.5051127944014188e-8 + z * 1.5917848524808262e-10))))
  return y0 - (y1 * (1 - 0.5 * z) + y0 * z * p)
}

/** cos(y0 - y1), likewise. */
function cosineNearZero(y0: number, y1: number): number {
  const z = y0 * y0
  const p = 0.041666666666666664 + z * (-0.0013888888888887382 + z * (2.480158729874307e-5
    + z * (-2.7557317260008837e-7 + z * (2.0876143827993133e-9 + z * -1.1382456778061306e-11))))
  const half = 0.5 * z
  const head = 1 - half
  return head + (1 - head - half + (z * z * p + y0 * y1))
}

export function sin(x: number): number {
  if (!(Math.abs(x) <= REDUCTION_LIMIT)) return Math.sin(x)
  const k = x * TWO_OVER_PI + ROUND - ROUND
  const r1 = x - k * HALF_PI_1
  const t = k * HALF_PI_2
  const r2 = r1 - t
  const tail = k * HALF_PI_3 - (r1 - r2 - t)
  const y0 = r2 - tail
  const y1 = y0 - r2 + tail
  const quarter = k & 3
  const v = (quarter & 1) === 0 ? sineNearZero(y0, y1) : cosineNearZero(y0, y1)
  return (quarter & 2) === 0 ? v : -v
}

export function cos(x: number): number {
  if (!(Math.abs(x) <= REDUCTION_LIMIT)) return Math.cos(x)
  const k = x * TWO_OVER_PI + ROUND - ROUND
  const r1 = x - k * HALF_PI_1
  const t = k * HALF_PI_2
  const r2 = r1 - t
  const tail = k * HALF_PI_3 - (r1 - r2 - t)
  const y0 = r2 - tail
  const y1 = y0 - r2 + tail
  const quarter = (k + 1) & 3
  const v = (quarter & 1) === 0 ? sineNearZero(y0, y1) : cosineNearZero(y0, y1)
  return (quarter & 2) === 0 ? v : -v
}

/** sines[i] = sin(x[i]) and cosines[i] = cos(x[i]) for i < n, the same bits as one by one, sharing the reduction. */
export function sinCosLanes(sines: Float64Array, cosines: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const xi = x[i]
    if (!(Math.abs(xi) <= REDUCTION_LIMIT)) {
      sines[i] = Math.sin(xi)
      cosines[i] = Math.cos(xi)
      continue
    }
    const k = xi * TWO_OVER_PI + ROUND - ROUND
    const r1 = xi - k * HALF_PI_1
    const t = k * HALF_PI_2
    const r2 = r1 - t
    const tail = k * HALF_PI_3 - (r1 - r2 - t)
    const y0 = r2 - tail
    const y1 = y0 - r2 + tail
    const s = sineNearZero(y0, y1)
    const c = cosineNearZero(y0, y1)
    const quarter = k & 3
    const swap = (quarter & 1) !== 0
    const sine = swap ? c : s
    const cosine = swap ? s : c
    sines[i] = (quarter & 2) === 0 ? sine : -sine
    cosines[i] = ((quarter + 1) & 2) === 0 ? cosine : -cosine
  }
}

/** Largest error seen: 1.7 ulp for |x| <= 1e5. */
export function tan(x: number): number {
  if (!(Math.abs(x) <= REDUCTION_LIMIT)) return Math.tan(x)
  return x === 0 ? x : sin(x) / cos(x)
}

export function sinLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = sin(x[i])
}

export function cosLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = cos(x[i])
}

export function tanLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = tan(x[i])
}
