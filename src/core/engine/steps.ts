/** Graph -> the instructions that compute it, each with the nodes it takes. */
import type { Node } from '../autodiff/graph.ts'
import { choose, type Choice } from './instructions.ts'
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

/** One step per instruction: an operation with a single reader moves into it where a kernel exists; sin and cos join. */
export function plan(order: readonly Node[], outputs: readonly Node[], uniform: ReadonlySet<Node>): Step[] {
  const readers = new Map<Node, number>()
  for (const node of order) for (const a of new Set(node.args)) readers.set(a, (readers.get(a) ?? 0) + 1)
  const kept = new Set<Node>(outputs)
  const absorbed = new Set<Node>()
  const steps: Step[] = []
  for (const node of order.toReversed()) {
    if (node.op === 'constant' || node.op === 'input' || absorbed.has(node)) continue
    const fixed = uniform.has(node)
    const choice = choose(
      node,
      (a) => !fixed && uniform.has(a), // in the prelude every operand is a register of its own
      (a) => !fixed && readers.get(a) === 1 && !kept.has(a),
    )
    choice.absorbed.forEach((a) => absorbed.add(a))
    steps.push({ node, choice })
  }
  return joinSinCos(steps.reverse(), uniform)
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
