import fc from 'fast-check'
import type { Expression, Operator, Relation } from '../../../src/core/formula/ast.ts'
import { parse } from '../../../src/core/formula/parse.ts'
import { FUNCTIONS } from '../../../src/core/formula/functions.ts'
import type { Table } from '../../../src/core/table.ts'

/** Reads a formula that is known to be good. */
export function read(text: string): Expression {
  const result = parse(text)
  if (!result.ok) throw new Error(`${text}: ${result.issues[0].says}`)
  return result.value
}

/** Rows for formulas that reduce; `a` is also a parameter of the formulas below, which the column hides. */
export const ROWS: Table = {
  rows: 3,
  columns: [{ name: 'u', values: Float64Array.of(0.3, -1.7, 2) }, { name: 'a', values: Float64Array.of(1, 0, -2.5) }],
}

const column = 1
const number = fc.oneof(fc.nat(12), fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constantFrom(1e-8, 1e21, 0.5, 5e-324))
  .map((value): Expression => ({ kind: 'number', value: value + 0, column }))
const name = fc.constantFrom('x', 'y', 'a', 'u', 'beta1', 'pi', 'e', '__proto__', 'constructor').map((n): Expression => ({ kind: 'name', name: n, column }))
const operator = fc.constantFrom<Operator>('+', '-', '*', '/', '^')
const relation = fc.constantFrom<Relation>('<', '<=', '>', '>=', '==', '!=')

/** Any formula the language can say, whatever it means. */
export const expressions: fc.Arbitrary<Expression> = fc.letrec<{ e: Expression }>((tie) => ({
  e: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    number,
    name,
    fc.record({ operator, left: tie('e'), right: tie('e') }).map((r): Expression => ({ kind: 'operation', ...r, column })),
    tie('e').map((of): Expression => ({ kind: 'negation', of, column })),
    fc.record({ relation, left: tie('e'), right: tie('e') }).map((r): Expression => ({ kind: 'comparison', ...r, column })),
    fc.constantFrom(...FUNCTIONS.values()).chain((row) =>
      fc.array(tie('e'), { minLength: row.arity[0], maxLength: Math.min(row.arity[1], 3) })
        .map((args): Expression => ({ kind: 'call', name: row.name, args, column }))),
  ),
})).e

/** The same formula with every column 0: what is left is its meaning. */
export function withoutColumns(e: Expression): unknown {
  const plain: unknown = JSON.parse(JSON.stringify(e, (key, value: unknown) => (key === 'column' ? 0 : value)))
  return plain
}
