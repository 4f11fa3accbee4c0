/** Update formulas as a text, which is the same for formulas that compute the same, and the loops that are printed for such texts. */
import { operandsFirst, type Node } from '../autodiff/graph.ts'
import type { Update } from './fused.ts'
import { RULES } from './kernels/rules.ts'
import { frontier } from './shared-numbers.ts'

/** What a step reads and writes, a number for each coordinate or descent in each column. */
export interface RuleColumns {
  x: Float64Array
  g: Float64Array
  /** In the order of the slots. */
  memory: readonly Float64Array[]
  /** What all of them have in common, as `frontier` has it. */
  shared: Float64Array
}

/** One step of lanes 0..n-1 in place; what they have in common stands at `shared[at]` and after it. */
export type Rule = (columns: RuleColumns, at: number, n: number) => void

/** The loop that is printed for these formulas, if there is one: for those of the catalogue. */
export function printedRule(update: Update): Rule | undefined {
  return RULES[spell(update)]
}

const SIGNS: ReadonlyMap<Node['op'], string> = new Map([['add', '+'], ['sub', '-'], ['mul', '*'], ['div', '/']])

/**
 * The formulas as assignments: x and g are the coordinate and its gradient, m0, m1 ... what is remembered, k0, k1 ... what coordinates
 * have in common, t0, t1 ... what is read more than once. What x and each slot become stands last.
 */
export function spell(update: Update): string {
  const slots = Object.keys(update.memory)
  const results = [update.x, ...slots.map((slot) => update.memory[slot])]
  const shared = frontier(update, [])
  const texts = new Map<Node, string>(shared.map((node, k) => [node, `k${k}`]))
  const order = operandsFirst(results, texts)
  const readers = new Map<Node, number>()
  for (const node of [...order.flatMap(({ args }) => args), ...results]) readers.set(node, (readers.get(node) ?? 0) + 1)
  const textOf = (node: Node): string => texts.get(node) ?? ''
  const operand = (node: Node): string => (textOf(node).includes(' ') && SIGNS.has(node.op) ? `(${textOf(node)})` : textOf(node))
  const inputOf = ({ value }: Node): string => {
    const input = update.inputs[value]
    return input.kind === 'memory' ? `m${slots.indexOf(input.slot)}` : input.kind
  }
  const assignments: string[] = []
  for (const node of order) {
    if (texts.has(node)) continue
    const { op, value, args } = node
    const sign = SIGNS.get(op)
    const text = op === 'input' ? inputOf(node)
      : op === 'constant' ? (value < 0 || Object.is(value, -0) ? `(-${-value})` : String(value))
      : sign === undefined ? `${op}(${args.map(textOf).join(', ')})` : args.map(operand).join(` ${sign} `)
    const apart = args.length > 0 && (readers.get(node) ?? 0) > 1
    if (apart) assignments.push(`t${assignments.length} = ${text}`)
    texts.set(node, apart ? `t${assignments.length - 1}` : text)
  }
  return [...assignments, `x = ${textOf(update.x)}`, ...slots.map((slot, s) => `m${s} = ${textOf(update.memory[slot])}`)].join('; ')
}
