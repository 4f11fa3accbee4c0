/** What the tries of one run come to, in numbers. */
import type { EnsembleJob } from './ensemble.ts'
import { FATES, minimaOf } from './job.ts'
import { quartilesOf, successOf, triesFor, wilson } from './odds.ts'

/** Columns of tries (as in EnsembleAnswer). */
export interface TriedColumns {
  readonly fate: Int16Array
  readonly steps: Uint32Array
  readonly calls: Float64Array
  readonly end: Float64Array
  readonly loss: Float64Array
}

/** Tries that ended alike. */
export interface Ends {
  /** As in EnsembleAnswer. */
  readonly fate: number
  /** At a minimum outside the domain, where no letters are. */
  readonly outside: boolean
  readonly count: number
  readonly successes: number
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
  /** How many ended where: every minimum in the order of letters, minima without one that lie outside, and what else occurs. */
  readonly ends: readonly Ends[]
}

const [{ fate: ELSEWHERE }] = FATES

/** Whether cell `cell` ended at a minimum outside the domain. */
export function isOutside({ experiment: { domain } }: Pick<EnsembleJob, 'experiment'>, { fate, end }: Pick<TriedColumns, 'fate' | 'end'>, cell: number): boolean {
  return fate[cell] === ELSEWHERE && domain.some(([low, high], i) => !(end[cell * domain.length + i] >= low && end[cell * domain.length + i] <= high))
}

/**
 * Sums up the tries of a job at positions `tries` of the columns, in their order.
 * @param target letter of the minimum that counts; the lowest ones where absent
 */
export function summaryOf(columns: TriedColumns, tries: readonly number[], job: Pick<EnsembleJob, 'critical' | 'experiment'>, target?: string): Summary {
  const { fate, steps, calls, loss } = columns
  const succeeds = successOf(job.critical, target)
  const succeeded = tries.map((k) => succeeds(fate[k], loss[k]))
  const lucky = tries.filter((_, i) => succeeded[i])
  const found = new Map<string, { count: number; successes: number }>()
  const keyOf = (of: number, outside: boolean): string => `${of}${outside}`
  tries.forEach((k, i) => {
    const key = keyOf(fate[k], isOutside(job, columns, k))
    const { count, successes } = found.get(key) ?? { count: 0, successes: 0 }
    found.set(key, { count: count + 1, successes: successes + (succeeded[i] ? 1 : 0) })
  })
  const inside = [...minimaOf(job.critical).keys(), ...FATES.map((one) => one.fate)].map((of) => ({ fate: of, outside: false }))
  const kinds = inside.toSpliced(minimaOf(job.critical).length, 0, { fate: ELSEWHERE, outside: true })
  return {
    tries, succeeded, successes: lucky.length, rate: lucky.length / tries.length, interval: wilson(lucky.length, tries.length),
    restarts: triesFor(lucky.length / tries.length),
    steps: quartilesOf(lucky.map((k) => steps[k])), calls: quartilesOf(lucky.map((k) => calls[k])),
    ends: kinds.flatMap((kind) => {
      const own = found.get(keyOf(kind.fate, kind.outside))
      return own !== undefined || kind.fate >= 0 ? [{ ...kind, count: own?.count ?? 0, successes: own?.successes ?? 0 }] : []
    }),
  }
}
