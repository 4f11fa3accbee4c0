/** Chances from counts: how often runs come to a lowest minimum, how sure that is, and how many tries one needs. */
import type { CriticalPoint } from '../explore/events.ts'
import { FATES, minimaOf } from './job.ts'

/** The 0.975 quantile of the standard normal distribution. */
const Z95 = 1.959963984540054

/** Minima without letters are as low as a lowest one where they lie no higher than this share of the span of all critical points. */
const AS_LOW = 1e-4
const [{ fate: ELSEWHERE }] = FATES

/**
 * Whether a fate with a last loss (as in Fates) is success: the minimum with this letter, or, where none is named, one than which none is
 * lower. Minima without letters, as those outside the domain, count as well where they are as low.
 */
export function successOf(critical: readonly CriticalPoint[], target?: string): (fate: number, loss: number) => boolean {
  const minima = minimaOf(critical)
  const aims = minima.map(({ letter, lowest }) => (target === undefined ? lowest : letter === target))
  const lowest = target === undefined ? minima.filter((point) => point.lowest).map(({ f }) => f) : []
  const values = critical.map(({ f }) => f).filter(Number.isFinite)
  const span = Math.max(...values) - Math.min(...values)
  const floor = lowest.length === 0 ? NaN : Math.max(...lowest) + AS_LOW * (span > 0 ? span : Math.abs(lowest[0]))
  return (fate, loss) => (fate >= 0 ? aims[fate] : fate === ELSEWHERE && loss <= floor)
}

/** How many runs with these fates and last losses came to a minimum than which none is lower. */
export function countLowest({ fate, loss }: { readonly fate: Int16Array; readonly loss: Float64Array }, critical: readonly CriticalPoint[]): number {
  const succeeds = successOf(critical)
  return fate.reduce((sum, of, k) => sum + (succeeds(of, loss[k]) ? 1 : 0), 0)
}

/** The 95 % interval of a probability, where `successes` of `trials` independent ones succeeded (Wilson, JASA 22, 1927, p. 209). */
export function wilson(successes: number, trials: number): readonly [number, number] {
  const p = successes / trials
  const z2 = Z95 * Z95
  const middle = p + z2 / (2 * trials)
  const half = Z95 * Math.sqrt((p * (1 - p)) / trials + z2 / (4 * trials * trials))
  const scale = 1 + z2 / trials
  return [successes === 0 ? 0 : (middle - half) / scale, successes === trials ? 1 : (middle + half) / scale]
}

/** How many tries of probability `p` reach at least one success with 95 % certainty: ln 0.05 / ln(1 - p), rounded up; Infinity for 0. */
export function triesFor(p: number): number {
  if (p >= 1) return 1
  return p > 0 ? Math.ceil(Math.log(0.05) / Math.log1p(-p)) : Infinity
}

/** Of K tries of probability `p`, the chance that at least one succeeds: 1 - (1 - p)^K. */
export const chanceOf = (p: number, k: number): number => -Math.expm1(k * Math.log1p(-p))

/** The share of `k` tries, one after another and each used once, among which at least one succeeded; NaN where there are fewer than k. */
export function countedChance(successes: readonly boolean[], k: number): number {
  const blocks = Math.floor(successes.length / k)
  let lucky = 0
  for (let b = 0; b < blocks; b++) if (successes.slice(b * k, (b + 1) * k).includes(true)) lucky++
  return lucky / blocks
}

/** First quartile, median and third quartile, with linear interpolation (Hyndman & Fan, Am. Stat. 50, 1996, definition 7); NaN of nothing. */
export function quartilesOf(values: ArrayLike<number>): readonly [number, number, number] {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number): number => {
    const place = share * (sorted.length - 1)
    const below = Math.floor(place)
    const [low, high] = [sorted[below], sorted[Math.min(below + 1, sorted.length - 1)]]
    return low + (place - below) * (high - low)
  }
  return sorted.length === 0 ? [NaN, NaN, NaN] : [at(0.25), at(0.5), at(0.75)]
}
