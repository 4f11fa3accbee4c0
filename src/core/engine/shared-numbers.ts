/** The numbers of a step that all coordinates, and all descents of a method at the same settings, have in common, such as beta^t. */
import { operandsFirst, type Node } from '../autodiff/graph.ts'
import type { Update } from './fused.ts'
import { assemblePoint } from './point.ts'

/** Tables that are kept at a time, and steps that each of them has at most. */
const TABLES = 8
const KEPT = 16_384
/** Steps that a table has at first. */
const FIRST = 256

/** Writes the inputs of the update in step `t`, in their order, where they are numbers. */
export type NumbersOf = (t: number, inputs: Float64Array) => void

export interface SharedNumbers {
  /** How many there are for each step. */
  readonly perStep: number
  /** What `find` found, until it is called again. */
  readonly values: Float64Array
  /**
   * From where on `values` has the numbers of steps `t` to t + count - 1, `perStep` for each.
   * @param same where the inputs are the same for all steps but for the step's number: a text that tells them from others
   */
  find(t: number, count: number, numbers: NumbersOf, same?: string): number
}

/** @param nodes of the update, over numbers that all coordinates share: what is wanted of them */
export function sharedNumbers(update: Update, nodes: readonly Node[]): SharedNumbers {
  const { inputs } = update
  const perStep = nodes.length
  const timed = dependsOnStep(nodes, update)
  const point = assemblePoint(nodes, inputs.length, { isUniform: (input) => !isStep(inputs[input]) })
  const step = inputs.findIndex(isStep)
  const stepAt = step < 0 ? -1 : point.inputs[step]
  const given = new Float64Array(inputs.length)
  /** Takes what does not depend on which step it is. */
  const settle = (t: number, numbers: NumbersOf): void => {
    numbers(t, given)
    for (let i = 0; i < given.length; i++) if (point.inputs[i] >= 0) point.registers[point.inputs[i]] = given[i]
    point.prepare()
  }
  const write = (t: number, out: Float64Array, at: number): void => {
    if (stepAt >= 0) point.registers[stepAt] = t
    point.run()
    for (let k = 0; k < perStep; k++) out[at + k] = point.registers[point.outputs[k]]
  }
  /** Numbers of the steps from the first on, by what they are the same for. */
  const tables = new Map<string, Table>()
  let latest: Table | undefined
  const tableFor = (same: string): Table => {
    if (latest?.same === same) return latest
    const known = tables.get(same)
    if (known === undefined && tables.size === TABLES) tables.clear()
    latest = known ?? { same, values: new Float64Array(FIRST * perStep), count: 0 }
    tables.set(same, latest)
    return latest
  }
  const kept = (table: Table, steps: number, numbers: NumbersOf): Float64Array => {
    if (table.values.length < steps * perStep) {
      const { values } = table
      table.values = new Float64Array(Math.max(2 * values.length, steps * perStep))
      table.values.set(values)
    }
    if (table.count < steps) settle(steps, numbers)
    for (; table.count < steps; table.count++) write(table.count + 1, table.values, table.count * perStep)
    return table.values
  }
  let apart: Float64Array = new Float64Array(perStep)
  let values: Float64Array = apart
  return {
    perStep,
    get values() { return values },
    find(t, count, numbers, same) {
      const begin = timed ? t - 1 : 0
      if (same !== undefined && begin + count <= KEPT) {
        values = kept(tableFor(same), begin + count, numbers)
        return begin * perStep
      }
      if (apart.length < count * perStep) apart = new Float64Array(count * perStep)
      for (let k = 0; k < count; k++) {
        settle(t + k, numbers)
        write(t + k, apart, k * perStep)
      }
      values = apart
      return 0
    },
  }
}

interface Table {
  readonly same: string
  values: Float64Array
  /** Steps whose numbers it has. */
  count: number
}

/** Whether any of these depends on which step it is. */
export function dependsOnStep(nodes: readonly Node[], { inputs }: Update): boolean {
  return operandsFirst(nodes).some(({ op, value }) => op === 'input' && isStep(inputs[value]))
}

const isStep = (input: Update['inputs'][number]): boolean => input.kind === 'number' && input.name === 't'

/** What every descent has in common in a step and is not constant: computed once for all of them. */
export function frontier({ inputs, x, memory }: Update, own: readonly string[]): Node[] {
  const outputs = [x, ...Object.values(memory)]
  const order = operandsFirst(outputs)
  const shared = new Set<Node>()
  for (const node of order) {
    const input = node.op === 'input' ? inputs[node.value] : undefined
    const same = input === undefined ? node.args.every((a) => shared.has(a)) : input.kind === 'number' && !own.includes(input.name)
    if (same) shared.add(node)
  }
  const wanted = new Set(outputs.filter((node) => shared.has(node)))
  for (const node of order) if (!shared.has(node)) for (const a of node.args) if (shared.has(a)) wanted.add(a)
  return [...wanted].filter(({ op }) => op !== 'constant')
}
