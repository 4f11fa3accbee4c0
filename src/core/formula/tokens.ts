/** Text -> tokens: numbers, names, operators, brackets. Columns count from 1. */
import type { Issue } from '../issue.ts'
import { GREEK_LETTERS } from './greek.ts'

export interface Token {
  readonly kind: 'number' | 'name' | 'symbol' | 'end'
  /** As understood: `−` is `-`, `π` is `pi`. */
  readonly text: string
  readonly value: number
  readonly column: number
}

/** Stops reading; `parse` turns it into an issue. */
export class Unreadable extends Error {
  readonly issue: Issue
  constructor(says: string, column: number) {
    super(says)
    this.issue = { says, column }
  }
}

const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y
const SPACE = /\s+/y
const SYMBOLS = ['**', '<=', '>=', '==', '!=', '+', '-', '*', '/', '^', '(', ')', ',', '<', '>']

/** Characters people paste, and what they stand for. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['−', '-'], ['–', '-'], ['·', '*'], ['⋅', '*'], ['×', '*'], ['÷', '/'], ['≤', '<='], ['≥', '>='], ['≠', '!='],
  ['[', '('], [']', ')'], ['{', '('], ['}', ')'],
])
const RAISED: ReadonlyMap<string, string> = new Map([['²', '2'], ['³', '3'], ['⁴', '4']])
const HINTS: ReadonlyMap<string, string> = new Map([
  ['=', 'Write only what stands right of the equals sign, and == to compare.'],
  ['|', 'For an absolute value write abs(x).'],
  ['!', 'There is no factorial here; to compare write !=.'],
  ['√', 'For a square root write sqrt(x).'],
  [';', 'Separate arguments with a comma.'],
  ['%', 'Write a percentage as a decimal number.'],
])

export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const push = (kind: Token['kind'], word: string, length: number, value = NaN): void => {
    tokens.push({ kind, text: word, value, column: at + 1 })
    at += length
  }
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    return pattern.exec(text)?.[0]
  }
  while (at < text.length) {
    const space = match(SPACE)
    if (space !== undefined) {
      at += space.length
      continue
    }
    const digits = match(NUMBER)
    if (digits !== undefined) {
      if (text[at + digits.length] === '.') throw secondPoint(text, at)
      const value = Number(digits)
      if (!Number.isFinite(value)) {
        throw new Unreadable(`The number at column ${at + 1} is too large; the limit is about 1.8e308.`, at + 1)
      }
      push('number', digits, digits.length, value)
      continue
    }
    const name = match(NAME)
    if (name !== undefined) {
      push('name', name, name.length)
      continue
    }
    const symbol = SYMBOLS.find((s) => text.startsWith(s, at))
    if (symbol !== undefined) {
      push('symbol', symbol === '**' ? '^' : symbol, symbol.length)
      continue
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const same = SAME.get(character)
    const raised = RAISED.get(character)
    const greek = GREEK_LETTERS.get(character)
    if (same !== undefined) push('symbol', same, 1)
    else if (greek !== undefined) push('name', greek, 1)
    else if (raised !== undefined) {
      tokens.push({ kind: 'symbol', text: '^', value: NaN, column: at + 1 })
      push('number', raised, 1, Number(raised))
    } else {
      const hint = HINTS.get(character) ?? 'Use numbers, names, + - * / ^ and brackets.'
      throw new Unreadable(`A formula cannot contain ${quoted(character)} (column ${at + 1}). ${hint}`, at + 1)
    }
  }
  tokens.push({ kind: 'end', text: '', value: NaN, column: text.length + 1 })
  return tokens
}

function secondPoint(text: string, at: number): Unreadable {
  const word = /^[\d.]*/.exec(text.slice(at, at + 40))?.[0] ?? ''
  return new Unreadable(`${quoted(word)} at column ${at + 1} has more than one decimal point.`, at + 1)
}

/** In quotation marks, with control and other unprintable characters named by their code. */
export function quoted(text: string): string {
  const code = (c: string): string => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  const shown = text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, code)
  return `"${shown}"`
}
