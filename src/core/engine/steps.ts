/** Graph -> the instructions that compute it, each with the nodes it takes. */
import type { Node } from '../autodiff/graph.ts'
import { chooser, NUMBER, operationOf, REGISTER, type Choice, type Chooser } from './instructions.ts'
import { sinCos } from './kernels/functions.ts'

/** Which nodes have the same value at all points. */
export function uniformNodes(order: readonly Node[], isUniform: (input: number) => boolean): ReadonlySet<Node> {
  const uniform = new Set<Node>()
  for (const node of order) {
    const fixed = node.op === 'input' ? isUniform(node.value) : node.args.every((a) => uniform.has(a))
    if (fixed) uniform.add(node)
  }
  return uniform
}

export interface Step {
  readonly node: Node
  /** A second node that the same instruction computes. */
  readonly also?: Node
  readonly choice: Choice
}

const isLeaf = ({ op }: Node): boolean => op === 'constant' || op === 'input'

/**
 * One step per instruction, so that registers are read and written as seldom as possible. An operation with a single reader may move
 * into it; one with a number, which is quickly done, may move into each of its readers, and is left out where all of them take it.
 */
export function plan(order: readonly Node[], outputs: readonly Node[], uniform: ReadonlySet<Node>): Step[] {
  // All by id: what is looked up so often is a number in a column.
  const ids = order.length === 0 ? 0 : order[order.length - 1].id + 1
  const readers = new Int32Array(ids)
  for (const { args } of order) for (let k = 0; k < args.length; k++) if (args.indexOf(args[k]) === k) readers[args[k].id]++
  const kept = new Uint8Array(ids)
  for (const { id } of outputs) kept[id] = 1
  const isNumber = new Uint8Array(ids)
  const kinds = new Uint8Array(ids)
  for (const node of order) {
    isNumber[node.id] = uniform.has(node) ? 1 : 0
    const open = kept[node.id] === 0 && (readers[node.id] === 1 || node.args.some((a) => isNumber[a.id] === 1))
    kinds[node.id] = isNumber[node.id] === 1 ? NUMBER : REGISTER + (open ? operationOf(node) : 0)
  }
  const lanes = chooser(kinds)
  const once = chooser(new Uint8Array(ids).fill(REGISTER)) // in the prelude every operand is a register of its own

  const ways: (readonly Choice[])[] = []
  const prices = new Float64Array(ids) // what a node takes at least, each operand shared by its readers
  const needed = new Uint8Array(ids)
  /** Registers that are read and written, and what those that are not needed anyway take. */
  const price = ({ registers }: Choice): number => {
    let sum = 1
    for (let k = 0; k < registers.length; k++) {
      const { id } = registers[k]
      if (isNumber[id] === 0) sum += 1 + (needed[id] === 1 || kept[id] === 1 ? 0 : prices[id] / readers[id])
    }
    return sum
  }
  for (const node of order) {
    if (isLeaf(node)) continue
    const all = (isNumber[node.id] === 1 ? once : lanes).choices(node)
    ways[node.id] = all
    if (isNumber[node.id] === 0) prices[node.id] = all.reduce((least, choice) => Math.min(least, price(choice)), Infinity)
  }

  for (const { id } of outputs) needed[id] = 1
  const steps: Step[] = []
  for (const node of order.toReversed()) {
    if (isLeaf(node) || needed[node.id] === 0) continue
    const all = ways[node.id]
    const least = all.map(price)
    const choice = all[least.indexOf(Math.min(...least))]
    for (const { id } of choice.registers) needed[id] = 1
    for (const { id } of choice.numbers) needed[id] = 1
    steps.push({ node, choice })
  }
  return joinSinCos(stillNeeded(joinPairs(steps.reverse(), uniform, lanes), outputs), uniform)
}

/** Steps of which one reads the other become one, where a kernel computes both and nothing else has to come between them. */
function joinPairs(steps: readonly Step[], uniform: ReadonlySet<Node>, lanes: Chooser): Step[] {
  const place = new Map(steps.map(({ node }, at) => [node, at]))
  const joined: (Step | undefined)[] = [...steps]
  steps.forEach(({ node: second, choice }, at) => {
    if (uniform.has(second)) return
    for (const first of new Set(choice.registers)) {
      const before = place.get(first)
      if (before === undefined || joined[before]?.also !== undefined || uniform.has(first)) continue
      const known = (a: Node): boolean => isLeaf(a) || uniform.has(a) || (place.get(a) ?? before) < before
      const both = lanes.pairs(first, second).find(({ registers }) => registers.every(known))
      if (both === undefined) continue
      joined[before] = { node: first, also: second, choice: both }
      joined[at] = undefined
      return
    }
  })
  return joined.filter((step) => step !== undefined)
}

/** Those whose results are outputs or read by others. */
function stillNeeded(steps: readonly Step[], outputs: readonly Node[]): Step[] {
  const needed = new Set<Node>(outputs)
  return steps.toReversed().filter(({ node, also, choice }) => {
    if (!needed.has(node) && (also === undefined || !needed.has(also))) return false
    for (const a of [...choice.registers, ...choice.numbers]) needed.add(a)
    return true
  }).reverse()
}

function joinSinCos(steps: readonly Step[], uniform: ReadonlySet<Node>): Step[] {
  const partner = new Map<Node, { sin?: Node; cos?: Node }>()
  for (const { node } of steps) {
    if ((node.op !== 'sin' && node.op !== 'cos') || uniform.has(node)) continue
    partner.set(node.args[0], { ...partner.get(node.args[0]), [node.op]: node })
  }
  const joined: Step[] = []
  const done = new Set<Node>()
  for (const step of steps) {
    if (done.has(step.node)) continue
    const { sin, cos } = (step.node.op === 'sin' || step.node.op === 'cos' ? partner.get(step.node.args[0]) : undefined) ?? {}
    if (sin === undefined || cos === undefined) joined.push(step)
    else {
      joined.push({ node: sin, also: cos, choice: { ...step.choice, kernel: sinCos } })
      done.add(sin)
      done.add(cos)
    }
  }
  return joined
}
