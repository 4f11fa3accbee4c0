/**
 * What an axis shows. Rules, in plain words: it covers every iterate that is near the drawn domain, and every iterate of runs that
 * did not fly off; a few extreme values do not flatten the rest. What lies outside is not hidden: lines run off the edge and an
 * arrow says so.
 */
import type { Box } from '../../core/landscape.ts'

export interface AxisRange {
  readonly scale: 'linear' | 'log'
  /** In the units of the axis, that is after `offset` was subtracted. Both > 0 on a log scale. low < high. */
  readonly low: number
  readonly high: number
  /** What is subtracted from values before they are drawn; 0 except for a loss that goes below 0 on a log scale. */
  readonly offset: number
  /** True where some value is above (below) what is shown. */
  readonly over: boolean
  readonly under: boolean
}

/** One column of numbers, and which of its rows the axis has to cover. */
export interface Column {
  readonly values: Float64Array
  readonly count: number
  /** Rows for which this is false may run off the edge. */
  readonly covers: (row: number) => boolean
}

/** Decades shown below the highest start: enough to see a straight line, few enough to see how it got there. */
const DECADES_DOWN = 10
/** How far above the highest start a log axis follows. */
const CAP = 1e15
const SAMPLES = 4096

/** True where row `row` of `x` (row-major, `dimension` columns) is within one width of the domain on every side. */
export function nearDomain(x: Float64Array, dimension: number, row: number, domain: Box): boolean {
  for (let k = 0; k < dimension; k++) {
    const [low, high] = domain[k]
    const v = x[row * dimension + k]
    if (!(v >= low - (high - low) && v <= high + (high - low))) return false
  }
  return true
}

/**
 * The span of finite values that a linear axis shows: all of them, unless a tail reaches more than ten times beyond the core, which
 * is the middle four fifths and all `anchors`; then that tail is cut at twice. `extra` values (limits) are included where they are
 * near.
 */
export function robustSpan(
  values: readonly number[], extra: readonly number[] = [], anchors: readonly number[] = [],
): { low: number; high: number } | undefined {
  if (values.length === 0) return undefined
  const sorted = Float64Array.from(values).sort()
  const last = sorted.length - 1
  const q10 = Math.min(sorted[Math.floor(last * 0.1)], ...anchors)
  const q90 = Math.max(sorted[Math.ceil(last * 0.9)], ...anchors)
  const core = q90 - q10
  let low = sorted[0]
  let high = sorted[last]
  if (core > 0 && high > q90 + 10 * core) high = q90 + 2 * core
  if (core > 0 && low < q10 - 10 * core) low = q10 - 2 * core
  const reach = Math.max(high - low, Math.abs(high), Math.abs(low))
  for (const v of extra) {
    if (v > high && v <= high + 0.6 * reach) high = v
    if (v < low && v >= low - 0.6 * reach) low = v
  }
  return { low, high }
}

/** Widens [low, high] by `share` of itself on both sides; a single value gets one unit, or a tenth of itself, on both sides. */
export function pad(low: number, high: number, share: number): [number, number] {
  const by = high > low ? (high - low) * share : Math.max(1, Math.abs(low) * 0.1)
  return [Math.max(low - by, -Number.MAX_VALUE), Math.min(high + by, Number.MAX_VALUE)]
}

/** A linear axis over the columns, robust, with room for `extra` values that are near. Undefined where nothing is finite. */
export function linearRange(columns: readonly Column[], extra: readonly number[] = []): AxisRange | undefined {
  // Where a run starts and ends is always seen, though a run that has arrived spends most of its steps at the end.
  const ends = columns.flatMap(({ values, count, covers }) => [0, count - 1].filter((row) => row >= 0 && covers(row)).map((row) => values[row]))
  const span = robustSpan(sample(columns), extra, ends.filter(Number.isFinite))
  if (!span) return undefined
  const [low, high] = pad(span.low, span.high, 0.06)
  return { scale: 'linear', low, high, offset: 0, ...outside(columns, low, high) }
}

/**
 * A log axis over `value - offset`: from the lowest positive to the highest covered value, but no lower than 10 decades below the
 * highest start and no higher than 15 above it. Undefined where nothing is positive.
 */
