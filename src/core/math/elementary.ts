/** Elementary functions in double precision. */
export const { sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, exp, log, log2, log10, pow, atan2, hypot } = Math

/** 1/(1 + exp(-x)) without overflow. */
export function sigmoid(x: number): number {
  const e = exp(-Math.abs(x))
  return x >= 0 ? 1 / (1 + e) : e / (1 + e)
}

/** log(1 + exp(x)) without overflow. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(exp(-Math.abs(x)))
}
