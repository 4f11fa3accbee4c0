/** Headers -> names that formulas can use. */
import { GREEK_LETTERS } from '../formula/greek.ts'
import { refuseName } from '../formula/names.ts'

const LENGTH = 40

/**
 * One name for each header, all different: what no name can have becomes an underscore, the names of functions and constants get
 * one at the end, missing ones are counted. `says` has a sentence for each header that was changed.
 */
export function freeColumnNames(headers: readonly string[]): { names: string[]; says: string[] } {
  const names: string[] = []
  const says: string[] = []
  for (const [i, header] of headers.entries()) {
    const trimmed = header.trim()
    let name = identifier(trimmed, i)
    for (let k = 2; names.includes(name); k++) name = `${identifier(trimmed, i)}_${k}`
    names.push(name)
    if (name === trimmed) continue
    says.push(trimmed === '' ? `Column ${i + 1} has no name; it is called ${name}.` : `The column "${shortened(trimmed)}" is called ${name} here.`)
  }
  return { names, says }
}

function identifier(header: string, index: number): string {
  const latin = Array.from(header, (character) => GREEK_LETTERS.get(character) ?? (character === 'ß' ? 'ss' : character)).join('')
    .normalize('NFKD').replace(/\p{M}/gu, '')
  const word = latin.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^_+|_+$/g, '').slice(0, LENGTH)
  if (word === '') return `c${index + 1}`
  const name = /^\d/.test(word) ? `c_${word}` : word
  return refuseName(name) === undefined ? name : `${name}_`
}

const shortened = (text: string): string => (text.length > LENGTH ? `${text.slice(0, LENGTH - 1)}…` : text).replace(/\s+/g, ' ')
