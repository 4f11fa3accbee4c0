/** What the tries of one run come to, in numbers. */
import type { CriticalPoint } from '../explore/events.ts'
import { FATES, minimaOf } from './job.ts'
import { quartilesOf, successOf, triesFor, wilson } from './odds.ts'

/** Columns of tries (as in EnsembleAnswer). */
export interface TriedColumns {
  readonly fate: Int16Array
  readonly steps: Uint32Array
  readonly calls: Float64Array
}

export interface Summary {
  /** Their positions in the columns. */
  readonly tries: readonly number[]
  /** Whether each of them succeeded. */
  readonly succeeded: readonly boolean[]
  readonly successes: number
  /** The share of successes, and its 95 % interval by Wilson; NaN where there are no tries. */
  readonly rate: number
  readonly interval: readonly [number, number]
  /** Tries that are enough for one success with 95 % certainty; Infinity where there was none. */
  readonly restarts: number
  /** Of the tries that succeeded: quartiles of the steps after which they were there, and of the evaluations they had asked for. */
  readonly steps: readonly [number, number, number]
  readonly calls: readonly [number, number, number]
  /** How many ended where: every minimum in the order of letters, and what else occurs. */
  readonly ends: readonly { readonly fate: number; readonly count: number }[]
}

/**
 * Sums up the tries at positions `tries` of the columns, in their order.
 * @param target letter of the minimum that counts; the lowest ones where absent
 */
export function summaryOf({ fate, steps, calls }: TriedColumns, tries: readonly number[], critical: readonly CriticalPoint[], target?: string): Summary {
  const succeeds = successOf(critical, target)
  const succeeded = tries.map((k) => succeeds(fate[k]))
  const lucky = tries.filter((_, i) => succeeded[i])
  const counts = new Map<number, number>()
  for (const k of tries) counts.set(fate[k], (counts.get(fate[k]) ?? 0) + 1)
  const occurring = [...minimaOf(critical).keys(), ...FATES.map((one) => one.fate).filter((of) => counts.has(of))]
  return {
    tries, succeeded, successes: lucky.length, rate: lucky.length / tries.length, interval: wilson(lucky.length, tries.length),
    restarts: triesFor(lucky.length / tries.length),
    steps: quartilesOf(lucky.map((k) => steps[k])), calls: quartilesOf(lucky.map((k) => calls[k])),
    ends: occurring.map((of) => ({ fate: of, count: counts.get(of) ?? 0 })),
  }
}
