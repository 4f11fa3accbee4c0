/** The standard normal distribution. */
import { exp } from './elementary.ts'

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI)

export function density(x: number): number {
  return exp(-0.5 * x * x) / ROOT_TWO_PI
}

/**
 * The chance to be below x, with a relative error of about 1e-14 also far to the left: the series of Abramowitz & Stegun 26.2.11 near
 * 0, the continued fraction 26.2.14 beyond.
 */
export function below(x: number): number {
  if (Number.isNaN(x)) return NaN
  const a = Math.abs(x)
  if (a < 3) {
    let term = x
    let sum = x
    for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
      term *= (x * x) / k
      sum += term
    }
    return 0.5 + density(x) * sum
  }
  let fraction = a
  for (let k = 60; k >= 1; k--) fraction = a + k / fraction
  const tail = density(x) / fraction
  return x < 0 ? tail : 1 - tail
}
