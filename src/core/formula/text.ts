/** Formula -> text that `parse` reads back as the same formula. */
import type { Expression, Operator } from './ast.ts'

/** How tightly an expression holds together; an operand that binds more loosely than its place asks for gets brackets. */
const COMPARISON = 0
const SUM = 1
const PRODUCT = 2
const SIGNED = 3
const POWER = 4
const ATOM = 5

const BINDING: { readonly [o in Operator]: number } = { '+': SUM, '-': SUM, '*': PRODUCT, '/': PRODUCT, '^': POWER }

export function toText(e: Expression): string {
  return write(e)
}

function binding(e: Expression): number {
  switch (e.kind) {
    case 'operation':
      return BINDING[e.operator]
    case 'comparison':
      return COMPARISON
    case 'negation':
      return SIGNED
    default:
      return ATOM
  }
}

/** `e` where at least this binding is asked for. */
function place(e: Expression, least: number): string {
  return binding(e) < least ? `(${write(e)})` : write(e)
}

function write(e: Expression): string {
  switch (e.kind) {
    case 'number':
      return String(e.value)
    case 'name':
      return e.name
    case 'negation':
      return `-${place(e.of, SIGNED)}`
    case 'comparison':
      return `${place(e.left, SUM)} ${e.relation} ${place(e.right, SUM)}`
    case 'call':
      return `${e.name}(${e.args.map(write).join(', ')})`
    case 'operation':
      switch (e.operator) {
        case '+':
        case '-':
          return `${place(e.left, SUM)} ${e.operator} ${place(e.right, PRODUCT)}`
        case '*':
        case '/':
          return `${place(e.left, PRODUCT)}${e.operator}${place(e.right, SIGNED)}`
        case '^':
          return `${place(e.left, ATOM)}^${exponent(e.right)}`
      }
  }
}

/** After `^` a sign needs no brackets: 2^-3. Neither does a further power: 2^3^2. */
function exponent(e: Expression): string {
  if (e.kind !== 'negation') return place(e, POWER)
  return `-${exponent(e.of)}`
}
