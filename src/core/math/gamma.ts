import { log } from './elementary.ts'

/** Where Stirling's series is good to the last digits. */
const FAR = 10

/** ln Γ(z) for z > 0, by Stirling's series after Γ(z + 1) = z Γ(z) has carried z far enough (Abramowitz & Stegun 6.1.40). */
export function logGamma(z: number): number {
  let shift = 0
  let x = z
  for (; x < FAR; x++) shift += log(x)
  const r = 1 / (x * x)
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - r * (691 / 360360)))))) / x
  return (x - 0.5) * log(x) - x + 0.5 * log(2 * Math.PI) + series - shift
}
