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
  const readers = new Map<Node, number>()
  for (const node of order) for (const a of new Set(node.args)) readers.set(a, (readers.get(a) ?? 0) + 1)
  const kept = new Set<Node>(outputs)
  const ids = order.length === 0 ? 0 : order[order.length - 1].id + 1
  const kinds = new Uint8Array(ids)
  for (const node of order) {
    const open = !kept.has(node) && (readers.get(node) === 1 || node.args.some((a) => uniform.has(a)))
    kinds[node.id] = uniform.has(node) ? NUMBER : REGISTER + (open ? operationOf(node) : 0)
  }
  const lanes = chooser(kinds)
  const once = chooser(new Uint8Array(ids).fill(REGISTER)) // in the prelude every operand is a register of its own

  const ways = new Map<Node, readonly Choice[]>()
  const prices = new Map<Node, number>() // by node: what it takes at least, each operand shared by its readers
  const share = (a: Node): number => (kept.has(a) ? 0 : (prices.get(a) ?? 0) / (readers.get(a) ?? 1))
  /** Registers that are read and written, and what those that are not `done` take. */
  const price = ({ registers }: Choice, done?: ReadonlySet<Node>): number => {
    let sum = 1
    for (const a of registers) if (!uniform.has(a)) sum += 1 + (done?.has(a) === true ? 0 : share(a))
    return sum
  }
  for (const node of order) {
    if (isLeaf(node)) continue
    const all = (uniform.has(node) ? once : lanes).choices(node)
    ways.set(node, all)
    if (!uniform.has(node)) prices.set(node, all.reduce((least, choice) => Math.min(least, price(choice)), Infinity))
  }

  const needed = new Set<Node>(outputs)
  const steps: Step[] = []
  for (const node of order.toReversed()) {
    if (isLeaf(node) || !needed.has(node)) continue
    const all = ways.get(node) ?? []
    const least = all.map((choice) => price(choice, needed))
    const choice = all[least.indexOf(Math.min(...least))]
    for (const a of [...choice.registers, ...choice.numbers]) needed.add(a)
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
