/** The largest curvature at which a run's learning rate is stable: 2/η for gradient descent. */
import type { Run } from '../../core/experiment/experiment.ts'
import { evaluate } from '../../core/formula/evaluate.ts'
import { parse } from '../../core/formula/parse.ts'
import { numbers } from '../../core/formula/scalar.ts'
import type { Optimizer } from '../../core/optimizers/optimizer.ts'

export interface CurvatureLimit {
  readonly value: number
  /** `2/η at η = 0.010`; for other methods than gradient descent `limit at η = 0.006`. */
  readonly label: string
}

/**
 * The curvature λ* with stableBelow(λ*) = lr, where the bound applies to the method. Bounds fall as 1/λ, so λ* is the bound at
 * λ = 1 over lr. Undefined where no bound describes the method, where it does not fall so, or where lr is not positive.
 *
 * @param method the run's optimizer
 * @param rate how a learning rate is written
 */
export function curvatureLimit(run: Run, method: Optimizer | undefined, rate: (lr: number) => string): CurvatureLimit | undefined {
  const { lr } = run.hyper
  if (method?.stableBelow === undefined || !(lr > 0)) return undefined
  const bound = parse(method.stableBelow)
  if (!bound.ok) return undefined
  const at = (lambda: number): number => evaluate(bound.value, numbers, { variables: new Map(), values: { ...run.hyper, lambda } })
  const one = at(1)
  const value = one / lr
  if (!(one > 0) || !Number.isFinite(value) || Math.abs(2 * at(2) - one) > 1e-9 * one) return undefined
  return { value, label: `${one === 2 ? '2/η' : 'limit'} at η = ${rate(lr)}` }
}
