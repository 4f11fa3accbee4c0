/** Why a formula, or its derivative, is not a number somewhere: the innermost part that went wrong, as a sentence. */
import type { Values } from '../fields.ts'
import { jets, seed, type Jet } from '../autodiff/jets.ts'
import { parts, type Call, type Expression } from '../formula/ast.ts'
import { evaluate } from '../formula/evaluate.ts'
import { FUNCTIONS } from '../formula/functions.ts'
import { isReduction, reductions } from '../formula/names.ts'
import { toText } from '../formula/print.ts'
import { numbers } from '../formula/scalar.ts'
import type { Table } from '../table.ts'

/**
 * A sentence that says which part of `e` has no finite value at `x`, or where the value is finite, which part has no finite
 * derivative, and in which row of `data` that is; undefined where value, gradient and Hessian are all finite.
 */
export function undefinedBecause(
  e: Expression, coordinates: readonly string[], values: Values, x: ArrayLike<number>, data?: Table,
): string | undefined {
  if (data?.missing === true && reductions(e).length > 0) return 'The rows of the data set are not here.'
  const n = coordinates.length
  const variables = new Map(coordinates.map((name, i) => [name, seed(numbers, x[i], i, n, 2)]))
  const scalar = jets(numbers, n, 2)
  const reduced = new Map<Expression, Jet<number>>()
  const reduce = (part: Call): Jet<number> => {
    const jet = reduced.get(part) ?? evaluate(part, scalar, { variables, values, data })
    reduced.set(part, jet)
    return jet
  }
  const inRow = (row: number): typeof variables =>
    new Map([...variables, ...(data?.columns ?? []).map((c) => [c.name, scalar.constant(c.values[row])] as const)])
  const at = (part: Expression, row?: number): Jet<number> =>
    evaluate(part, scalar, { variables: row === undefined ? variables : inRow(row), values, reduce })

  const innermost = (part: Expression, bad: (jet: Jet<number>) => boolean, row?: number): Found | undefined => {
    if (part.kind === 'call' && part.name === 'if') {
      const [condition, then, otherwise] = part.args
      const c = at(condition, row).value
      if (Number.isNaN(c)) return innermost(condition, bad, row)
      return innermost(c !== 0 ? then : otherwise, bad, row)
    }
    const rows = isReduction(part) ? Array.from({ length: data?.rows ?? 0 }, (_, k) => k) : [row]
    for (const inner of parts(part)) {
      for (const r of rows) {
        const found = rows.length === 1 || bad(at(inner, r)) ? innermost(inner, bad, r) : undefined
        if (found !== undefined) return found
      }
    }
    return bad(at(part, row)) ? { part, row } : undefined
  }
  const noValue = (jet: Jet<number>): boolean => !Number.isFinite(jet.value)
  const noDerivative = (jet: Jet<number>): boolean => [...jet.gradient, ...jet.hessian].some((d = 0) => !Number.isFinite(d))
  const told = (found: Found | undefined, sentence: typeof valueSentence): string | undefined => {
    if (found === undefined) return undefined
    const says = sentence(found.part, (inner) => at(inner, found.row).value)
    return found.row === undefined ? says : `In row ${found.row + 1} of the data ${says}`
  }

  const whole = at(e)
  if (noValue(whole)) return told(innermost(e, noValue), valueSentence)
  return noDerivative(whole) ? told(innermost(e, noDerivative), derivativeSentence) : undefined
}

/** A part of a formula, and the row of the data in which it was met, from 0, inside a `mean` or `sum`. */
interface Found {
  readonly part: Expression
  readonly row?: number
}

function valueSentence(part: Expression, value: (e: Expression) => number): string {
  const result = value(part)
  if (part.kind === 'name') return `${part.name} is ${shown(result)} here.`
  if (isReduction(part)) return `${abbreviated(part)} is ${tooLarge(result)} here.`
  if (part.kind === 'call') {
    const row = FUNCTIONS.get(part.name)
    const args = part.args.map(value)
    if (row?.domain !== undefined && (Number.isNaN(result) || args.every((a) => Math.abs(a) < 1e6))) {
      const at = args.map(shown).join(', ')
      return `${row.domain}; it is ${args.length === 1 ? at : `(${at})`} here.`
    }
    return `${part.name}(${args.map(shown).join(', ')}) is ${tooLarge(result)}.`
  }
  if (part.kind === 'operation') {
    const left = value(part.left)
    const right = value(part.right)
    if (part.operator === '/' && right === 0) return `${abbreviated(part)} divides by 0 here.`
    if (part.operator === '^' && left < 0 && !Number.isInteger(right)) {
      return `A negative number has no real power ${shown(right)}; ${abbreviated(part.left)} is ${shown(left)} here.`
    }
    if (part.operator === '^' && left === 0) return `0 has no power ${shown(right)}; ${abbreviated(part.left)} is 0 here.`
    return `${abbreviated(part)} is ${tooLarge(result)} here.`
  }
  return `${abbreviated(part)} is ${tooLarge(result)} here.`
}

function derivativeSentence(part: Expression, value: (e: Expression) => number): string {
  if (part.kind === 'call' && !isReduction(part)) {
    const kink = FUNCTIONS.get(part.name)?.kink
    const args = part.args.map(value)
    if (kink !== undefined) return `${kink}, so the formula has no derivative here.`
    return `${part.name} has no finite derivative at ${args.map(shown).join(', ')}.`
  }
  return `${abbreviated(part)} has no finite derivative here.`
}

const tooLarge = (value: number): string => (Number.isNaN(value) ? 'not a number' : 'too large for a number (about 1.8e308)')

/** Four significant digits. */
function shown(value: number): string {
  if (Number.isFinite(value)) return String(Number(value.toPrecision(4)))
  return Number.isNaN(value) ? 'not a number' : value > 0 ? 'infinite' : '-infinite'
}

function abbreviated(e: Expression): string {
  const text = toText(e)
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`
}
