/** Numbers and places as people read them in the sentences of verdicts and reports. */
import type { Box } from '../landscape.ts'

/** `x` with `digits` significant digits, U+2212 for minus, no trailing zeros: `−0.471`, `1e12`, `3.2e−5`, `infinite`. */
export function say(x: number, digits = 3): string {
  if (Number.isNaN(x)) return 'undefined'
  if (!Number.isFinite(x)) return x > 0 ? 'infinite' : 'minus infinite'
  const size = Math.abs(x)
  const plain = size === 0 || (size >= 1e-4 && size < 1e5)
  const text = plain
    ? String(Number(x.toPrecision(size >= 1000 ? Math.max(digits, Math.ceil(Math.log10(size + 1))) : digits)))
    : Number(x.toPrecision(digits)).toExponential().replace('e+', 'e')
  return text.replaceAll('-', '−')
}

/** A point: `1.09` in one dimension, `(0.6, 4.9)` in more. */
export function sayPoint(x: ArrayLike<number>): string {
  const entries = Array.from(x, (v) => say(v))
  return entries.length === 1 ? entries[0] : `(${entries.join(', ')})`
}

/** A share of 1 as a percentage: `7 %`, `2.3 %`. */
export function sayPercent(share: number): string {
  return `${say(100 * share, 2)} %`
}

/** A domain: `x −5 to 5, y −6.2 to 6.2`. */
export function sayDomain(coordinates: readonly string[], domain: Box): string {
  return domain.map(([lo, hi], i) => {
    let digits = 4
    while (digits < 17 && say(lo, digits) === say(hi, digits)) digits++
    return `${coordinates[i]} ${say(lo, digits)} to ${say(hi, digits)}`
  }).join(', ')
}
