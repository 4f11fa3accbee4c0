import { refuse, type Field } from '../fields.ts'
import type { Issue } from '../issue.ts'
import { readNumber } from './link-text.ts'
import type { Part } from './parts.ts'
import { unknownWord } from './validate.ts'
import { shown } from './words.ts'

/** Looks up the parts of a link by key; what cannot be read becomes a sentence in `issues`. */
export class LinkReader {
  constructor(
    readonly parts: readonly Part[],
    readonly issues: Issue[],
  ) {}

  all(key: string): string[] {
    return this.parts.filter((part) => part.key === key).map((part) => part.text)
  }

  /** The last value of a key that should come once. */
  last(key: string): string | undefined {
    const texts = this.all(key)
    const last = texts.at(-1)
    if (last !== undefined && texts.length > 1) {
      this.issue(key, `The link has ${shown(key)} ${texts.length} times. The last one, ${shown(last)}, is used.`)
    }
    return last
  }

  /** The number of a key, undefined where it is absent or refused. */
  number(key: string, field: Field): number | undefined {
    const text = this.last(key)
    if (text === undefined) return undefined
    const value = readNumber(text)
    const refused = Number.isNaN(value) ? notANumber(key, text, field) : refuse(field, key, value)
    if (refused !== undefined) this.issues.push(refused)
    return refused === undefined ? value : undefined
  }

  word<T extends string>(key: string, words: readonly T[]): T | undefined {
    const text = this.last(key)
    if (text === undefined) return undefined
    const word = words.find((w) => w === text.trim())
    if (word === undefined) this.issues.push(unknownWord(key, text, words))
    return word
  }

  issue(about: string, says: string): void {
    this.issues.push({ about, says })
  }
}

/** The numbers of a list with commas, NaN for what is none. */
export const numbersOf = (text: string): number[] => text.split(',').map(readNumber)

function notANumber(about: string, text: string, field: Field): Issue {
  return { about, says: `${about} is ${shown(text)}, which is not a number. Write it like ${Number(field.default)}.` }
}
