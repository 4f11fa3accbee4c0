/** A formula made shorter by what is known: names that stand for a number or for another formula, and the algebra of 0 and 1. */
import type { Expression } from '../formula/ast.ts'
import { evaluate } from '../formula/evaluate.ts'
import { freeNames } from '../formula/names.ts'
import { numbers } from '../formula/scalar.ts'

/** `e` with `known` names replaced and every sum, product and choice that this decides carried out. */
export function fold(e: Expression, known: ReadonlyMap<string, Expression>): Expression {
  switch (e.kind) {
    case 'number':
      return e
    case 'name':
      return known.get(e.name) ?? e
    case 'negation': {
      const of = fold(e.of, known)
      return isNumber(of, 0) ? of : { ...e, of }
    }
    case 'call': {
      const args = e.args.map((a) => fold(a, known))
      if (e.name === 'if' && freeNames(args[0]).length === 0) {
        return evaluate(args[0], numbers, { variables: new Map(), values: {} }) !== 0 ? args[1] : args[2]
      }
      // A choice between equals is no choice.
      if (e.name === 'if' && args[1].kind === 'number' && isNumber(args[2], args[1].value)) return args[1]
      return { ...e, args }
    }
    case 'comparison':
      return { ...e, left: fold(e.left, known), right: fold(e.right, known) }
    case 'operation': {
      const left = fold(e.left, known)
      const right = fold(e.right, known)
      switch (e.operator) {
        case '+':
          if (isNumber(left, 0)) return right
          if (isNumber(right, 0)) return left
          break
        case '-':
          if (isNumber(right, 0)) return left
          break
        case '*':
          if (isNumber(left, 0) || isNumber(right, 1)) return left
          if (isNumber(right, 0) || isNumber(left, 1)) return right
          break
        case '/':
          if (isNumber(left, 0) || isNumber(right, 1)) return left
          break
      }
      return { ...e, left, right }
    }
  }
}

const isNumber = (e: Expression, value: number): boolean => e.kind === 'number' && e.value === value
