/**
 * Stable forms: what a formula says in exponentials, said so that nothing overflows on the way. Mathematically identical, and the
 * only place where what is computed differs from what was typed; shown text and TeX stay the author's.
 *
 *   log(c1*exp(u1) + c2*exp(u2) + c3 + …)   logsumexp(u1 + log(c1), u2 + log(c2), log(c3), …)   for numbers c > 0
 *   log(sum(c*exp(u)))                      logsumexp(u + log(c)), over the rows; log(mean(…)) is that less log(sum(1))
 *   log(1 + exp(u))                         softplus(u)
 *   1/(1 + exp(-u)), exp(u)/(1 + exp(u))    sigmoid(u)
 *   1 - sigmoid(u)                          sigmoid(-u)
 *   log(sigmoid(u))                         -softplus(-u)
 *
 * Source: N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. 2002, §1.14; P. Blanchard, D. J. Higham and N. J.
 * Higham, Accurately computing the log-sum-exp and softmax functions, 2021.
 */
import type { Expression, Operator } from './ast.ts'
import { isReduction, reductions } from './names.ts'
import { toText } from './text.ts'

/** The stable form of `e` itself (its parts are left as they are), or undefined where it has none. `isEuler`: is this the number e? */
export function stableForm(e: Expression, isEuler: (part: Expression) => boolean): Expression | undefined {
  if (!mayHaveOne(e)) return undefined
  const { column } = e
  const call = (name: string, ...args: Expression[]): Expression => ({ kind: 'call', name, args, column })
  const negated = (of: Expression): Expression => (of.kind === 'negation' ? of.of : { kind: 'negation', of, column })
  const joined = (operator: Operator, left: Expression, right: Expression): Expression =>
    ({ kind: 'operation', operator, left, right, column })

  /** u where `part` is written as exp(u). */
  const exponentOf = (part: Expression): Expression | undefined => {
    if (part.kind === 'call' && part.name === 'exp') return part.args[0]
    return part.kind === 'operation' && part.operator === '^' && isEuler(part.left) ? part.right : undefined
  }

  const hasExponential = (part: Expression): boolean => exponentOf(part) !== undefined
    || (part.kind === 'operation' && (hasExponential(part.left) || hasExponential(part.right)))

  /** log(part) without a logarithm of anything but a number, for products and quotients of exponentials and positive numbers. */
  const logOfProduct = (part: Expression): Expression | undefined => {
    if (part.kind === 'number') return part.value > 0 ? call('log', part) : undefined
    const exponent = exponentOf(part)
    if (exponent !== undefined || part.kind !== 'operation' || (part.operator !== '*' && part.operator !== '/')) return exponent
    const left = logOfProduct(part.left)
    const right = logOfProduct(part.right)
    if (left === undefined || right === undefined) return undefined
    return joined(part.operator === '*' ? '+' : '-', left, right)
  }

  /** u where `part` is 1 + exp(u), in either order. */
  const aboveOne = (part: Expression): Expression | undefined => {
    if (part.kind !== 'operation' || part.operator !== '+') return undefined
    return isOne(part.left) ? exponentOf(part.right) : isOne(part.right) ? exponentOf(part.left) : undefined
  }

  /** u where `part` is sigmoid(u), by name or written out. */
  const sigmoidOf = (part: Expression): Expression | undefined => {
    if (part.kind === 'call') return part.name === 'sigmoid' ? part.args[0] : undefined
    if (part.kind !== 'operation') return undefined
    if (part.operator === '-' && isOne(part.left)) {
      const u = sigmoidOf(part.right)
      return u && negated(u)
    }
    const u = part.operator === '/' ? aboveOne(part.right) : undefined
    if (u === undefined) return undefined
    if (isOne(part.left)) return negated(u)
    const above = exponentOf(part.left)
    return above !== undefined && toText(above) === toText(u) ? u : undefined
  }

  /** log(part) by the logarithms of its terms, where one of them is exponential and all are positive. */
  const logOfSum = (part: Expression): Expression | undefined => {
    const addends = termsOf(part)
    if (!addends.some(hasExponential)) return undefined
    const logs = addends.map(logOfProduct).filter((log) => log !== undefined)
    if (logs.length < addends.length) return undefined
    return logs.length === 1 ? logs[0] : call('logsumexp', ...logs)
  }

  if (e.kind === 'operation') {
    const u = sigmoidOf(e)
    return u && call('sigmoid', u)
  }
  if (e.kind !== 'call') return undefined
  const argument = e.args[0]
  const u = sigmoidOf(argument)
  if (u !== undefined) return negated(call('softplus', negated(u)))
  const above = aboveOne(argument)
  if (above !== undefined) return call('softplus', above)
  if (!isReduction(argument)) return logOfSum(argument)
  const ofRow = argument.name === 'logsumexp' ? undefined : logOfSum(argument.args[0])
  if (ofRow === undefined) return undefined
  const all = call('logsumexp', ofRow)
  return argument.name === 'sum' ? all : joined('-', all, call('log', call('sum', { kind: 'number', value: 1, column })))
}

/** `e` with the stable forms of its logarithms of sums over rows, which are reductions themselves; every other part is left as it is. */
export function withStableSums(e: Expression, isEuler: (part: Expression) => boolean): Expression {
  const visit = (part: Expression): Expression => {
    switch (part.kind) {
      case 'number':
      case 'name':
        return part
      case 'negation':
        return { ...part, of: visit(part.of) }
      case 'call': {
        const stable = part.name === 'log' && isReduction(part.args[0]) ? stableForm(part, isEuler) ?? part : part
        return stable.kind === 'call' ? { ...stable, args: stable.args.map(visit) } : stable
      }
      default:
        return { ...part, left: visit(part.left), right: visit(part.right) }
    }
  }
  return reductions(e).length === 0 ? e : visit(e)
}

/** Whether `e` is of a kind that has stable forms at all: most parts of most formulas are not, and are done with here. */
const mayHaveOne = (e: Expression): boolean => e.kind === 'operation'
  ? e.operator === '/' || (e.operator === '-' && isOne(e.left))
  : e.kind === 'call' && e.name === 'log'

const isOne = (part: Expression): boolean => part.kind === 'number' && part.value === 1

/** The terms of a sum, from left to right; a formula that is no sum is its own only term. */
function termsOf(e: Expression): readonly Expression[] {
  return e.kind === 'operation' && e.operator === '+' ? [...termsOf(e.left), ...termsOf(e.right)] : [e]
}
