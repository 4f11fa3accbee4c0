/** What a sweep map shows of each run as a number, and the scale of its colours. Pure. */
import { changesGround, hasOwnMinima } from '../../core/ensembles/sweep.ts'
import type { SweepShow } from '../../core/experiment/experiment.ts'
import type { SweepGrid } from '../../store/sweeps.ts'

/** Fates of runs that came to a minimum where minima have no letters, and of those that grew without end. */
const MINIMUM = -1
const DIVERGED = -5

/** Colours between two numbers, which are not the least and the most where a few stand far out. */
export interface ValueScale {
  readonly low: number
  readonly high: number
  readonly log: boolean
  /** Where it is logarithmic: it begins at `from`, with 0 for the logarithms themselves, else with those of 1 + (v - from)/unit. */
  readonly from: number
  readonly unit: number
  /** True where there are numbers beyond. */
  readonly below: boolean
  readonly above: boolean
}

/** The number of a cell; NaN where the run has none, and its fate is shown instead. */
export function valueOf({ fate, steps, loss, end, turns, job }: SweepGrid, show: SweepShow, cell: number): number {
  if (show === 'loss') return fate[cell] === DIVERGED ? NaN : loss[cell]
  if (show === 'end' || show === 'end2') {
    const n = job.experiment.domain.length
    return fate[cell] === DIVERGED ? NaN : end[cell * n + Math.min(n - 1, show === 'end' ? 0 : 1)]
  }
  const settled = fate[cell] >= 0 || (fate[cell] === MINIMUM && changesGround(turns) && !hasOwnMinima(job, turns))
  return settled ? steps[cell] : NaN
}

/** Share of the numbers on each side that may stand outside the colours. */
const OUTER = 0.02
/** So much further than all others they must be for that, as a share of the span of the others. */
const FAR = 0.5
/** From so large a ratio on, numbers are told apart by their logarithm, or where not all are above 0 by that of their height over the least. */
const RATIO = 10

const transform = ({ log, from, unit }: Pick<ValueScale, 'log' | 'from' | 'unit'>) => (v: number): number => (
  !log ? v : unit === 0 ? Math.log(v) : Math.log1p((v - from) / unit)
)

/** The scale of a grid; undefined where no run has a number. */
export function scaleFor(grid: SweepGrid, show: SweepShow): ValueScale | undefined {
  const values = new Float64Array(grid.fate.length)
  let count = 0
  for (let cell = 0; cell < grid.fate.length; cell++) {
    const v = valueOf(grid, show, cell)
    if (Number.isFinite(v)) values[count++] = v
  }
  if (count === 0) return undefined
  const sorted = values.subarray(0, count).sort()
  const [least, most] = [sorted[0], sorted[count - 1]]
  // A curve has room for all of them.
  const outer = grid.turns.length === 1 ? 0 : OUTER
  const at = (share: number): number => sorted[Math.round(share * (count - 1))]
  const positive = at(outer) > 0
  const unit = positive ? 0 : at(0.5) - least
  const log = positive ? at(1 - outer) / at(outer) > RATIO : unit > 0 && (at(1 - outer) - least) / unit > RATIO
  const t = transform({ log, from: least, unit })
  const span = t(at(1 - outer)) - t(at(outer))
  const below = (log && positive && least <= 0) || t(at(outer)) - t(least) > FAR * span
  const above = t(most) - t(at(1 - outer)) > FAR * span
  return { low: below ? at(outer) : least, high: above ? at(1 - outer) : most, log, from: least, unit, below, above }
}

/** Place of a number on the ramp, from 0 to 1. */
export function rampShare(scale: ValueScale, value: number): number {
  const { low, high } = scale
  const t = transform(scale)
  const share = (t(value) - t(low)) / (t(high) - t(low))
  return Number.isNaN(share) ? (value > low ? 1 : 0) : Math.min(1, Math.max(0, share))
}

const known = new WeakMap<SweepGrid, Map<SweepShow, ValueScale | undefined>>()

/** The scale of what is shown of these grids: that of the last whole one, so that a picture under way does not change its colours. */
export function shownScale(grids: readonly SweepGrid[], show: SweepShow): ValueScale | undefined {
  const grid = grids.find((one) => one.filled === one.fate.length) ?? grids[0]
  if (grid === undefined) return undefined
  if (grid.filled < grid.fate.length) return scaleFor(grid, show)
  const scales = known.get(grid) ?? new Map<SweepShow, ValueScale | undefined>()
  if (!scales.has(show)) scales.set(show, scaleFor(grid, show))
  known.set(grid, scales)
  return scales.get(show)
}
