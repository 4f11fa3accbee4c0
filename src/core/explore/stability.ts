/** The learning rate above which an optimizer's steps grow on a quadratic: its value. */
import type { Values } from '../fields.ts'
import { evaluate } from '../formula/evaluate.ts'
import { parse } from '../formula/parse.ts'
import { numbers } from '../formula/scalar.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'

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
