/** Typeset mathematics as plain characters, for places that have no typesetting: a terminal, a name read aloud. */
import { GREEK_LETTERS } from './greek.ts'

const LETTERS: ReadonlyMap<string, string> = new Map([...GREEK_LETTERS].map(([letter, name]) => [name, letter]))
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['nabla', '∇'], ['cdot', '·'], ['le', '≤'], ['ge', '≥'], ['infty', '∞'], ['sqrt', '√'], ['leftarrow', '←'],
  ...['sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'exp', 'log', 'ln', 'max', 'min'].map((word) => [word, word] as const),
])

/**
 * TeX as plain characters: `\eta` is η, `\lambda_{max}` is λmax, `\frac{a}{b}` is a/b; a matrix is written row by row in brackets, and
 * lines under each other one after the other. Commands without a character of their own are left out.
 */
export function plainTex(tex: string): string {
  return inOneLine(tex)
    .replace(/\\([a-zA-Z]+)/g, (_, word: string) => LETTERS.get(word) ?? SYMBOLS.get(word) ?? '')
    .replace(/_\{?([A-Za-z0-9]+)\}?/g, '$1')
    .replace(/[{}\\]/g, '')
}

/** Without what stands above or below something else. */
function inOneLine(tex: string): string {
  const line = tex
    .replace(/\\begin\{[bp]matrix\}\s*(.*?)\s*\\end\{[bp]matrix\}/g, (_, rows: string) => `[${rows.replace(/\s*&\s*/g, ', ').replace(/\s*\\\\\s*/g, '; ')}]`)
    .replace(/\\(?:begin|end)\{aligned\}\s*/g, '')
    .replace(/\s*\\\\\s*(&?)\s*(=|\\quad)?/g, (_, _place: string, goesOn: string | undefined) => (goesOn === undefined ? '; ' : ` ${goesOn}`))
    .replaceAll('&', '')
  const flat = line.replace(/\\frac\{([^{}]*)\}\{([^{}]*)\}/g, (_, above: string, below: string) => `${one(above)}/${one(below)}`)
  return flat === line ? line : inOneLine(flat)
}

/** In brackets where it is more than one thing. */
const one = (part: string): string => (/[-+ ]/.test(part.trim()) ? `(${part})` : part)

/** A sentence with mathematics between dollar signs, as plain characters throughout. */
export function plainSentence(text: string): string {
  return text.split('$').map((piece, i) => (i % 2 === 1 ? plainTex(piece) : piece)).join('')
}
