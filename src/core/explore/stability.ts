/** The learning rate above which an optimizer's steps grow on a quadratic: its formula, its value and its text. */
import { compile } from '../engine/compile.ts'
import type { Values } from '../fields.ts'
import { parse } from '../formula/parse.ts'
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

/** The bound as TeX over λmax: `2/\lambda_{max}`; the words `the stable limit` where the formula is too long for a sentence. */
export function stableRateTex(optimizer: Optimizer): string {
  const text = optimizer.stableBelow ?? ''
  if (text.length > 24) return 'the stable limit'
  const tex = text
    .replace(/[a-z_][a-z_0-9]*/gi, (name) => (name === 'lambda' ? '\\lambda_{max}' : optimizer.hyper[name]?.tex ?? name))
    .replaceAll('*', '')
  return `$${tex}$`
}
