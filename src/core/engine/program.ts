/**
 * Graph -> straight-line program over blocks of points, with registers reused as soon as their last reader has run.
 *
 * A register holds one value per point of a block. What does not vary from point to point (constants, and inputs declared
 * uniform) lives in small registers and is computed once per call. Every kernel acts lane by lane in the same order whatever the
 * block length, so a point gives the same bits alone and in any block.
 */
import { atOnce } from '../at-once.ts'
import { operandsFirst, type Node } from '../autodiff/graph.ts'
import { spread } from './kernels/functions.ts'
import type { Kernel, Operands } from './kernels/kernel.ts'
import { plan, uniformNodes } from './steps.ts'

/** Points per block: 4 kB a register, so that a program's registers stay in the first-level cache. */
export const BLOCK = 512
/** Lanes of a register that holds one number: kernels advance by 8. */
const LANES = 8

/** So many nodes are a moment's work: a longer program is made with a pause. */
const MOMENT = 500

type Instruction = { -readonly [name in keyof Operands]: Operands[name] } & { readonly run: Kernel }

/** Where an instruction names a register that may be exchanged for part of a column. */
interface Use {
  readonly one: Instruction
  readonly as: 'o' | 'o2' | 'a' | 'b' | 'c' | 'd'
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
  /**
   * One block of lanes `at` to at + n - 1 of columns, read and written without a copy where their number allows it. Targets are no
   * sources.
   * @param sources columns of the inputs; those that have none are what is in their registers
   * @param targets columns of the outputs, where they are wanted
   */
  over(sources: readonly Float64Array[], targets: readonly (Float64Array | undefined)[], at: number, n: number): void
  /** The same over whole columns, `n` <= BLOCK lanes of each: where they were cut before, as for programs that read what they wrote, over and over. */
  through(sources: readonly Float64Array[], targets: readonly (Float64Array | undefined)[], n: number): void
}

/** The program that `assembling` makes, without pauses. */
export const assemble = (...given: Parameters<typeof assembling>): Program => atOnce(assembling(...given))

/**
 * A program, with pauses where it is a long one.
 * @param outputs nodes of one graph whose values are wanted
 * @param inputCount inputs are numbered 0..inputCount-1
 * @param isUniform which inputs have one value for all points
 * @param given registers of inputs, where the caller has them already: BLOCK lanes each
 * @param keeps whether inputs are what they were after a run; otherwise their registers may hold something else. `over` with sources
 *   is for programs that keep them
 */
export function* assembling(
  outputs: readonly Node[], inputCount: number, isUniform: (input: number) => boolean, given: readonly Float64Array[] = [], keeps = false,
): Generator<undefined, Program, void> {
  const order = operandsFirst(outputs)
  const uniform = uniformNodes(order, isUniform)
  const steps = plan(order, outputs, uniform)
  if (order.length > MOMENT) yield undefined
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
  const wanted = new Set(outputs)
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
  if (keeps) for (const node of order) if (node.op === 'input') lastUse.set(node, Infinity)
  const uses = new Map<Float64Array, Use[]>() // of registers that are nothing but an output or a kept input
  for (const register of keeps ? inputs : []) if (register !== undefined) uses.set(register, [])
  const free: Float64Array[] = []
  const fresh = (node: Node): Float64Array => {
    if (!wanted.has(node)) return free.pop() ?? new Float64Array(BLOCK)
    const register = new Float64Array(BLOCK)
    uses.set(register, [])
    return register
  }

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
    const o = fresh(node)
    registers.set(node, o)
    const o2 = also === undefined ? o : fresh(also)
    if (also !== undefined) registers.set(also, o2)
    const one = instruction(choice.kernel, o, o2, operands, choice.numbers.map(registerOf))
    body.push(one)
    uses.get(o)?.push({ one, as: 'o' })
    if (o2 !== o) uses.get(o2)?.push({ one, as: 'o2' })
    operands.forEach((register, k) => uses.get(register)?.push({ one, as: LETTERS[k] }))
  })

  const results = outputs.map((node) => ({ register: registerOf(node), uniform: uniform.has(node) }))
  const first = results.map(({ register }) => results.findIndex((other) => other.register === register))
  const usesOf = (register: Float64Array | undefined): readonly Use[] | undefined => (register === undefined ? undefined : uses.get(register))
  const inputUses = inputs.map(usesOf)
  const answered = inputs.map((register) => results.some((one) => one.register === register)) // inputs that are outputs as they are
  const outputUses = results.map(({ register }, k) => (first[k] === k && !inputs.includes(register) ? uses.get(register) : undefined))
  const runAll = (n: number): void => {
    for (const one of body) one.run(one, n)
  }
  function between(sources: readonly Float64Array[], targets: readonly (Float64Array | undefined)[], n: number): void {
    const whole = n % LANES === 0 // a kernel must not touch anything beyond the end
    for (let i = 0; i < sources.length; i++) {
      const register = inputs[i]
      if (register === undefined) continue
      const source = sources[i]
      const places = whole ? inputUses[i] : undefined
      if (places === undefined || answered[i]) register.set(source)
      if (places !== undefined) exchange(places, source)
    }
    for (let k = 0; k < results.length; k++) {
      const places = whole ? outputUses[k] : undefined
      const target = targets[k]
      if (places !== undefined && target !== undefined) exchange(places, target)
    }
    runAll(n)
    for (let k = 0; k < results.length; k++) {
      const { register, uniform } = results[k]
      const target = targets[k]
      if (target === undefined) continue
      const places = whole ? outputUses[k] : undefined
      const twin = targets[first[k]]
      if (uniform) target.fill(register[0])
      else if (places === undefined) target.set(whole && outputUses[first[k]] !== undefined && twin !== undefined ? twin : register.subarray(0, n))
      else exchange(places, register)
    }
    if (whole) for (let i = 0; i < sources.length; i++) exchange(inputUses[i] ?? [], inputs[i] ?? sources[i])
  }
  return {
    inputs,
    outputs: results,
    prepare(n) {
      for (const one of prelude) one.run(one, 1)
      for (const one of spreads) one.run(one, n)
    },
    run: runAll,
    through: between,
    over(sources, targets, at, n) {
      const part = (column: Float64Array): Float64Array => column.subarray(at, at + n)
      between(sources.map(part), targets.map((column) => column && part(column)), n)
    },
  }
}

const LETTERS = ['a', 'b', 'c', 'd'] as const

/** One name at a time: a property whose name is computed is much slower. */
function exchange(uses: readonly Use[], register: Float64Array): void {
  for (const { one, as } of uses) {
    if (as === 'o') one.o = register
    else if (as === 'a') one.a = register
    else if (as === 'b') one.b = register
    else if (as === 'c') one.c = register
    else if (as === 'd') one.d = register
    else one.o2 = register
  }
}

function instruction(
  run: Kernel, o: Float64Array, o2: Float64Array, operands: readonly Float64Array[], numbers: readonly Float64Array[],
): Instruction {
  const [a = o, b = o, c = o, d = o] = operands
  const [k = o, m = o, l = o, p = o] = numbers
  return { run, o, o2, a, b, c, d, k, m, l, p }
}
