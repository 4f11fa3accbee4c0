/**
 * Graph -> straight-line program over blocks of points, with registers reused as soon as their last reader has run.
 *
 * A register holds one value per point of a block. What does not vary from point to point (constants, and inputs declared
 * uniform) lives in small registers and is computed once per call. Every kernel acts lane by lane in the same order whatever the
 * block length, so a point gives the same bits alone and in any block.
 */
import { operandsFirst, type Node } from '../autodiff/graph.ts'
import { choose, type Choice } from './instructions.ts'
import { sinCos, spread } from './kernels/functions.ts'
import type { Kernel, Operands } from './kernels/kernel.ts'

/** Points per block: 4 kB a register, so that a program's registers stay in the first-level cache. */
export const BLOCK = 512
/** Lanes of a register that holds one number: kernels advance by 8. */
const LANES = 8

interface Instruction extends Operands {
  readonly run: Kernel
}

export interface Program {
  /** Register of each input; undefined where the program does not read it. Fill lanes 0..n-1 (uniform inputs: lane 0). */
  readonly inputs: readonly (Float64Array | undefined)[]
  /** Register of each output, and whether only its lane 0 counts. */
  readonly outputs: readonly { readonly register: Float64Array; readonly uniform: boolean }[]
  /** Once per call, after the uniform inputs are set, for blocks of up to `n` points. */
  prepare(n: number): void
  /** One block of n <= BLOCK points. */
  run(n: number): void
}

/**
 * @param outputs nodes of one graph whose values are wanted
 * @param inputCount inputs are numbered 0..inputCount-1
 * @param isUniform which inputs have one value for all points
 * @param given registers of inputs, where the caller has them already: BLOCK lanes each, which the program may overwrite once read
 */
export function assemble(outputs: readonly Node[], inputCount: number, isUniform: (input: number) => boolean, given: readonly Float64Array[] = []): Program {
  const order = operandsFirst(outputs)
  const uniform = uniformNodes(order, isUniform)
  const steps = plan(order, outputs, uniform)
  const registers = new Map<Node, Float64Array>()
  const wide = new Map<Node, Float64Array>() // numbers spread over all lanes, for kernels without a k
  const inputs = new Array<Float64Array | undefined>(inputCount).fill(undefined)
  const prelude: Instruction[] = []
  const body: Instruction[] = []

  for (const node of order) {
    if (node.op === 'constant') registers.set(node, new Float64Array(LANES).fill(node.value))
    if (node.op === 'input') {
      const register = given[node.value] ?? new Float64Array(uniform.has(node) ? LANES : BLOCK)
      registers.set(node, register)
      inputs[node.value] = register
    }
  }
  const registerOf = (node: Node): Float64Array => {
    const register = registers.get(node)
    if (register === undefined) throw new Error(`${node.op} is read before it is computed`)
    return register
  }
  const spreads: Instruction[] = []
  const lanesOf = (node: Node): Float64Array => {
    if (!uniform.has(node)) return registerOf(node)
    const old = wide.get(node)
    if (old !== undefined) return old
    const lanes = new Float64Array(BLOCK)
    wide.set(node, lanes)
    if (node.op === 'constant') lanes.fill(node.value)
    else spreads.push(instruction(spread, lanes, lanes, [], [registerOf(node)]))
    return lanes
  }

  const lastUse = new Map<Node, number>()
  steps.forEach(({ choice }, at) => choice.registers.forEach((a) => lastUse.set(a, at)))
  for (const node of outputs) lastUse.set(node, Infinity)
  const free: Float64Array[] = []
  const fresh = (): Float64Array => free.pop() ?? new Float64Array(BLOCK)

  steps.forEach(({ node, also, choice }, at) => {
    if (uniform.has(node)) {
      const o = new Float64Array(LANES)
      registers.set(node, o)
      prelude.push(instruction(choice.kernel, o, o, choice.registers.map(registerOf), choice.numbers.map(registerOf)))
      return
    }
    const operands = choice.registers.map(lanesOf)
    for (const a of new Set(choice.registers)) {
      if (lastUse.get(a) === at && !uniform.has(a)) free.push(registerOf(a))
    }
    const o = fresh()
    registers.set(node, o)
    const o2 = also === undefined ? o : fresh()
    if (also !== undefined) registers.set(also, o2)
    body.push(instruction(choice.kernel, o, o2, operands, choice.numbers.map(registerOf)))
  })

  return {
    inputs,
    outputs: outputs.map((node) => ({ register: registerOf(node), uniform: uniform.has(node) })),
    prepare(n) {
      for (const one of prelude) one.run(one, 1)
      for (const one of spreads) one.run(one, n)
    },
    run(n) {
      for (const one of body) one.run(one, n)
    },
  }
}

function instruction(
  run: Kernel, o: Float64Array, o2: Float64Array, operands: readonly Float64Array[], numbers: readonly Float64Array[],
): Instruction {
  const [a = o, b = o, c = o, d = o] = operands
  const [k = o, m = o] = numbers
  return { run, o, o2, a, b, c, d, k, m }
}

function uniformNodes(order: readonly Node[], isUniform: (input: number) => boolean): ReadonlySet<Node> {
  const uniform = new Set<Node>()
  for (const node of order) {
    const fixed = node.op === 'input' ? isUniform(node.value) : node.args.every((a) => uniform.has(a))
    if (fixed) uniform.add(node)
  }
  return uniform
}

interface Step {
  readonly node: Node
  /** A second node that the same instruction computes. */
  readonly also?: Node
  readonly choice: Choice
}

/** One step per instruction: an operation with a single reader moves into it where a kernel exists; sin and cos join. */
function plan(order: readonly Node[], outputs: readonly Node[], uniform: ReadonlySet<Node>): Step[] {
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
