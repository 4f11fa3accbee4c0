/** The rule of a method as it is printed, and one step of it with its numbers: both derived from the declaration that is executed. */
import type { Values } from '../fields.ts'
import { compileMap, type NamedFormula } from '../engine/map.ts'
import type { Expression } from '../formula/ast.ts'
import { evaluate } from '../formula/evaluate.ts'
import { freeNames } from '../formula/names.ts'
import { texName, toTex } from '../formula/print.ts'
import { numbers } from '../formula/scalar.ts'
import { read } from './declaration.ts'
import { fold } from './fold.ts'
import type { DeclaredOptimizer } from './optimizer.ts'

/** Where a run stands before step `t` (1 for the first): its point, the gradient there, and its memory. */
export interface StepState {
  readonly x: ArrayLike<number>
  readonly g: ArrayLike<number>
  readonly memory: Readonly<Record<string, ArrayLike<number>>>
  readonly t: number
}

/**
 * The rule, one line of TeX per formula: m_t = β₁ m_{t-1} + (1 - β₁) g_t. With `hyper`, terms that are switched off by a
 * hyper-parameter of 0 are left out, and what is then a mere other name for something is replaced by it.
 */
export function ruleTex(o: DeclaredOptimizer, hyper?: Values): string[] {
  const formulas = hyper === undefined ? read(o).formulas : shortened(o, hyper)
  return formulas.map(({ name, expression }, i) => {
    const earlier = new Set(formulas.slice(0, i).map((f) => f.name))
    const tex = (n: string): string => {
      if (n === 'g') return 'g_t'
      if (n === 'x' || Object.hasOwn(o.update, n)) return `${bare(o, n)}_${earlier.has(n) ? 't' : '{t-1}'}`
      return bare(o, n)
    }
    return `${bare(o, name)}_t = ${setWith(expression, tex)}`
  })
}

/**
 * Step `state.t` along `coordinate` in three lines of TeX: the rule for x, the rule with its numbers, and the result. Every number is
 * computed by the formulas that run; digits are as many as it takes to see x move, at least 4. `symbol` is the coordinate in TeX.
 */
export function numbersTex(o: DeclaredOptimizer, hyper: Values, state: StepState, coordinate: number, symbol = 'x'): string[] {
  const values = valuesAt(o, hyper, state, coordinate)
  const before = state.x[coordinate]
  const after = values.x
  const digits = digitsToTell(before, after)
  const rule = shortened(o, hyper).find((f) => f.name === 'x')
  if (rule === undefined) return []
  const tex = (n: string): string => (n === 'x' ? indexed(symbol, state.t - 1) : bare(o, n))
  const bound = { variables: new Map<string, number>(), values: { ...values, x: before } }
  const number = (e: Expression): string => {
    const value = evaluate(e, numbers, bound)
    const isX = e.kind === 'name' && e.name === 'x'
    return isX ? numberTex(value, digits) : trimmed(value, e.kind === 'name' && Object.hasOwn(o.hyper, e.name) ? 6 : 4)
  }
  return [
    `${indexed(symbol, state.t)} = ${setWith(rule.expression, tex)}`,
    `= ${sumTex(rule.expression, number)}`,
    `= ${numberTex(after, digits)}`,
  ]
}

/** A symbol at a step; one that has an index of its own is kept together, since TeX refuses two. */
function indexed(symbol: string, step: number): string {
  return symbol.includes('_') ? `{${symbol}}_{${step}}` : `${symbol}_{${step}}`
}

/** Every name as the rule for x reads it, x itself after the step, and the hyper-parameters, g and t, along one coordinate. */
function valuesAt(o: DeclaredOptimizer, hyper: Values, { x, g, memory, t }: StepState, coordinate: number): Record<string, number> {
  const { formulas, memory: slots } = read(o)
  const given: Record<string, number> = { ...hyper, x: x[coordinate], g: g[coordinate], t }
  for (const slot of slots) given[slot] = memory[slot][coordinate]
  const map = compileMap(formulas, Object.keys(given))
  const results = formulas.map(() => new Float64Array(1))
  map.run(Object.values(given), results, 1)
  // Lines after x are computed for the next step: the rule for x reads what was there before.
  const place = formulas.findIndex((f) => f.name === 'x')
  for (const [i, f] of formulas.entries()) if (i <= place) given[f.name] = results[i][0]
  return given
}

