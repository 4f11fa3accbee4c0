/** `name:value` settings of a link, as runs and noise have them. */
import { defaults, optionIds, refuse, type ChoiceField, type Field, type Fields, type Values } from '../fields.ts'
import type { Issue } from '../issue.ts'
import { closest } from '../formula/spelling.ts'
import { readNumber, settingText } from './link-text.ts'
import { unknownName } from './validate.ts'
import { shown } from './words.ts'

/** Most settings of one part that are read. */
const SETTING_LIMIT = 100

/** Whose settings they are. */
export interface Owner {
  /** Begins the sentences: `Adam`. */
  readonly name: string
  /** What it calls its fields: `hyper-parameter`. */
  readonly calls: string
  /** The issue's address: `run[1]`. */
  readonly about: string
  readonly fields: Fields
  /** Hears of each field whose value was refused. */
  readonly refused?: (name: string) => void
  /** Takes a setting that is no field; false where it is none of its own either. */
  readonly other?: (name: string, value: string, tell: (says: string) => void) => boolean
}

/** The values written down; what is missing or refused keeps its default. */
export function readSettings(owner: Owner, settings: readonly string[], issues: Issue[]): Values {
  const { name: who, about, fields, other } = owner
  if (settings.length > SETTING_LIMIT) {
    issues.push({ about, says: `${who} has ${settings.length} settings; the limit is ${SETTING_LIMIT}. The first ${SETTING_LIMIT} are read.` })
  }
  const values = new Map(Object.entries(defaults(fields)))
  const seen = new Set<string>()
  for (const setting of settings.slice(0, SETTING_LIMIT)) {
    if (setting === '') continue
    const colon = setting.indexOf(':')
    const name = colon < 0 ? setting : setting.slice(0, colon).trim()
    const value = colon < 0 ? '' : setting.slice(colon + 1).trim()
    const place = `${about}.${name.slice(0, 40)}`
    const tell = (says: string): void => void issues.push({ about: place, says: `${who}: ${says}` })
    if (seen.has(name)) tell(`${shown(name)} comes more than once. The last one is used.`)
    seen.add(name)
    if (Object.hasOwn(fields, name)) {
      const number = readValue(fields[name], name, value, tell)
      if (number === undefined) owner.refused?.(name)
      else values.set(name, number)
    } else if (other === undefined || !other(name, value, tell)) {
      issues.push({ ...unknownName(`${who} has no ${owner.calls}`, name, fields), about: place })
    }
  }
  return Object.fromEntries(values)
}

/** The value of one field, undefined where it is refused. Booleans may be written out, as Python and JavaScript do. */
function readValue(field: Field, name: string, text: string, tell: (says: string) => void): number | undefined {
  if (field.kind === 'choice') return readChoice(field, name, text, tell)
  const word = field.kind === 'boolean' && /^(true|false)$/i.test(text)
  const number = word ? Number(text.toLowerCase() === 'true') : readNumber(text)
  const wanted = field.kind === 'boolean' ? '0 or 1' : 'a number'
  const says = Number.isNaN(number)
    ? `${name} is ${shown(text)}, expected ${wanted}. Write it like ${name}:${Number(field.default)}.`
    : refuse(field, name, number)?.says
  if (says === undefined) return number
  tell(says)
  return undefined
}

/** The index of the option with this id, or with this number, for links from when the choice was a switch; undefined where there is none. */
function readChoice(field: ChoiceField, name: string, text: string, tell: (says: string) => void): number | undefined {
  const ids = field.options.map(({ id }) => id)
  const index = ids.indexOf(text)
  if (index >= 0) return index
  const number = readNumber(text)
  if (Object.hasOwn(ids, number)) return number
  tell(`${name} is ${shown(text)}, expected ${optionIds(field)}. Write it like ${name}:${closest(text, ids) ?? settingText(field, field.default)}.`)
  return undefined
}
