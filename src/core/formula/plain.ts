/** Typeset mathematics as plain characters, for places that have no typesetting: a terminal, a name read aloud. */
import { GREEK_LETTERS } from './greek.ts'

const LETTERS: ReadonlyMap<string, string> = new Map([...GREEK_LETTERS].map(([letter, name]) => [name, letter]))
const SYMBOLS: ReadonlyMap<string, string> = new Map([['nabla', '∇'], ['cdot', '·'], ['le', '≤'], ['ge', '≥'], ['infty', '∞']])

/** TeX as plain characters: `\eta` is η, `\lambda_{max}` is λmax. Commands without a character of their own are left out. */
export function plainTex(tex: string): string {
  return tex
    .replace(/\\([a-zA-Z]+)/g, (_, word: string) => LETTERS.get(word) ?? SYMBOLS.get(word) ?? '')
    .replace(/_\{?([A-Za-z0-9]+)\}?/g, '$1')
    .replace(/[{}\\]/g, '')
}

/** A sentence with mathematics between dollar signs, as plain characters throughout. */
export function plainSentence(text: string): string {
  return text.split('$').map((piece, i) => (i % 2 === 1 ? plainTex(piece) : piece)).join('')
}
