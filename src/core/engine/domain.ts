/** Why a formula, or its derivative, is not a number somewhere: the innermost part that went wrong, as a sentence. */
import type { Values } from '../fields.ts'
import { jets, seed, type Jet } from '../autodiff/jets.ts'
import { parts, type Expression } from '../formula/ast.ts'
import { evaluate } from '../formula/evaluate.ts'
import { FUNCTIONS } from '../formula/functions.ts'
import { toText } from '../formula/print.ts'
import { numbers } from '../formula/scalar.ts'

/**
 * A sentence that says which part of `e` has no finite value at `x`, or where the value is finite, which part has no finite
 * derivative; undefined where value, gradient and Hessian are all finite.
 */
export function undefinedBecause(
  e: Expression, coordinates: readonly string[], values: Values, x: ArrayLike<number>,
): string | undefined {
  const n = coordinates.length
  const variables = new Map(coordinates.map((name, i) => [name, seed(numbers, x[i], i, n, 2)]))
  const scalar = jets(numbers, n, 2)
  const at = (part: Expression): Jet<number> => evaluate(part, scalar, { variables, values })

  const innermost = (part: Expression, bad: (jet: Jet<number>) => boolean): Expression | undefined => {
    if (part.kind === 'call' && part.name === 'if') {
      const [condition, then, otherwise] = part.args
      const c = at(condition).value
      if (Number.isNaN(c)) return innermost(condition, bad)
      return innermost(c !== 0 ? then : otherwise, bad)
    }
    for (const inner of parts(part)) {
      const found = innermost(inner, bad)
      if (found !== undefined) return found
    }
    return bad(at(part)) ? part : undefined
  }
  const noValue = (jet: Jet<number>): boolean => !Number.isFinite(jet.value)
  const noDerivative = (jet: Jet<number>): boolean => [...jet.gradient, ...jet.hessian].some((d = 0) => !Number.isFinite(d))

  const whole = at(e)
  if (noValue(whole)) {
    const part = innermost(e, noValue)
    return part === undefined ? undefined : valueSentence(part, (inner) => at(inner).value)
  }
  if (!noDerivative(whole)) return undefined
  const part = innermost(e, noDerivative)
  return part === undefined ? undefined : derivativeSentence(part, (inner) => at(inner).value)
}

function valueSentence(part: Expression, value: (e: Expression) => number): string {
  const result = value(part)
  if (part.kind === 'name') return `${part.name} is ${shown(result)} here.`
  if (part.kind === 'call') {
    const row = FUNCTIONS.get(part.name)
    const args = part.args.map(value)
    if (row?.domain !== undefined && (Number.isNaN(result) || args.every((a) => Math.abs(a) < 1e6))) {
      return `${row.domain}; it is ${shown(args[0])} here.`
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
  if (part.kind === 'call') {
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
