/** How much of f, f′ and f″ the curve panel shows. Pure. */
import { robustSpan } from './chart-range.ts'
import type { Span } from './curve-view.ts'

export interface CurveRange extends Span {
  /** True where samples lie above (below) what is shown. */
  readonly over: boolean
  readonly under: boolean
}

/**
 * The heights shown of the curve: all finite samples, except tails that would flatten the rest. Above there is room for the start's
 * tag, below for the ground. A curve that is nowhere finite gets -1 to 1.
 */
export function heightRange(f: Float64Array): CurveRange {
  const span = robustSpan(finite(f))
  if (!span) return { low: -1, high: 1, over: false, under: false }
  const [low, high] = roomy(span.low, span.high, 0.16, 0.2)
  return { low, high, ...beyond(f, low, high) }
}

/**
 * The values shown in a strip: robust, always with zero, and with limits that are near. `above` is the share
 * of the span that stays free over it, for the title.
 */
export function stripRange(values: Float64Array, limits: readonly number[] = [], above = 0.3): CurveRange {
  const span = robustSpan(finite(values), limits)
  if (!span) return { low: -1, high: 1, over: false, under: false }
  const [low, high] = roomy(Math.min(0, span.low), Math.max(0, span.high), 0.12, above)
  return { low, high, ...beyond(values, low, high) }
}

/** Index intervals [from, to] (both ends finite samples or ends of the column) between which the values are not numbers. */
export function gaps(values: Float64Array): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  const last = values.length - 1
  for (let i = 0; i <= last; i++) {
    if (!Number.isNaN(values[i])) continue
    const from = Math.max(0, i - 1)
    while (i < last && Number.isNaN(values[i + 1])) i++
    found.push([from, Math.min(last, i + 1)])
  }
  return found
}

/**
 * The samples as a line that can be drawn: NaN where they are undefined, and a NaN between two samples that lie beyond opposite
 * edges, which is a pole and not a cliff. What is infinite or far outside is put just out of sight on its side.
 *
 * @returns x (as sample positions 0 … n−1, fractional at a pole) and values, equally long
 */
export function drawable(values: Float64Array, span: Span): { at: Float64Array; value: Float64Array } {
  const reach = 2 * (span.high / 2 - span.low / 2) * 3
  const [floor, roof] = [Math.max(span.low - reach, -Number.MAX_VALUE), Math.min(span.high + reach, Number.MAX_VALUE)]
  const at = new Float64Array(2 * values.length)
  const value = new Float64Array(2 * values.length)
  let n = 0
  for (let i = 0; i < values.length; i++) {
    const [before, here] = [values[i - 1], values[i]]
    if (i > 0 && ((before > span.high && here < span.low) || (before < span.low && here > span.high))) {
      at[n] = i - 0.5
      value[n++] = NaN
    }
    at[n] = i
    value[n++] = here !== here ? NaN : Math.min(roof, Math.max(floor, here))
  }
  return { at: at.subarray(0, n), value: value.subarray(0, n) }
}

/** Widened by shares of itself below and above; a single value by one unit or a tenth of itself. */
function roomy(low: number, high: number, below: number, above: number): readonly [number, number] {
  const by = high > low ? high - low : Math.max(1, Math.abs(high) * 0.1)
  return [Math.max(low - below * by, -Number.MAX_VALUE), Math.min(high + above * by, Number.MAX_VALUE)]
}

function finite(values: Float64Array): number[] {
  return Array.from(values).filter(Number.isFinite)
}

function beyond(values: Float64Array, low: number, high: number): { over: boolean; under: boolean } {
  return { over: values.some((v) => v > high), under: values.some((v) => v < low) }
}
