/** Chances from counts: how often runs come to a lowest minimum, how sure that is, and how many tries one needs. */
import type { CriticalPoint } from '../explore/events.ts'
import { minimaOf } from './job.ts'

/** The 0.975 quantile of the standard normal distribution. */
const Z95 = 1.959963984540054

/** How many runs with these fates (as in Fates) came to a minimum than which none is lower. */
export function countLowest(fate: Int16Array, critical: readonly CriticalPoint[]): number {
  const lowest = minimaOf(critical).map((point) => point.lowest)
  return fate.reduce((sum, of) => sum + (of >= 0 && lowest[of] ? 1 : 0), 0)
}

/** The 95 % interval of a probability, where `successes` of `trials` independent ones succeeded (Wilson, JASA 22, 1927, p. 209). */
export function wilson(successes: number, trials: number): readonly [number, number] {
  const p = successes / trials
  const z2 = Z95 * Z95
  const middle = p + z2 / (2 * trials)
  const half = Z95 * Math.sqrt((p * (1 - p)) / trials + z2 / (4 * trials * trials))
  const scale = 1 + z2 / trials
  return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)]
}

/** How many tries of probability `p` reach at least one success with 95 % certainty: ln 0.05 / ln(1 - p), rounded up; Infinity for 0. */
export function triesFor(p: number): number {
  if (p >= 1) return 1
  return p > 0 ? Math.ceil(Math.log(0.05) / Math.log1p(-p)) : Infinity
}
