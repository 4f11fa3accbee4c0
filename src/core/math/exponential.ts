/**
 * exp of our own, the same bits in every browser, and what is made of it.
 *
 * x = k ln 2 + r with |r| <= ln(2)/2, ln 2 in two parts (Cody & Waite, Software Manual for the Elementary Functions, 1980, ch.
 * 6), exp(r) by a rational function with relative error 2^-59. Largest errors seen: exp 0.78 ulp; sinh, cosh, tanh 1.3; sigmoid
 * 2.3.
 *
 * Loops over lanes stand here, beside what they call: V8 inlines a function into a loop of its own module, not of another
 * (measured: 8 ns against 21 ns for one exp).
 */
const LOG2_E = 1.4426950408889634
const LN2_HIGH = 0.6931471805582987
const LN2_LOW = 1.6465949582897082e-12
const ROUND = 6755399441055744
/** |x| up to which exp(x) is a normal number and 2^k a table entry. */
const EASY = 708

/** 2^(i - 1023) at index i. */
const POWERS_OF_TWO = new Float64Array(2047)
for (let i = 0, power = 1; i <= 1023; i++, power *= 2) POWERS_OF_TWO[1023 + i] = power
for (let i = 1, power = 0.5; i <= 1023; i++, power /= 2) POWERS_OF_TWO[1023 - i] = power

/** x 2^k for -1023 <= k <= 1023. */
export function scaleByPowerOfTwo(x: number, k: number): number {
  return x * POWERS_OF_TWO[1023 + k]
}

/**
 * exp(high - low) for |high - low| <= ln(2)/2: with R(r²) = r coth(r/2) = 2 + r²/6 - …, exp(r) = 1 + r + r c/(2 - c), c = r - (R
 * - 2). One division costs less than the six terms more that a polynomial needs.
 */
function expReduced(high: number, low: number): number {
  const r = high - low
  const z = r * r
  const c = r - z * (0.1666666666666666 + z * (-0.0027777777777562864 + z * (6.613756470855508e-5
    + z * (-1.6534058842837582e-6 + z * 4.1437096880780196e-8))))
  return 1 + (high + ((r * c) / (2 - c) - low))
}

export function exp(x: number): number {
  if (!(Math.abs(x) <= EASY)) return expExtreme(x, 0)
  const k = x * LOG2_E + ROUND - ROUND
  return expReduced(x - k * LN2_HIGH, k * LN2_LOW) * POWERS_OF_TWO[(k | 0) + 1023]
}

/** exp(x + tail) for |tail| up to an ulp of x. */
export function expWithTail(x: number, tail: number): number {
  if (!(Math.abs(x) <= EASY)) return expExtreme(x, tail)
  return scaledExp(x, tail, 0)
}

/** exp(x + tail)·2^-shift for finite x where the scaled result is neither too large nor too small. */
function scaledExp(x: number, tail: number, shift: number): number {
  const k = x * LOG2_E + ROUND - ROUND
  return expReduced(x - k * LN2_HIGH, k * LN2_LOW - tail) * POWERS_OF_TWO[(k | 0) - shift + 1023]
}

function expExtreme(x: number, tail: number): number {
  if (x !== x) return NaN
  if (x > 709.9) return Infinity
  if (x < -745.2) return 0
  return x > 0 ? scaledExp(x, tail, 1) * 2 : scaledExp(x, tail, -200) * POWERS_OF_TWO[1023 - 200]
}

/** 1/(1 + exp(-x)) without overflow, and with full relative accuracy for very negative x. */
export function sigmoid(x: number): number {
  const t = exp(-Math.abs(x))
  return x >= 0 ? 1 / (1 + t) : t / (1 + t)
}

/** An odd polynomial near zero, where exponentials would cancel. */
export function sinh(x: number): number {
  const a = Math.abs(x)
  if (!(a <= 1)) {
    if (a > 709) {
      const half = exp(0.5 * a) // exp(a) would overflow a little before sinh does
      return (x > 0 ? 0.5 : -0.5) * half * half
    }
    const t = exp(a)
    return (x > 0 ? 0.5 : -0.5) * (t - 1 / t)
  }
  const z = x * x
  return x + x * z * (0.16666666666666666 + z * (0.008333333333333299 + z * (0.00019841269841324471 + z * (2.7557319191250885e-6
    + z * (2.50521177239532e-8 + z * (1.6057676882739475e-10 + z * 7.746278224810715e-13))))))
}

export function cosh(x: number): number {
  const a = Math.abs(x)
  if (a > 709) {
    const half = exp(0.5 * a)
    return 0.5 * half * half
  }
  const t = exp(a)
  return 0.5 * t + 0.5 / t
}

/** An odd polynomial near zero, likewise. */
export function tanh(x: number): number {
  const a = Math.abs(x)
  if (a > 0.55) {
    const t = 1 - 2 / (exp(2 * a) + 1)
    return x > 0 ? t : -t
  }
  if (x === 0) return x // keeps the sign of zero
  const z = x * x
  return x + x * z * (-0.3333333333333333 + z * (0.13333333333332711 + z * (-0.05396825396743151 + z * (0.021869488493552625
    + z * (-0.008863234395177999 + z * (0.003592110343931255 + z * (-0.0014556615522767396 + z * (0.00058893468259176
    + z * (-0.00023463067524526733 + z * (8.510647287642557e-5 + z * -2.0598135435770385e-5))))))))))
}

export function expLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = exp(x[i])
}

export function sigmoidLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = sigmoid(x[i])
}

export function sinhLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = sinh(x[i])
}

export function coshLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = cosh(x[i])
}

export function tanhLanes(o: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) o[i] = tanh(x[i])
}
