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
 * The curvature λ* with stableBelow(λ*) = lr, where the bound applies to the method. For the methods here 1/bound is a straight line
 * in λ (2/λ; 2/(λ + ω) with weight decay), so λ* follows from two of its points and a third checks that it is one. Undefined where no
 * bound describes the method, where it is of another form, or where lr or λ* is not positive.
 *
 * @param method the run's optimizer
 * @param rate how a learning rate is written
 */
export function curvatureLimit(run: Run, method: Optimizer | undefined, rate: (lr: number) => string): CurvatureLimit | undefined {
  const { lr } = run.hyper
  // Under a schedule the limit moves from step to step: no line marks it.
  if (run.schedule !== undefined || method?.stableBelow === undefined || !(lr > 0)) return undefined
  const bound = parse(method.stableBelow)
  if (!bound.ok) return undefined
  const inverse = (lambda: number): number =>
    1 / evaluate(bound.value, numbers, { variables: new Map(), values: { ...run.hyper, lambda } })
  const [one, two, four] = [inverse(1), inverse(2), inverse(4)]
  const rise = two - one
  const value = 1 + (1 / lr - one) / rise
  if (!(rise > 0) || !(Math.abs(four - one - 3 * rise) <= 1e-9 * four) || !(value > 0) || !Number.isFinite(value)) return undefined
  const plain = Math.abs(value * lr - 2) < 1e-9
  return { value, label: `${plain ? '2/η' : 'limit'} at η = ${rate(lr)}` }
}