export function logRange(columns: readonly Column[], offset = 0): AxisRange | undefined {
  let low = Infinity
  let high = 0
  let start = 0
  for (const { values, count, covers } of columns) {
    if (count > 0 && values[0] - offset > start && values[0] < Infinity) start = values[0] - offset
    for (let i = 0; i < count; i++) {
      const v = values[i] - offset
      if (!(v > 0) || v === Infinity || !covers(i)) continue
      if (v < low) low = v
      if (v > high) high = v
    }
  }
  if (high === 0) return undefined
  if (start === 0) start = high
  high = Math.min(high, start * CAP)
  low = Math.max(Math.min(low, high), start * 10 ** -DECADES_DOWN)
  const ends = [Math.log10(low), Math.log10(high)]
  const by = Math.max(0.1, 0.04 * (ends[1] - ends[0]))
  // Below 1e-300 doubles lose digits, and two neighbours are decades apart.
  const range = { low: Math.max(10 ** (ends[0] - by), 1e-300), high: Math.min(Math.max(10 ** (ends[1] + by), 1e-299), Number.MAX_VALUE) }
  return { scale: 'log', ...range, offset, ...outside(columns, range.low + offset, range.high + offset) }
}

/**
 * The axis of the loss. Log where no covered value is negative. Where some are, log of the distance to the lowest known value, as
 * long as no run went below it; else linear.
 *
 * @param lowestKnown lowest value found on the landscape (grid and critical points); undefined before it is known
 */
export function lossRange(columns: readonly Column[], lowestKnown: number | undefined): AxisRange | undefined {
  let low = Infinity
  let high = -Infinity
  for (const { values, count, covers } of columns) {
    for (let i = 0; i < count; i++) {
      if (!Number.isFinite(values[i]) || !covers(i)) continue
      if (values[i] < low) low = values[i]
      if (values[i] > high) high = values[i]
    }
  }
  if (low >= 0) return logRange(columns) ?? linearRange(columns)
  const floor = lowestKnown ?? NaN
  const reached = low >= floor - 1e-9 * (high - floor)
  return reached ? (logRange(columns, Math.min(low, floor)) ?? linearRange(columns)) : linearRange(columns)
}

/**
 * True where an axis drawn as `held` still serves data that would get `wanted`: the same kind of axis, nothing beyond its ends, and
 * at least half of it used. While something is dragged the axis then stays, so that it is seen how the lines move.
 */
export function serves(held: AxisRange, wanted: AxisRange): boolean {
  if (held.scale !== wanted.scale || Math.abs(held.offset - wanted.offset) > 1e-6 * (held.high - held.low)) return false
  const of = held.scale === 'log' ? Math.log10 : (v: number) => v
  const span = of(held.high) - of(held.low)
  const inside = of(wanted.low) >= of(held.low) - 0.02 * span && of(wanted.high) <= of(held.high) + 0.02 * span
  return inside && of(wanted.high) - of(wanted.low) >= 0.5 * span
}

/** Up to some 4,096 finite covered values, evenly picked, always with the extremes of each column. */
function sample(columns: readonly Column[]): number[] {
  const total = columns.reduce((n, c) => n + c.count, 0)
  const stride = Math.max(1, Math.ceil(total / SAMPLES))
  const picked: number[] = []
  for (const { values, count, covers } of columns) {
    let low = Infinity
    let high = -Infinity
    for (let i = 0; i < count; i++) {
      const v = values[i]
      if (!Number.isFinite(v) || !covers(i)) continue
      if (i % stride === 0) picked.push(v)
      if (v < low) low = v
      if (v > high) high = v
    }
    if (low <= high) picked.push(low, high)
  }
  return picked
}

function outside(columns: readonly Column[], low: number, high: number): { over: boolean; under: boolean } {
  let over = false
  let under = false
  for (const { values, count } of columns) {
    for (let i = 0; i < count && !(over && under); i++) {
      if (values[i] > high) over = true
      if (values[i] < low) under = true
    }
  }
  return { over, under }
}