/**
 * Whether `short` may stand wherever line i's name does: nobody before it reads the name's previous value, and what `short` reads of the
 * step before is not computed anew until the last reader has read it.
 */
function replaceable(formulas: readonly NamedFormula[], kept: readonly NamedFormula[], i: number, short: Expression): boolean {
  const { name } = formulas[i]
  if (kept.some((f) => freeNames(f.expression).includes(name))) return false
  const lastReader = formulas.findLastIndex((f) => freeNames(f.expression).includes(name))
  return freeNames(short).every((n) => {
    const place = formulas.findIndex((f) => f.name === n)
    return place < i || lastReader <= place
  })
}

/**
 * The formulas that are typeset, in order: without what hyper-parameters of 0 switch off, and without names that have become superfluous
 * by that. They take the same steps.
 */
export function shortened(o: DeclaredOptimizer, hyper: Values): NamedFormula[] {
  const known = new Map<string, Expression>()
  for (const name of Object.keys(o.hyper)) if (hyper[name] === 0) known.set(name, { kind: 'number', value: 0, column: 1 })
  const { formulas, memory } = read(o)
  const kept: NamedFormula[] = []
  for (const [i, { name, expression }] of formulas.entries()) {
    const short = fold(expression, known)
    const plain = short.kind === 'name' || short.kind === 'number'
    // Memory that no longer looks back (RMSprop's velocity without momentum) is written out where it is used.
    const forgotten = memory.includes(name) && !freeNames(short).includes(name)
    if (name !== 'x' && (plain || forgotten) && replaceable(formulas, kept, i, short)) known.set(name, short)
    else kept.push({ name, expression: short })
  }
  const used = new Set(kept.flatMap((f) => freeNames(f.expression).filter((n) => n !== f.name)))
  return kept.filter((f) => f.name === 'x' || used.has(f.name))
}

const bare = (o: DeclaredOptimizer, name: string): string => {
  if (Object.hasOwn(o.tex, name)) return o.tex[name]
  return Object.hasOwn(o.hyper, name) ? o.hyper[name].tex : texName(name)
}

/** A formula as TeX with names of our own: each name is typeset as an indexed letter, which is then exchanged for what `naming` says. */
function setWith(e: Expression, naming: (name: string) => string): string {
  const names = freeNames(e).map((name, i) => ({ name, letter: `q${100 + i}` }))
  const renamed = fold(e, new Map(names.map(({ name, letter }) => [name, { kind: 'name', name: letter, column: 1 }])))
  return names.reduce((tex, { name, letter }) => tex.replaceAll(texName(letter), () => naming(name)), toTex(renamed))
}

/** The numbers of a sum of products: names stand for their numbers, any other factor is worked out. */
function sumTex(e: Expression, number: (e: Expression) => string): string {
  if (e.kind === 'operation' && (e.operator === '+' || e.operator === '-')) {
    return `${sumTex(e.left, number)} ${e.operator} ${productTex(e.right, number, true)}`
  }
  return productTex(e, number, false)
}

function productTex(e: Expression, number: (e: Expression) => string, follows: boolean): string {
  if (e.kind === 'operation' && e.operator === '*') {
    return `${productTex(e.left, number, follows)} \\cdot ${bracketed(number(e.right))}`
  }
  return follows ? bracketed(number(e)) : number(e)
}

const bracketed = (tex: string): string => (tex.startsWith('-') ? `(${tex})` : tex)

/** The fewest significant digits, 4 to 15, in which two numbers differ; 4 where they are equal. */
function digitsToTell(a: number, b: number): number {
  for (let digits = 4; digits <= 15; digits++) if (a.toPrecision(digits) !== b.toPrecision(digits)) return Math.min(digits, 15)
  return 4
}

/** A number with exactly so many significant digits as TeX. */
function numberTex(value: number, digits: number): string {
  if (Number.isNaN(value)) return '\\text{NaN}'
  if (!Number.isFinite(value)) return value > 0 ? '\\infty' : '-\\infty'
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size >= 1e-4 && size < 1e6) return value.toPrecision(Math.max(digits, Math.floor(Math.log10(size)) + 1))
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e')
  return `${mantissa} \\cdot 10^{${Number(exponent)}}`
}

/** The same without zeros at the end. */
function trimmed(value: number, digits: number): string {
  return numberTex(value, digits).replace(/(\.\d*?)0+(?= |$)/, '$1').replace(/\.(?= |$)/, '')
}
