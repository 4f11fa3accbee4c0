/**
 * Graph -> straight-line program over blocks of points, with registers reused as soon as their last reader has run.
 *
 * A register holds one value per point of a block. What does not vary from point to point (constants, and inputs declared uniform)
 * lives in small registers and is computed once per call. Every kernel acts lane by lane in the same order whatever the block
 * length, so a point gives the same bits alone and in any block.
 */
import type { Node } from '../autodiff/graph.ts'
import { kernelOf, type Kernel } from './kernels.ts'

/** Points per block: 4 kB a register, so that a program's registers stay in the first-level cache. */
export const BLOCK = 512
/** Kernels advance 8 lanes at a time and may compute up to 7 lanes past the last point; registers have room for them. */
export const LANES = 8

interface Instruction {
  readonly run: Kernel
  readonly o: Float64Array
  readonly a: Float64Array
  readonly b: Float64Array
  readonly c: Float64Array
}

export interface Program {
  /** Register of each input; undefined where the program does not read it. Fill lanes 0..n-1 (uniform inputs: lane 0). */
  readonly inputs: readonly (Float64Array | undefined)[]
  /** Register of each output, and whether only its lane 0 counts. */
  readonly outputs: readonly { readonly register: Float64Array; readonly uniform: boolean }[]
  /** Once per call, after the uniform inputs are set. `n` is the largest block that follows. */
  prepare(n: number): void
  /** One block of n <= BLOCK points. */
  run(n: number): void
}

/**
 * @param outputs nodes of one graph whose values are wanted
 * @param inputCount inputs are numbered 0..inputCount-1
 * @param isUniform which inputs have one value for all points
 */
export function assemble(outputs: readonly Node[], inputCount: number, isUniform: (input: number) => boolean): Program {
  const order = reachable(outputs)
  const uniform = new Set<Node>()
  for (const node of order) {
    const fixed = node.op === 'input' ? isUniform(node.value) : node.args.every((a) => uniform.has(a))
    if (fixed) uniform.add(node)
  }
  const lastUse = new Map<Node, number>()
  order.forEach((node, at) => node.args.forEach((a) => lastUse.set(a, at)))
  outputs.forEach((node) => lastUse.set(node, Infinity))

  const registers = new Map<Node, Float64Array>()
  const wide = new Map<Node, Float64Array>() // uniform nodes spread over all lanes
  const free: Float64Array[] = []
  const inputs = new Array<Float64Array | undefined>(inputCount).fill(undefined)
  const prelude: Instruction[] = []
  const body: Instruction[] = []

  const fresh = (): Float64Array => free.pop() ?? new Float64Array(BLOCK)
  const operand = (node: Node): Float64Array => {
    const own = registers.get(node)
    if (own === undefined) throw new Error('operand before its definition')
    if (!uniform.has(node)) return own
    const old = wide.get(node)
    if (old !== undefined) return old
    const spread = new Float64Array(BLOCK).fill(node.op === 'constant' ? node.value : 0)
    wide.set(node, spread)
    return spread
  }

  for (const node of order) {
    if (node.op !== 'input' || uniform.has(node)) continue
    const register = new Float64Array(BLOCK)
    registers.set(node, register)
    inputs[node.value] = register
  }
  order.forEach((node, at) => {
    if (node.op === 'constant') registers.set(node, new Float64Array(LANES).fill(node.value))
    else if (node.op === 'input') {
      if (!uniform.has(node)) return
      const register = new Float64Array(LANES)
      registers.set(node, register)
      inputs[node.value] = register
    } else {
      const fixed = uniform.has(node)
      const args = node.args.map((a) => (fixed ? registers.get(a) ?? operand(a) : operand(a)))
      if (!fixed) {
        for (const a of new Set(node.args)) {
          const register = registers.get(a)
          if (lastUse.get(a) === at && !uniform.has(a) && register !== undefined) free.push(register)
        }
      }
      const o = fixed ? new Float64Array(LANES) : fresh()
      registers.set(node, o)
      const instruction = { run: kernelOf(node.op), o, a: args[0], b: args[1] ?? o, c: args[2] ?? o }
      if (fixed) prelude.push(instruction)
      else body.push(instruction)
    }
  })
  const spreads = [...wide].filter(([node]) => node.op !== 'constant').map(([node, spread]) => ({ from: registers.get(node) ?? spread, spread }))

  return {
    inputs,
    outputs: outputs.map((node) => ({ register: registers.get(node) ?? new Float64Array(LANES), uniform: uniform.has(node) })),
    prepare(n) {
      for (const { run, o, a, b, c } of prelude) run(o, a, b, c, o, o, 1)
      for (const { from, spread } of spreads) spread.fill(from[0], 0, n)
    },
    run(n) {
      for (const { run, o, a, b, c } of body) run(o, a, b, c, o, o, n)
    },
  }
}

/** The nodes that the outputs need, operands first. */
function reachable(outputs: readonly Node[]): Node[] {
  const seen = new Set<Node>(outputs)
  const stack = [...outputs]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const a of node.args) {
      if (seen.has(a)) continue
      seen.add(a)
      stack.push(a)
    }
  }
  return [...seen].sort((a, b) => a.id - b.id)
}
