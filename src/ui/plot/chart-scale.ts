/** Where a step and a value lie on a chart, and back. Linear from the public layout (fixed margins, explicit ranges). Pure. */
import type { AxisRange } from './chart-range.ts'

/** The plot area inside the chart's box, in px. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export const MARGINS = { left: 44, right: 10, top: 8, bottom: 22 } as const

/** The plot area of a chart of this outer size; never thinner than one pixel. */
export function areaOf(width: number, height: number): Area {
  return {
    left: MARGINS.left,
    top: MARGINS.top,
    width: Math.max(1, width - MARGINS.left - MARGINS.right),
    height: Math.max(1, height - MARGINS.top - MARGINS.bottom),
  }
}

/** Steps the axis spans: 0 to `steps`, at least one. */
export function stepSpan(steps: number): number {
  return Math.max(1, steps)
}

export function stepToX(step: number, steps: number, area: Area): number {
  return area.left + (step / stepSpan(steps)) * area.width
}

/** The whole step nearest to a place, within 0 … `steps`. */
export function xToStep(x: number, steps: number, area: Area): number {
  const share = (x - area.left) / area.width
  return Math.min(steps, Math.max(0, Math.round(share * stepSpan(steps))))
}

/**
 * A function from values to px, y downwards. NaN gives NaN; what is infinite, or not positive on a log axis, gives a place far
 * outside the area on its side (at most ten heights away, so that canvas lines to it stay exact).
 */
export function valueToY(range: AxisRange, area: Area): (value: number) => number {
  const of = range.scale === 'log' ? Math.log10 : (v: number) => v
  const low = of(range.low)
  // Divided before subtracting where the span itself would overflow.
  const span = of(range.high) / 2 - low / 2
  const bottom = area.top + area.height
  return (value) => {
    const v = value - range.offset
    if (v !== v) return NaN
    const at = range.scale === 'log' && v <= 0 ? -Infinity : of(v)
    const share = (at / 2 - low / 2) / span
    return bottom - Math.min(11, Math.max(-10, share)) * area.height
  }
}
