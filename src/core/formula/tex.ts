/** Formula -> TeX for KaTeX, as a textbook would set it: fractions, roots, powers, products without a sign. */
import type { Expression } from './ast.ts'
import { FUNCTIONS } from './functions.ts'
import { GREEK_NAMES } from './greek.ts'

const SUM = 1
const PRODUCT = 2
const SIGNED = 3
const POWER = 4
const ATOM = 5

const RELATION_TEX = { '<': '<', '<=': '\\le', '>': '>', '>=': '\\ge', '==': '=', '!=': '\\ne' } as const

/** A name as TeX: `alpha` is \alpha, `beta1` and `beta_1` are \beta_1, `lr` is \mathrm{lr}. */
export function texName(name: string): string {
  const match = /^([A-Za-z]+?)_?(\d+)$/.exec(name) ?? /^([A-Za-z]+)_(\w+)$/.exec(name)
  if (match !== null) {
    const index = /^(\d+|[A-Za-z])$/.test(match[2]) ? match[2] : `\\mathrm{${escaped(match[2])}}`
    return `${word(match[1])}_{${index}}`
  }
  return word(name)
}

/** A number as TeX: digits as they are, 1e-8 as a power of ten. */
export function texNumber(value: number): string {
  if (Number.isNaN(value)) return '\\mathrm{NaN}'
  if (!Number.isFinite(value)) return value > 0 ? '\\infty' : '-\\infty'
  const [mantissa, exponent] = String(value).split('e')
  if (exponent === undefined) return mantissa
  const power = `10^{${Number(exponent)}}`
  return mantissa === '1' ? power : mantissa === '-1' ? `-${power}` : `${mantissa} \\cdot ${power}`
}

/** How a name is set, as TeX. */
type Naming = (name: string) => string

/** A formula as TeX; `naming` sets its names, by default as `texName` does. */
export function toTex(e: Expression, naming: Naming = texName): string {
  return write(e, naming)
}

function word(name: string): string {
  if (name.length === 1) return name === '_' ? '\\_' : name
  if (GREEK_NAMES.has(name)) return name === 'epsilon' ? '\\varepsilon' : `\\${name}`
  if (name === 'eps') return '\\varepsilon'
  return `\\mathrm{${escaped(name)}}`
}

const escaped = (name: string): string => name.replaceAll('_', '\\_')
const brackets = (tex: string): string => `\\left(${tex}\\right)`

function binding(e: Expression): number {
  switch (e.kind) {
    case 'number':
      return String(e.value).includes('e') ? PRODUCT : ATOM
    case 'operation':
      if (e.operator === '+' || e.operator === '-') return SUM
      return e.operator === '^' ? (rootOf(e) === undefined ? POWER : ATOM) : e.operator === '*' ? PRODUCT : SIGNED
    case 'comparison':
      return 0
    case 'negation':
      return e.of.kind === 'operation' && e.of.operator !== '^' ? SUM : PRODUCT
    default:
      return ATOM
  }
}

function place(e: Expression, least: number, naming: Naming): string {
  return binding(e) < least ? brackets(write(e, naming)) : write(e, naming)
}

function write(e: Expression, naming: Naming): string {
  switch (e.kind) {
    case 'number':
      return texNumber(e.value)
    case 'name':
      return naming(e.name)
    case 'negation':
      return `-${place(e.of, PRODUCT, naming)}`
    case 'comparison':
      return `${place(e.left, SUM, naming)} ${RELATION_TEX[e.relation]} ${place(e.right, SUM, naming)}`
    case 'call':
      return call(e.name, e.args, naming)
    case 'operation':
      switch (e.operator) {
        case '+':
        case '-':
          return `${write(e.left, naming)} ${e.operator} ${e.right.kind === 'negation' ? brackets(write(e.right, naming)) : place(e.right, PRODUCT, naming)}`
        case '*':
          return product(e.left, e.right, naming)
        case '/':
          return `\\frac{${write(e.left, naming)}}{${write(e.right, naming)}}`
        case '^':
          return power(e, naming)
      }
  }
}

/** Factors side by side; a dot only where a digit would run into another, or a function of one argument stands on the left. */
function product(left: Expression, right: Expression, naming: Naming): string {
  const a = left.kind === 'negation' ? write(left, naming) : place(left, PRODUCT, naming)
  const b = right.kind === 'negation' ? brackets(write(right, naming)) : place(right, SIGNED, naming)
  if (/^[\d.]/.test(b)) return `${a} \\cdot ${b}`
  if (b.startsWith('\\left(') || a.endsWith('\\right)')) return `${a} ${b}`
  return /^[\d.]+$/.test(a) && /^[A-Za-z]/.test(b) ? `${a} ${b}` : `${a} \\, ${b}`
}

function rootOf(e: Expression): Expression | undefined {
  return e.kind === 'operation' && e.operator === '^' && e.right.kind === 'number' && e.right.value === 0.5 ? e.left : undefined
}

function power(e: Expression & { kind: 'operation' }, naming: Naming): string {
  const root = rootOf(e)
  if (root !== undefined) return `\\sqrt{${write(root, naming)}}`
  const { left, right } = e
  const raised = `^{${write(right, naming)}}`
  // sin(x)^2 is set as sin²(x), as usual, where no other reading is possible
  if (left.kind === 'call' && right.kind === 'number' && FUNCTIONS.get(left.name)?.tex.startsWith('\\') && written(left.name)) {
    return `${head(left.name)}${raised}${argument(left.args, naming)}`
  }
  return `${left.kind === 'call' && left.name !== 'abs' ? brackets(write(left, naming)) : place(left, ATOM, naming)}${raised}`
}

/** Whether a call is set as its name and brackets (not as a root, bars, or cases). */
const written = (name: string): boolean => !['sqrt', 'abs', 'if', 'exp', 'log2', 'log10'].includes(name)
const head = (name: string): string => FUNCTIONS.get(name)?.tex ?? `\\operatorname{${escaped(name)}}`
const argument = (args: readonly Expression[], naming: Naming): string => brackets(args.map((a) => write(a, naming)).join(',\\, '))

function call(name: string, args: readonly Expression[], naming: Naming): string {
  switch (name) {
    case 'sqrt':
      return `\\sqrt{${write(args[0], naming)}}`
    case 'abs':
      return `\\left|${write(args[0], naming)}\\right|`
    case 'if':
      return `\\begin{cases} ${write(args[1], naming)} & \\text{if } ${write(args[0], naming)} \\\\ ${write(args[2], naming)} & \\text{otherwise} \\end{cases}`
    default:
      return `${head(name)}${argument(args, naming)}`
  }
}
