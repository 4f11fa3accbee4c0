/** The learning rate above which an optimizer's steps grow on a quadratic: its formula, its value and its text. */
import { compile } from '../engine/compile.ts'
import type { Values } from '../fields.ts'
import { parse } from '../formula/parse.ts'
import { toText } from '../formula/print.ts'
import { fold } from '../optimizers/fold.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'

/**
 * The largest stable learning rate where the largest curvature is `lambda` (e.g. 2/λ for gradient descent; Goh, Why Momentum
 * Really Works, Distill 2017), or undefined where the method declares no such bound or the curvature is not positive.
 */
export function stableRate(optimizer: Optimizer, hyper: Values, lambda: number): number | undefined {
  if (optimizer.stableBelow === undefined || !(lambda > 0)) return undefined
  const formula = parse(optimizer.stableBelow)
  if (!formula.ok) return undefined
  const rate = compile(formula.value, ['lambda'], hyper).value(Float64Array.of(lambda))
  return Number.isFinite(rate) && rate > 0 ? rate : undefined
}

/** The bound as TeX over λmax, shortened by the hyper-parameters that are 0: `2/\\lambda_{max}`. */
export function stableRateTex(optimizer: Optimizer, hyper: Values): string {
  const formula = parse(optimizer.stableBelow ?? '')
  if (!formula.ok) return 'the stable limit'
  const zeros = Object.keys(optimizer.hyper).filter((name) => hyper[name] === 0)
  const short = toText(fold(formula.value, new Map(zeros.map((name) => [name, { kind: 'number', value: 0, column: 1 }]))))
  const tex = short
    .replace(/[a-z_][a-z_0-9]*/gi, (name) => (name === 'lambda' ? '\\lambda_{max}' : optimizer.hyper[name]?.tex ?? name))
    .replaceAll(/\s*\*\s*/g, '\\,')
  return `$${tex}$`
}
