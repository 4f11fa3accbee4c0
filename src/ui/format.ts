/** Numbers as people read them: true minus, no floating-point noise, NaN and infinity shown as what they are. */

const MINUS = '\u2212'
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A finite number taken apart for display: `mantissa` digits with a true minus, and a power of ten where it is needed. */
export interface Parts {
  /** `''` where the number is a plain power of ten, `NaN` or an infinity sign where that is the value. */
  readonly mantissa: string
  readonly exponent: number | undefined
  readonly negative: boolean
}

/**
 * `value` rounded to `digits` significant digits. Powers of ten appear from 10^6 up and below 10^-4; 1e12 is a bare power with
 * an empty mantissa. Negative zero, and what rounds to it, is 0.
 */
export function parts(value: number, digits = 4): Parts {
  if (Number.isNaN(value)) return { mantissa: 'NaN', exponent: undefined, negative: false }
  if (!Number.isFinite(value)) return { mantissa: '∞', exponent: undefined, negative: value < 0 }
  if (value === 0) return { mantissa: '0', exponent: undefined, negative: false }
  const negative = value < 0
  const [m, e] = Math.abs(value).toExponential(digits - 1).split('e')
  const exponent = Number(e)
  if (exponent >= 6 || exponent < -4) {
    const mantissa = trimZeros(m)
    return { mantissa: mantissa === '1' ? '' : mantissa, exponent, negative }
  }
  const decimals = Math.max(0, digits - 1 - exponent)
  return { mantissa: Math.abs(value).toFixed(decimals), exponent: undefined, negative }
}

/** Plain text, e.g. `−35.41`, `1.2 × 10⁻⁷`, `10¹²`, `NaN`, `−∞`. Trailing zeros say how many digits are known and stay. */
export function formatNumber(value: number, digits = 4): string {
  const { mantissa, exponent, negative } = parts(value, digits)
  const sign = negative ? MINUS : ''
  if (exponent === undefined) return sign + mantissa
  return `${sign}${mantissa === '' ? '' : `${mantissa} × `}10${superscript(exponent)}`
}

/** The same as TeX, e.g. `-35.41`, `1.2\times 10^{-7}`, `10^{12}`, `\text{NaN}`, `-\infty`. */
export function formatTex(value: number, digits = 4): string {
  const { mantissa, exponent, negative } = parts(value, digits)
  const sign = negative ? '-' : ''
  if (mantissa === 'NaN') return '\\text{NaN}'
  if (mantissa === '∞') return `${sign}\\infty`
  if (exponent === undefined) return sign + mantissa
  return `${sign}${mantissa === '' ? '' : `${mantissa}\\times `}10^{${exponent}}`
}

/** Like formatNumber without trailing zeros, for numbers a person chose: `11`, `−6.2`, `0.05`. */
export function formatShort(value: number, digits = 4): string {
  const { mantissa, exponent, negative } = parts(value, digits)
  if (exponent !== undefined || !mantissa.includes('.')) return formatNumber(value, digits)
  const short = trimZeros(mantissa)
  return (negative ? MINUS : '') + short
}

/**
 * A number in a slider row: short, but small decimals are padded so that a column of rates lines up: `0.010`, `0.999`, `1.00`,
 * `11`. Never rounds to something that reads like another value: what three digits cannot say gets up to five.
 */
export function formatRow(value: number, padded: boolean): string {
  const short = formatShort(value, 5)
  if (!padded || !Number.isFinite(value) || Math.abs(value) >= 10 || value === 0) return short
  const fixed = value.toFixed(Math.abs(value) < 1 ? 3 : 2)
  return Number(fixed) === value ? fixed.replace('-', MINUS) : short
}

/** `(−3.25, 2.55)`, or the bare number where there is one coordinate. */
export function formatPoint(x: ArrayLike<number>, digits = 4): string {
  const numbers = Array.from(x, (v) => formatNumber(v, digits))
  return numbers.length === 1 ? numbers[0] : `(${numbers.join(', ')})`
}

/** What the number field shows while it is edited: every digit, so that leaving the field changes nothing. */
export function editable(value: number): string {
  return String(value).replace('-', MINUS).replace('e-', `e${MINUS}`)
}

/** Reads a typed number; true and typewriter minus are the same. The sentence says what was expected. */
export function readNumber(text: string): { value: number } | { says: string } {
  const plain = text.trim().replaceAll(MINUS, '-')
  if (plain === '') return { says: 'Type a number here.' }
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) {
    const value = Number(plain)
    if (Number.isFinite(value)) return { value }
    return { says: `${shorten(text)} is larger than any number this page can compute with.` }
  }
  if (/^[+-]?\d+,\d+$/.test(plain)) return { says: `Write ${plain.replace(',', '.')} with a point instead of the comma.` }
  return { says: `“${shorten(text)}” is not a number. Write it like 0.05.` }
}

/** Typography for sentences that come from the core: true minus before digits. */
export function typeset(text: string): string {
  return text.replace(/(^|[\s(=,[])-(?=[\d.∞])/g, `$1${MINUS}`)
}

function shorten(text: string): string {
  const trimmed = text.trim()
  return trimmed.length > 24 ? `${trimmed.slice(0, 24)}…` : trimmed
}

function trimZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits
}

function superscript(exponent: number): string {
  return String(exponent).replace('-', '⁻').replace(/\d/g, (d) => SUPERSCRIPTS[Number(d)])
}
