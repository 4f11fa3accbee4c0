/**
 * asin, acos, atan, atan2: arguments brought near zero by the addition theorem of the arctangent and the half-angle formula of
 * the arcsine (Abramowitz & Stegun 4.4.34, 4.4.32 with 4.3.20), then a polynomial. At most 1.5 ulp off.
 */

const HALF_PI = 1.5707963267948966
const HALF_PI_TAIL = 6.123233995736766e-17

/** (atan(t) - t)/t for |t| <= 7/16, z = t². */
function atanTail(z: number): number {
  return z * (-0.33333333333333326 + z * (0.19999999999987542 + z * (-0.14285714283106518 + z * (0.1111111089752817
    + z * (-0.0909090008527781 + z * (0.07692085055405296 + z * (-0.06663210380706376 + z * (0.058474998272790506
    + z * (-0.05032889184241904 + z * (0.03779796827451681 + z * -0.01751735640649518))))))))))
}

export function atan(x: number): number {
  const a = Math.abs(x)
  if (a <= 0.4375) return x === 0 ? x : x + x * atanTail(x * x)
  if (a !== a) return NaN
  // atan a = atan c + atan((a - c)/(1 + a c)) with c = 1/2, 1, 3/2, ∞; the tail of atan c is kept
  let high = HALF_PI
  let low = HALF_PI_TAIL
  let t = -1 / a
  if (a < 0.6875) {
    high = 0.4636476090008061
    low = 2.2698777452961687e-17
    t = (2 * a - 1) / (2 + a)
  } else if (a < 1.1875) {
    high = 0.7853981633974483
    low = 3.061616997868383e-17
    t = (a - 1) / (a + 1)
  } else if (a < 2.4375) {
    high = 0.982793723247329
    low = 1.3903311031230998e-17
    t = (a - 1.5) / (1 + 1.5 * a)
  }
  const angle = high + (t * atanTail(t * t) + low + t)
  return x < 0 ? -angle : angle
}

/** (asin(t) - t)/t for |t| <= 1/2, z = t². */
function asinTail(z: number): number {
  return z * (0.16666666666666669 + z * (0.07499999999998415 + z * (0.04464285714639142 + z * (0.03038194413563282
    + z * (0.022372173062100795 + z * (0.01735238980570733 + z * (0.013971257700218363 + z * (0.011478727335132069
    + z * (0.010325825844686153 + z * (0.005444236358400044 + z * (0.01743786618606299 + z * (-0.014910967384172082
    + z * 0.028799050522138873))))))))))))
}

/** NaN outside -1..1. */
export function asin(x: number): number {
  const a = Math.abs(x)
  if (a <= 0.5) return x + x * asinTail(x * x)
  const { high, low } = halfAngle(a)
  const angle = HALF_PI - 2 * high - (2 * low - HALF_PI_TAIL)
  return x < 0 ? -angle : angle
}

/** NaN outside -1..1. */
export function acos(x: number): number {
  if (Math.abs(x) <= 0.5) return HALF_PI - (x - (HALF_PI_TAIL - x * asinTail(x * x)))
  const { high, low } = halfAngle(Math.abs(x))
  return x < 0 ? 2 * (HALF_PI - high - (low - HALF_PI_TAIL)) : 2 * (high + low)
}

/** acos(a)/2 = asin(sqrt((1 - a)/2)) as high + low, high short enough that π/2 - 2 high loses nothing. */
function halfAngle(a: number): { high: number; low: number } {
  const z = 0.5 * (1 - a)
  const s = Math.sqrt(z)
  // sqrt(z) = high + (z - high²)/(s + high): high has 24 bits, so its square is exact
  const high = Math.fround(s)
  const rest = s === 0 ? 0 : (z - high * high) / (s + high)
  return { high, low: s * asinTail(z) + rest }
}

/** The angle of the point (x, y), from -π to π. */
export function atan2(y: number, x: number): number {
  if (x !== x || y !== y) return NaN
  const steep = Math.abs(y) > Math.abs(x)
  if (x === 0 || y === 0 || !Number.isFinite(x) || !Number.isFinite(y)) return onAxis(y, x)
  const angle = steep ? HALF_PI - (atan(Math.abs(x) / Math.abs(y)) - HALF_PI_TAIL) : atan(Math.abs(y) / Math.abs(x))
  const turned = x < 0 ? 2 * HALF_PI - (angle - 2 * HALF_PI_TAIL) : angle
  return y < 0 ? -turned : turned
}

function onAxis(y: number, x: number): number {
  const infinite = (v: number): number => (Number.isFinite(v) ? 0 : 1)
  const [top, side] = infinite(x) + infinite(y) > 0 ? [infinite(y), infinite(x)] : [y === 0 ? 0 : 1, x === 0 ? 0 : 1]
  const left = x < 0 || Object.is(x, -0)
  const quarter = top === 0 ? (left ? 4 : 0) : side === 0 ? 2 : left ? 3 : 1
  const angle = quarter * (HALF_PI / 2)
  return y < 0 || Object.is(y, -0) ? -angle : angle
}

const TWO_TO_600 = 2 ** 600

/** sqrt(x² + y²) without overflow or underflow on the way. */
export function hypot(x: number, y: number): number {
  const a = Math.max(Math.abs(x), Math.abs(y))
  if (a > 1e150 && a < Infinity) return TWO_TO_600 * hypot(x / TWO_TO_600, y / TWO_TO_600)
  if (a < 1e-140 && a > 0) return hypot(x * TWO_TO_600, y * TWO_TO_600) / TWO_TO_600
  return x === Infinity || x === -Infinity || y === Infinity || y === -Infinity ? Infinity : Math.sqrt(x * x + y * y)
}

export function asinLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = asin(x[i])
}

export function acosLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = acos(x[i])
}

export function atanLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = atan(x[i])
}

export function atan2Lanes(o: Float64Array, x: Float64Array, y: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = atan2(x[i], y[i])
}

export function hypotLanes(o: Float64Array, x: Float64Array, y: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = hypot(x[i], y[i])
}
