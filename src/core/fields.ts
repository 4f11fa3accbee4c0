/**
 * A Field is one adjustable quantity, declared once beside what it adjusts. Its control, link text, validation,
 * documentation row and random test values all derive from this declaration.
 */
import type { Issue } from './issue.ts'

export interface NumberField {
  readonly kind: 'number'
  /** The textbook name shown to people, e.g. `Learning rate`. */
  readonly label: string
  /** The symbol as TeX, e.g. `\\eta`. */
  readonly tex: string
  readonly default: number
  /** What the rule allows. Outside it the value is refused with a sentence, never clamped. */
  readonly min: number
  readonly max: number
  /** True where `min` (or `max`) itself is not allowed. */
  readonly minOpen?: boolean
  readonly maxOpen?: boolean
  /** The span of the slider; values outside it, but allowed, can be typed. */
  readonly slider: readonly [number, number]
  readonly scale: 'linear' | 'log' | 'integer'
  /** One sentence: what it does. */
  readonly note: string
}

export interface BooleanField {
  readonly kind: 'boolean'
  readonly label: string
  readonly tex: string
  readonly default: boolean
  readonly note: string
}

export type Field = NumberField | BooleanField
export type Fields = Readonly<Record<string, Field>>
/** The values of a set of fields: booleans are kept as 0 or 1 so that every value is a number a formula can use. */
export type Values = Readonly<Record<string, number>>

/** Sentence for a value that the field refuses, or undefined where it is allowed. `name` is the link's name of the field. */
export function refuse(field: Field, name: string, value: number): Issue | undefined {
  if (field.kind === 'boolean') {
    return value === 0 || value === 1 ? undefined : { about: name, says: `${name} is ${value}, expected 0 or 1.` }
  }
  if (Number.isNaN(value)) return { about: name, says: `${name} is not a number. Write it like ${field.default}.` }
  if (!Number.isFinite(value)) return { about: name, says: `${name} is infinite, expected a finite number. Write it like ${field.default}.` }
  const low = field.minOpen ? value <= field.min : value < field.min
  const high = field.maxOpen ? value >= field.max : value > field.max
  if (low) return { about: name, says: `${name} is ${value}, expected ${field.minOpen ? 'more than' : 'at least'} ${field.min}. Try ${field.default}.` }
  if (high) return { about: name, says: `${name} is ${value}, expected ${field.maxOpen ? 'less than' : 'at most'} ${field.max}. Try ${field.default}.` }
  if (field.scale === 'integer' && !Number.isInteger(value)) return { about: name, says: `${name} is ${value}, expected a whole number. Try ${Math.round(value)}.` }
  return undefined
}

/** The default value of every field. */
export function defaults(fields: Fields): Values {
  return Object.fromEntries(Object.entries(fields).map(([name, f]) => [name, Number(f.default)]))
}
