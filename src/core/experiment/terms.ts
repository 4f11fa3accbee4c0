/** What an experiment adds to its formula: penalties on the coordinates, as terms of the expression, so that everything sees them. */
import type { NumberField } from '../fields.ts'
import type { Expression, Operator } from '../formula/ast.ts'
import type { Experiment } from './experiment.ts'
import { sameRoughness } from './noise.ts'

export type PenaltyName = 'l1' | 'l2'

/** The penalties, in the order of the link; 0 is off. */
export const PENALTIES: Readonly<Record<PenaltyName, NumberField>> = {
  l1: {
    kind: 'number', label: 'L1', tex: '\\lambda_1', default: 0, min: 0, max: 1e6, slider: [0, 5], scale: 'linear',
    note: 'Adds $\\lambda_1 \\sum |x_i|$ to the formula: a constant pull towards 0, with a kink there that holds what arrives.',
  },
  l2: {
    kind: 'number', label: 'L2', tex: '\\lambda_2', default: 0, min: 0, max: 1e6, slider: [0, 10], scale: 'linear',
    note: 'Adds $\\frac{\\lambda_2}{2} \\sum x_i^2$ to the formula: a bowl round 0 that pulls harder the further out.',
  },
}

export const PENALTY_NAMES: readonly PenaltyName[] = ['l1', 'l2']

/** `expression` + λ₂/2 Σ xᵢ² + λ₁ Σ |xᵢ| (Tibshirani 1996; Hoerl & Kennard 1970); what is 0 adds nothing. */
export function penalized(expression: Expression, coordinates: readonly string[], { l1, l2 }: Pick<Experiment, PenaltyName>): Expression {
  const names = coordinates.map((name): Expression => ({ kind: 'name', name, column: 1 }))
  const ridge = (): Expression => operation('*', operation('/', literal(l2), literal(2)), sum(names.map((x) => operation('^', x, literal(2)))))
  const lasso = (): Expression => {
    const sizes = names.map((x): Expression => ({ kind: 'call', name: 'abs', args: [x], column: 1 }))
    return operation('*', literal(l1), sum(sizes))
  }
  return sum([expression, ...(l2 === 0 ? [] : [ridge()]), ...(l1 === 0 ? [] : [lasso()])])
}

/** The same terms on the ground: surface, derivatives and critical points are the same as far as terms go. */
export function sameTerms(a: Experiment, b: Experiment): boolean {
  return Object.is(a.l1, b.l1) && Object.is(a.l2, b.l2) && sameRoughness(a, b)
}

// Nodes that nobody typed: no column of a text is theirs.
const literal = (value: number): Expression => ({ kind: 'number', value, column: 1 })
const operation = (operator: Operator, left: Expression, right: Expression): Expression => ({ kind: 'operation', operator, left, right, column: 1 })
const sum = (terms: readonly Expression[]): Expression => terms.reduce((left, right) => operation('+', left, right))
