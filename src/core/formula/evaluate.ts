/** A formula evaluated over any scalar. */
import type { Values } from '../fields.ts'
import type { Table } from '../table.ts'
import type { Call, Expression, Operator, Relation } from './ast.ts'
import { CONSTANTS, FUNCTIONS, logSumExp } from './functions.ts'
import { isReduction } from './names.ts'
import { stableForm } from './stable.ts'
import { numbers, type BinaryOp, type Scalar } from './scalar.ts'

const OPERATORS: { readonly [o in Operator]: BinaryOp } = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div', '^': 'pow' }
const RELATIONS: { readonly [r in Relation]: BinaryOp } = { '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', '==': 'eq', '!=': 'ne' }

/** What the names of a formula stand for: scalars that vary, and numbers that do not. */
export interface Bindings<T> {
  readonly variables: ReadonlyMap<string, T>
  readonly values: Values
  /** The rows that `mean` and `sum` run over. Inside them the names of its columns come before all others. */
  readonly data?: Table
  /** Stands in for the rows: the value of a `mean` or `sum` that was found elsewhere. */
  reduce?(part: Call): T
}

/**
 * The value of `e` over the scalar `s`. Parts without variables are computed as plain numbers first, so that an exponent such as
 * `n` in `x^n` is the number it is, in every scalar alike; `e^u` is exp(u). Logarithms and quotients of exponentials are computed in
 * their stable form (see stable.ts). `mean` and `sum` write their argument out once for each row and add the rows from the first to
 * the last.
 * Throws where a name is bound to nothing, or rows are asked for and there are none: check `freeNames` and `reductions` first.
 */
export function evaluate<T>(e: Expression, s: Scalar<T>, bindings: Bindings<T>): T {
  const fixed = new Map<Expression, number | undefined>()

  /** The number a part stands for where no variable occurs in it. */
  const numberOf = (part: Expression): number | undefined => {
    if (fixed.has(part)) return fixed.get(part)
    const value = computeNumber(stable(part))
    fixed.set(part, value)
    return value
  }
  const computeNumber = (part: Expression): number | undefined => {
    switch (part.kind) {
      case 'number':
        return part.value
      case 'name': {
        if (bindings.variables.has(part.name)) return undefined
        const value = Object.hasOwn(bindings.values, part.name) ? bindings.values[part.name] : CONSTANTS.get(part.name)
        if (value === undefined) throw new RangeError(`"${part.name}" at column ${part.column} has no value.`)
        return value
      }
      case 'negation': {
        const of = numberOf(part.of)
        return of === undefined ? undefined : -of
      }
      case 'call': {
        if (isReduction(part)) return undefined
        const args = part.args.map(numberOf)
        return args.every((a) => a !== undefined) ? call(numbers, part, args) : undefined
      }
      default: {
        const left = numberOf(part.left)
        const right = numberOf(part.right)
        if (left === undefined || right === undefined) return undefined
        if (part.kind === 'comparison') return numbers.binary(RELATIONS[part.relation], left, right)
        if (part.operator !== '^') return numbers.binary(OPERATORS[part.operator], left, right)
        return isEuler(part.left) ? numbers.unary('exp', right) : numbers.power(left, right)
      }
    }
  }
  const isEuler = (part: Expression): boolean =>
    part.kind === 'name' && part.name === 'e' && !bindings.variables.has('e') && !Object.hasOwn(bindings.values, 'e')

  const reduced = new Map<Expression, T>()
  /** Found once, however many rows ask for it: a reduction inside another does not depend on the other's row. */
  const reduce = (part: Call): T => {
    const value = reduced.get(part) ?? (bindings.reduce === undefined ? overRows(part) : bindings.reduce(part))
    reduced.set(part, value)
    return value
  }
  const overRows = (part: Call): T => {
    const { data, values, variables } = bindings
    if (data === undefined) throw new RangeError(`${part.name} at column ${part.column} has no data.`)
    let total: T | undefined
    for (let row = 0; row < (data.missing === true ? 0 : data.rows); row++) {
      const columns = data.columns.map(({ name, values: column }) => [name, s.constant(column[row])] as const)
      const term = evaluate(part.args[0], s, { variables: new Map([...variables, ...columns]), values, reduce })
      total = total === undefined ? term : part.name === 'logsumexp' ? logSumExp(s, total, term) : s.binary('add', total, term)
    }
    if (total === undefined) return s.constant(NaN)
    return part.name === 'mean' ? s.binary('div', total, s.constant(data.rows)) : total
  }

  const stable = (part: Expression): Expression => stableForm(part, isEuler) ?? part

  const visit = (typed: Expression): T => {
    const value = numberOf(typed)
    if (value !== undefined) return s.constant(value)
    const part = stable(typed)
    switch (part.kind) {
      case 'name': {
        const variable = bindings.variables.get(part.name)
        if (variable === undefined) throw new RangeError(`"${part.name}" at column ${part.column} has no value.`)
        return variable
      }
      case 'negation':
        return s.unary('neg', visit(part.of))
      case 'call':
        return isReduction(part) ? reduce(part) : call(s, part, part.args.map(visit))
      case 'comparison':
        return s.binary(RELATIONS[part.relation], visit(part.left), visit(part.right))
      case 'operation': {
        if (part.operator === '^') {
          const exponent = numberOf(part.right)
          if (exponent !== undefined) return s.power(visit(part.left), exponent)
          if (isEuler(part.left)) return s.unary('exp', visit(part.right))
        }
        return s.binary(OPERATORS[part.operator], visit(part.left), visit(part.right))
      }
      case 'number':
        return s.constant(part.value)
    }
  }
  return visit(e)
}

/** One row of the function table, or a lattice, applied to arguments. */
function call<T>(s: Scalar<T>, { name, lattice }: Call, args: readonly T[]): T {
  if (lattice !== undefined) return s.lattice(lattice, args.map(() => 0), args)
  const row = FUNCTIONS.get(name)
  const binary = row?.binary
  if (row?.unary !== undefined) return s.unary(row.unary, args[0])
  if (row?.of !== undefined) return row.of(s, args)
  if (binary !== undefined) return args.slice(1).reduce((sofar, next) => s.binary(binary, sofar, next), args[0])
  return s.select(args[0], args[1], args[2])
}
