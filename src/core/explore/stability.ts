/** The learning rate above which an optimizer's steps grow on a quadratic: its formula, its value and its text. */
import type { Values } from '../fields.ts'
import { evaluate } from '../formula/evaluate.ts'
import { parse } from '../formula/parse.ts'
import { toText } from '../formula/print.ts'
import { numbers } from '../formula/scalar.ts'
import { fold } from '../optimizers/fold.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'
import { say } from './words.ts'

/**
 * The largest stable learning rate where the largest curvature is `lambda` (e.g. 2/λ for gradient descent; Goh, Why Momentum
 * Really Works, Distill 2017), or undefined where the method declares no such bound or the curvature is not positive.
 */
export function stableRate(optimizer: Optimizer, hyper: Values, lambda: number): number | undefined {
  if (optimizer.stableBelow === undefined || !(lambda > 0)) return undefined
  const formula = parse(optimizer.stableBelow)
  if (!formula.ok) return undefined
  const rate = evaluate(formula.value, numbers, { variables: new Map<string, number>(), values: { ...hyper, lambda } })
  return Number.isFinite(rate) && rate > 0 ? rate : undefined
}

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
