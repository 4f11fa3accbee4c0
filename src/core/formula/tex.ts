/** Formula -> TeX for KaTeX, as a textbook would set it: fractions, roots, powers, products without a sign. */
import type { Expression, Operation } from './ast.ts'
import { FUNCTIONS } from './functions.ts'
import { escaped, texName, texNumber } from './tex-name.ts'

/** How tightly an expression holds together on paper; fractions and roots need no brackets except under a power. */
const COMPARISON = 0
const SUM = 1
const PRODUCT = 2
const FACTOR = 3
const BASE = 4

const RELATION_TEX = { '<': '<', '<=': '\\le', '>': '>', '>=': '\\ge', '==': '=', '!=': '\\ne' } as const
/** Calls that are not set as a name and brackets, or whose name has an index already: their power needs brackets. */
const SPECIAL: ReadonlySet<string> = new Set(['sqrt', 'abs', 'if', 'exp', 'log2', 'log10'])

export function toTex(e: Expression): string {
  switch (e.kind) {
    case 'number':
      return texNumber(e.value)
    case 'name':
      return texName(e.name)
    case 'negation':
      return `-${place(e.of, PRODUCT)}`
    case 'comparison':
      return `${place(e.left, SUM)} ${RELATION_TEX[e.relation]} ${place(e.right, SUM)}`
    case 'call':
      return call(e.name, e.args)
    case 'operation':
      return operation(e)
  }
}

function operation(e: Operation): string {
  switch (e.operator) {
    case '+':
    case '-':
      return `${place(e.left, SUM)} ${e.operator} ${place(e.right, PRODUCT)}`
    case '*':
      return product(e.left, e.right)
    case '/':
      return `\\frac{${toTex(e.left)}}{${toTex(e.right)}}`
    case '^':
      return power(e)
  }
}

function binding(e: Expression): number {
  switch (e.kind) {
    case 'comparison':
      return COMPARISON
    case 'negation':
      return SUM
    case 'number':
      return String(e.value).includes('e') ? FACTOR : BASE
    case 'name':
      return BASE
    case 'call':
      return e.name === 'abs' ? BASE : FACTOR
    case 'operation':
      return e.operator === '+' || e.operator === '-' ? SUM : e.operator === '*' ? PRODUCT : FACTOR
  }
}

/** `e` where at least this binding is asked for. */
function place(e: Expression, least: number): string {
  return binding(e) < least ? brackets(toTex(e)) : toTex(e)
}

/** Brackets grow only around what is taller than a line. */
function brackets(tex: string): string {
  return /\\frac|\\sqrt|\\begin|\^|\\left/.test(tex) ? `\\left(${tex}\\right)` : `(${tex})`
}

/** Factors side by side: symbols close together, words and functions with a thin space, a dot before a digit. */
function product(left: Expression, right: Expression): string {
  const a = left.kind === 'negation' ? toTex(left) : place(left, PRODUCT)
  const b = place(right, FACTOR)
  if (/^[\d.]/.test(b)) return `${a} \\cdot ${b}`
  const close = b.startsWith('(') || b.startsWith('\\left(') || !(wordy(lastFactor(left)) || wordy(right))
  return close ? `${a} ${b}` : `${a} \\, ${b}`
}

function lastFactor(e: Expression): Expression {
  return e.kind === 'operation' && e.operator === '*' ? e.right : e
}

/** Set in several letters, or as a fraction, root or cases: stands apart from its neighbours. */
function wordy(e: Expression): boolean {
  if (e.kind === 'name') return texName(e.name).startsWith('\\mathrm')
  if (e.kind === 'call') return e.name === 'sqrt' || head(e.name).startsWith('\\operatorname')
  return e.kind === 'operation' && e.operator === '/'
}

function power({ left, right }: Operation): string {
  if (right.kind === 'number' && right.value === 0.5) return `\\sqrt{${toTex(left)}}`
  const raised = `^{${toTex(right)}}`
  if (left.kind === 'call' && right.kind === 'number' && !SPECIAL.has(left.name)) {
    return `${head(left.name)}${raised}${argument(left.args)}`
  }
  return `${place(left, BASE)}${raised}`
}

function call(name: string, args: readonly Expression[]): string {
  switch (name) {
    case 'sqrt':
      return `\\sqrt{${toTex(args[0])}}`
    case 'abs':
      return `\\left|${toTex(args[0])}\\right|`
    case 'if':
      return cases(toTex(args[0]), toTex(args[1]), toTex(args[2]))
    default:
      return `${head(name)}${argument(args)}`
  }
}

const cases = (condition: string, then: string, otherwise: string): string =>
  `\\begin{cases} ${then} & \\text{if } ${condition} \\\\ ${otherwise} & \\text{otherwise} \\end{cases}`
const head = (name: string): string => FUNCTIONS.get(name)?.tex ?? `\\operatorname{${escaped(name)}}`
const argument = (args: readonly Expression[]): string => brackets(args.map(toTex).join(', '))
