import type { Fields } from '../fields.ts'

/**
 * A first-order method that acts on each coordinate alone, declared as its textbook update formulas.
 *
 * `update` lists, in order, name: formula. A formula may use the coordinate `x`, its gradient `g`, the step number `t` (1 for the
 * first step), the hyper-parameters by name, and every name of `update`: names evaluated earlier in the list have this step's
 * value, the name itself and later ones have the previous step's value (0 before the first step). The last entry is `x`.
 * A name that never reads its previous value is a mere abbreviation and is not kept as memory.
 */
export interface Optimizer {
  /** For ever: links depend on it. */
  readonly id: string
  readonly name: string
  /** Shortest usual name for legends, e.g. `GD`. */
  readonly short: string
  readonly source: string
  readonly note: string
  readonly hyper: Fields
  readonly update: Readonly<Record<string, string>>
  /**
   * How each name of `update` is typeset, as TeX without the step: `{ m_hat: '\\hat m' }` is set as \hat m_t. `x` and `g` are
   * always x and g, hyper-parameters have the TeX of their field.
   */
  readonly tex: Readonly<Record<string, string>>
  /** Which of a landscape's suggested rates suits it (see objectives/objective.ts). */
  readonly rate: 'lr' | 'momentum' | 'adaptive'
  /** What that rate is multiplied by for this method; 1 where absent. */
  readonly rateTimes?: number
  /**
   * The largest stable learning rate on a quadratic with largest curvature λ, as a formula in the hyper-parameters and `lambda`,
   * e.g. `2/lambda` for gradient descent, `2*(1+momentum)/lambda` for heavy ball. Absent where no such bound describes the method.
   */
  readonly stableBelow?: string
}
