/** Several formulas as one elementwise map over columns, without derivatives: what optimizer updates run on. */
import type { Expression } from '../formula/ast.ts'
import { evaluate } from '../formula/evaluate.ts'
import { createGraph, type Node } from '../autodiff/graph.ts'
import { assemblePoint, type PointProgram } from './point.ts'
import { assemble, BLOCK, type Program } from './program.ts'

/** Up to so many elements are computed one by one. */
const FEW = 4

export interface NamedFormula {
  readonly name: string
  readonly expression: Expression
}

export interface ElementwiseMap {
  /** Names of the inputs, in the order `run` takes them. */
  readonly inputs: readonly string[]
  /** Names of the formulas, in the order `run` writes them. */
  readonly outputs: readonly string[]
  /** The formulas over the inputs, in the same order. */
  readonly nodes: readonly Node[]
  /**
   * Evaluates every formula for `count` elements. An input is a column (at least `count` long) or a number that all elements
   * share; whatever depends on numbers only is computed once per call. An output left undefined is not written. Outputs may be
   * inputs: `run([x, g, 0.1], [x], n)` updates x in place. Allocates nothing after the first call with the same kinds of inputs.
   */
  run(inputs: readonly (number | Float64Array)[], outputs: readonly (Float64Array | undefined)[], count: number): void
}

/**
 * A straight-line program of `formulas` over `inputs`. A formula sees the inputs and the formulas before it: where a formula has
 * the name of an input, those after it read the new value, and it and those before it read the input.
 * Throws a RangeError where a name is bound to nothing.
 */
export function compileMap(formulas: readonly NamedFormula[], inputs: readonly string[]): ElementwiseMap {
  const graph = createGraph()
  const variables = new Map<string, Node>(inputs.map((name, i) => [name, graph.input(i)]))
  const results = formulas.map(({ name, expression }) => {
    const node = evaluate(expression, graph, { variables, values: {} })
    variables.set(name, node)
    return node
  })
  const variants = new Map<string, Variant>() // one per combination of columns and numbers
  let latest: Variant | undefined

  const variantFor = (given: readonly (number | Float64Array)[]): Variant => {
    if (latest !== undefined && latest.fits(given)) return latest
    const kinds = inputs.map((_, i) => typeof given[i] === 'number')
    const key = kinds.join()
    latest = variants.get(key) ?? specialize(results, kinds)
    variants.set(key, latest)
    return latest
  }

  return {
    inputs,
    outputs: formulas.map((f) => f.name),
    nodes: results,
    run(given, wanted, count) {
      const variant = variantFor(given)
      if (count <= FEW) return variant.runFew(given, wanted, count)
      variant.setNumbers(given)
      variant.program.prepare(Math.min(count, BLOCK))
      for (let start = 0; start < count; start += BLOCK) {
        const size = Math.min(BLOCK, count - start)
        variant.setColumns(given, start, size)
        variant.program.run(size)
        const { outputs } = variant.program
        for (let j = 0; j < wanted.length; j++) {
          const out = wanted[j]
          if (out === undefined) continue
          const { register, uniform } = outputs[j]
          if (uniform) out.fill(register[0], start, start + size)
          else for (let k = 0; k < size; k++) out[start + k] = register[k]
        }
      }
    },
  }
}

/** The programs for one combination of columns and numbers, and how their inputs are filled. */
interface Variant {
  readonly program: Program
  fits(given: readonly (number | Float64Array)[]): boolean
  setNumbers(given: readonly (number | Float64Array)[]): void
  setColumns(given: readonly (number | Float64Array)[], start: number, size: number): void
  /** All of it, one element after the other. */
  runFew(given: readonly (number | Float64Array)[], outputs: readonly (Float64Array | undefined)[], count: number): void
}

function specialize(results: readonly Node[], kinds: readonly boolean[]): Variant {
  let blocks: Blocks | undefined
  let few: Few | undefined
  const made = (): Blocks => (blocks ??= blocksOf(results, kinds))
  return {
    get program() { return made().program },
    fits(given) {
      for (let i = 0; i < kinds.length; i++) if ((typeof given[i] === 'number') !== kinds[i]) return false
      return true
    },
    setNumbers(given) {
      for (const { index, register } of made().numbers) {
        const value = given[index]
        if (typeof value === 'number') register[0] = value
      }
    },
    setColumns(given, start, size) {
      for (const { index, register } of made().columns) {
        const column = given[index]
        if (typeof column === 'number') continue
        for (let k = 0; k < size; k++) register[k] = column[start + k]
      }
    },
    runFew(given, wanted, count) {
      const { program: { registers, outputs, prepare, run }, numbers, columns } = (few ??= fewOf(results, kinds))
      for (let i = 0; i < numbers.length; i += 2) {
        const value = given[numbers[i]]
        if (typeof value === 'number') registers[numbers[i + 1]] = value
      }
      prepare()
      for (let k = 0; k < count; k++) {
        for (let i = 0; i < columns.length; i += 2) {
          const column = given[columns[i]]
          if (typeof column === 'object') registers[columns[i + 1]] = column[k]
        }
        run()
        for (let j = 0; j < wanted.length; j++) {
          const out = wanted[j]
          if (out !== undefined) out[k] = registers[outputs[j]]
        }
      }
    },
  }
}

interface Few {
  readonly program: PointProgram
  /** Pairs of an input and its register. */
  readonly numbers: Int32Array
  readonly columns: Int32Array
}

function fewOf(results: readonly Node[], kinds: readonly boolean[]): Few {
  const program = assemblePoint(results, kinds.length, { isUniform: (i) => kinds[i] })
  const pairs = (numeric: boolean): Int32Array => Int32Array.from(kinds.flatMap((kind, i) => (kind === numeric && program.inputs[i] >= 0 ? [i, program.inputs[i]] : [])))
  return { program, numbers: pairs(true), columns: pairs(false) }
}

interface Slot {
  readonly index: number
  readonly register: Float64Array
}

interface Blocks {
  readonly program: Program
  readonly numbers: readonly Slot[]
  readonly columns: readonly Slot[]
}

function blocksOf(results: readonly Node[], kinds: readonly boolean[]): Blocks {
  const program = assemble(results, kinds.length, (i) => kinds[i])
  const slots = (numeric: boolean): Slot[] => program.inputs.flatMap((register, index) =>
    register !== undefined && kinds[index] === numeric ? [{ index, register }] : [])
  return { program, numbers: slots(true), columns: slots(false) }
}
