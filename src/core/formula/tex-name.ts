/** Names and numbers as TeX. */
import { GREEK_NAMES } from './greek.ts'

/** A name as TeX: `alpha` is \alpha, `beta1` and `beta_1` are \beta_1, `lr` is \mathrm{lr}. */
export function texName(name: string): string {
  const [, stem, index] = /^([A-Za-z]+?)_?(\d+)$/.exec(name) ?? /^([A-Za-z]+)_([A-Za-z0-9]+)$/.exec(name) ?? []
  if (stem === undefined || !(stem.length === 1 || GREEK_NAMES.has(stem))) return word(name)
  return `${word(stem)}_{${/^(\d+|[A-Za-z])$/.test(index) ? index : `\\mathrm{${index}}`}}`
}

/** A number as TeX: digits as they are, 1e-8 as a power of ten. */
export function texNumber(value: number): string {
  if (Number.isNaN(value)) return '\\mathrm{NaN}'
  if (!Number.isFinite(value)) return value > 0 ? '\\infty' : '-\\infty'
  const [mantissa, exponent] = String(value).split('e')
  if (exponent === undefined) return mantissa
  const power = `10^{${Number(exponent)}}`
  return mantissa === '1' ? power : mantissa === '-1' ? `-${power}` : `${mantissa} \\cdot ${power}`
}

function word(name: string): string {
  if (name.length === 1) return escaped(name)
  if (name === 'eps' || name === 'epsilon') return '\\varepsilon'
  return GREEK_NAMES.has(name) ? `\\${name}` : `\\mathrm{${escaped(name)}}`
}

/** A name with its underscores as TeX has them. */
export const escaped = (name: string): string => name.replaceAll('_', '\\_')
