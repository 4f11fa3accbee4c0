/** The learning rate above which an optimizer's steps grow on a quadratic, in words. */
import type { Values } from '../fields.ts'
import { parse } from '../formula/parse.ts'
import { toText } from '../formula/print.ts'
import { fold } from '../optimizers/fold.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'
import { say } from './words.ts'

/** A bound longer than this, in characters of its formula, is called by name in sentences. */
const SHORT = 24

/**
 * The bound and its value in a sentence: `$2/\\lambda_{max}$ = 0.11`, shortened by the hyper-parameters that are 0, or
 * `its stable limit` where the formula is long; the value is left out where there is none.
 */
export function sayLimit(optimizer: Optimizer, hyper: Values, value?: number): string {
  const formula = parse(optimizer.stableBelow ?? '')
  const zeros = Object.keys(optimizer.hyper).filter((name) => hyper[name] === 0)
  const known = new Map(zeros.map((name) => [name, { kind: 'number', value: 0, column: 1 } as const]))
  const text = formula.ok ? toText(fold(formula.value, known)) : ''
  if (text === '' || text.length > SHORT) return value === undefined ? 'its stable limit' : `its stable limit, ${say(value)}`
  const tex = text
    .replace(/[a-z_][a-z_0-9]*/gi, (name) => (name === 'lambda' ? '\\lambda_{max}' : optimizer.hyper[name]?.tex ?? name))
    .replaceAll(/\s*\*\s*/g, '\\,')
  return value === undefined ? `$${tex}$` : `$${tex}$ = ${say(value)}`
}
