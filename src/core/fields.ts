/**
 * A Field is one adjustable quantity, declared once beside what it adjusts. Its control, link text, validation,
 * documentation row and random test values all derive from this declaration.
 */
import type { Issue } from './issue.ts'

interface Described {
  /** The textbook name shown to people, e.g. `Learning rate`. */
  readonly label: string
  /** The symbol as TeX, e.g. `\\eta`. */
  readonly tex: string
  /** One sentence: what it does. */
  readonly note: string
  /** Where it means something: while the choice called `field` beside it is one of these options. Elsewhere it has no control; links take it all the same. */
  readonly when?: { readonly field: string; readonly is: readonly string[] }
}

export interface NumberField extends Described {
  readonly kind: 'number'
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
}

export interface BooleanField extends Described {
  readonly kind: 'boolean'
  readonly default: boolean
}

/** One of a few named ways. Its value is the index of the option, so that every value is a number. */
export interface ChoiceField extends Described {
  readonly kind: 'choice'
  /** Index of the option that is taken unless told otherwise. */
  readonly default: number
  /** At least two. Ids stand in links, for ever; a new option goes to the end. */
  readonly options: readonly { readonly id: string; readonly label: string }[]
}

export type Field = NumberField | BooleanField | ChoiceField
export type Fields = Readonly<Record<string, Field>>
/** The values of a set of fields: booleans are kept as 0 or 1 and choices as an index, so that every value is a number a formula can use. */
export type Values = Readonly<Record<string, number>>

/** Sentence for a value that the field refuses, or undefined where it is allowed. `name` is the link's name of the field. */
export function refuse(field: Field, name: string, value: number): Issue | undefined {
  if (field.kind === 'boolean') {
    return value === 0 || value === 1 ? undefined : { about: name, says: `${name} is ${value}, expected 0 or 1.` }
  }
  if (field.kind === 'choice') {
    if (Object.hasOwn(field.options, value)) return undefined
    return { about: name, says: `${name} is option ${value}, expected 0 to ${field.options.length - 1}: ${optionIds(field)}.` }
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

/** Whether a field means anything beside the other values (`when`). */
export function applies(fields: Fields, name: string, values: Values): boolean {
  const { when } = fields[name]
  const choice = when && fields[when.field]
  return when === undefined || choice?.kind !== 'choice' || when.is.includes(choice.options[values[when.field]]?.id)
}

/** The ids of a choice, as a sentence lists them: `none, backtracking or wolfe`. */
export function optionIds({ options }: ChoiceField): string {
  const ids = options.map(({ id }) => id)
  return `${ids.slice(0, -1).join(', ')} or ${ids[ids.length - 1]}`
}

/** The default value of every field. */
export function defaults(fields: Fields): Values {
  return Object.fromEntries(Object.entries(fields).map(([name, f]) => [name, Number(f.default)]))
}
