/** The rate of each step, computed from a schedule's formulas. */
import { compileMap, type NamedFormula } from '../../engine/map.ts'
import type { Values } from '../../fields.ts'

/** The learning rate of step `t`, 0 for the first. It may be negative or NaN, where the formula is. */
export type RateOf = (t: number) => number

/** The rate of every step for a run whose own rate is `lr`. */
export function compileRate(formulas: readonly NamedFormula[], lr: number, values: Values = {}): RateOf {
  const given: Values = { t: 0, lr, ...values }
  const map = compileMap(formulas, Object.keys(given))
  const inputs = Object.values(given)
  const rate = new Float64Array(1)
  const outputs = formulas.map((_, i) => (i === formulas.length - 1 ? rate : undefined))
  return (t) => {
    inputs[0] = t
    map.run(inputs, outputs, 1)
    return rate[0]
  }
}
