/** How far to go along a direction: the searches that methods with curvature share, each counting what it asks for. */
import type { ChoiceField, NumberField } from '../fields.ts'
import { along } from '../math/vectors.ts'
import type { Oracle } from './optimizer.ts'

/** Where a search begins and where it looks. */
export interface Line {
  readonly x: Float64Array
  /** f(x), and the slope along `direction` there, which has to be negative. */
  readonly f: number
  readonly slope: number
  readonly direction: Float64Array
}

/** Trials after which a search gives up: halving 1 as often makes 1e-12 of it. */
const TRIALS = 40

/**
 * Backtracking: the first of `first`, `first`/2, `first`/4 … with sufficient decrease, f(x + αp) ≤ f(x) + c₁ α gᵀp (Armijo 1966;
 * Nocedal & Wright, algorithm 3.1). Costs one value a trial. A value that is not a number is no decrease. Undefined where none of 40
 * trials has it.
 */
export function backtracking(oracle: Oracle, { x, f, slope, direction }: Line, first: number, c1: number): number | undefined {
  let step = first
  for (let trial = 0; trial < TRIALS; trial++, step /= 2) {
    if (oracle.value(along(x, step, direction)) <= f + c1 * step * slope) return step
  }
  return undefined
}

/** Which search a method makes. */
export const LINE_SEARCH: ChoiceField = {
  kind: 'choice', label: 'Line search', tex: '\\alpha', default: 0,
  options: [{ id: 'none', label: 'None' }, { id: 'backtracking', label: 'Backtracking' }],
  note: 'Shortens the step until the value falls enough.',
}

/** c₁ of the sufficient decrease. */
export const C1: NumberField = {
  kind: 'number', label: 'Sufficient decrease', tex: 'c_1', default: 1e-4, min: 0, minOpen: true, max: 1, maxOpen: true, slider: [1e-5, 0.5],
  scale: 'log', note: 'Share of the fall that the slope promises which a line search asks for.',
}
