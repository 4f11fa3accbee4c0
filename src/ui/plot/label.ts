/** Coordinates and heights as short text. Minus is U+2212, as everywhere on the page. */

const MINUS = '\u2212'

/** Turns hyphens in front of numbers into minus signs. */
export function minus(text: string): string {
  return text.replace(/-/g, MINUS)
}

/** A coordinate to a 500th or better of the span it moves in: `0.60` where the span is 10, `0.600` where it is 1. */
export function coordinateText(value: number, span: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'undefined' : value > 0 ? 'infinity' : `${MINUS}infinity`
  const decimals = Number.isFinite(span) && span > 0 ? Math.max(0, 2 - Math.floor(Math.log10(span / 3))) : 2
  if (decimals > 8 || Math.abs(value) >= 1e6) return minus(value.toPrecision(4).replace(/e\+?/, 'e'))
  const text = value.toFixed(Math.min(decimals, 8))
  return minus(/^-0\.?0*$/.test(text) ? text.slice(1) : text)
}

/** `(0.60, 4.90)` for two coordinates, `1.80` for one. */
export function pointText(point: readonly number[], spans: readonly number[]): string {
  const parts = point.map((v, i) => coordinateText(v, spans[i]))
  return parts.length === 1 ? parts[0] : `(${parts.join(', ')})`
}

/** `value` rounded at the decimal place 10^`exponent`, free of binary noise: roundAt(0.30000000000000004, -2) is 0.3. */
export function roundAt(value: number, exponent: number): number {
  const shifted = Number(`${value}e${-exponent}`)
  const whole = Math.round(Number.isNaN(shifted) ? value / 10 ** exponent : shifted)
  const text = Number(`${whole}e${exponent}`)
  return Number.isNaN(text) ? whole * 10 ** exponent : text
}

/** A height with four significant digits: `12.3`, `1.2e9`; words for what is not finite. */
export function heightText(value: number): string {
  if (Number.isNaN(value)) return 'undefined'
  if (!Number.isFinite(value)) return value > 0 ? 'infinity' : `${MINUS}infinity`
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size >= 1e6 || size < 1e-4) return minus(value.toExponential(2).replace(/\.?0+e/, 'e').replace('e+', 'e'))
  return minus(String(Number(value.toPrecision(4))))
}
