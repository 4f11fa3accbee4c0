/** Where a value stands on its slider (0 at the left end, 1 at the right) and which tidy value a place means. */
import type { NumberField } from '../../core/fields.ts'

/** Position of `value` on the slider of `field`; beyond the ends 0 or 1, and 0 for NaN. */
export function toPosition(field: NumberField, value: number): number {
  const [low, high] = field.slider
  const place = field.scale === 'log' ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low)
  return Number.isNaN(place) ? 0 : Math.min(1, Math.max(0, place))
}

/**
 * The value at `place` (0 to 1), rounded to what a slider of some 200 px can mean: three significant digits on a log scale, a
 * two-hundredth of the span or finer on a linear one, whole numbers for integers. The ends are exact.
 */
export function fromPosition(field: NumberField, place: number): number {
  const [low, high] = field.slider
  if (place <= 0) return low
  if (place >= 1) return high
  if (field.scale === 'log') return Number((low * (high / low) ** place).toPrecision(3))
  const value = low + (high - low) * place
  if (field.scale === 'integer') return Math.round(value)
  const decimals = Math.min(12, Math.max(0, -Math.floor(Math.log10((high - low) / 200))))
  return Math.min(high, Math.max(low, Number(value.toFixed(decimals))))
}

/**
 * The value `steps` hundredths of the slider away, as an arrow key wants it. A step is never lost to rounding, and values that were
 * typed beyond the slider's end move too, by the same amount.
 */
export function nudged(field: NumberField, value: number, steps: number): number {
  const [low, high] = field.slider
  if (field.scale === 'integer') {
    const stride = Math.max(1, Math.round((high - low) / 100))
    return Math.round(value) + stride * steps
  }
  if (field.scale === 'log') {
    if (!(value > 0)) return low
    return Number((value * (high / low) ** (steps / 100)).toPrecision(3))
  }
  const step = (high - low) / 100
  const decimals = Math.min(12, Math.max(0, 1 - Math.floor(Math.log10(step))))
  return Number((value + step * steps).toFixed(decimals))
}
