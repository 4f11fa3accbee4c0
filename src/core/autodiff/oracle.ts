/**
 * A landscape by dual numbers over plain numbers, one point at a time: short and slow. What the fast engine is tested against,
 * and what names the part of a formula that went wrong.
 */
import type { Values } from '../fields.ts'
import type { Expression } from '../formula/ast.ts'
import { evaluate } from '../formula/evaluate.ts'
import { numbers } from '../formula/scalar.ts'
import type { Table } from '../table.ts'
import { jets, packed, seed } from './jets.ts'

export interface SecondOrder {
  readonly f: number
  readonly gradient: readonly number[]
  /** Row-major, symmetric. */
  readonly hessian: readonly number[]
}

/** Value, gradient and Hessian of `e` at `x`; x[i] is the value of coordinates[i], `values` and `data` have all other names. */
export function differentiate(
  e: Expression, coordinates: readonly string[], values: Values, x: ArrayLike<number>, data?: Table,
): SecondOrder {
  const n = coordinates.length
  const variables = new Map(coordinates.map((name, i) => [name, seed(numbers, x[i], i, n, 2)]))
  const { value, gradient, hessian } = evaluate(e, jets(numbers, n, 2), { variables, values, data })
  return {
    f: value,
    gradient: gradient.map((d) => d ?? 0),
    hessian: Array.from({ length: n * n }, (_, k) => hessian[packed(Math.floor(k / n), k % n)] ?? 0),
  }
}
