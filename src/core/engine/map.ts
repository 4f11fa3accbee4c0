/** Several formulas as one elementwise map over columns, without derivatives: what optimizer updates run on. */
import type { Expression } from '../formula/ast.ts'
import { evaluate } from '../formula/evaluate.ts'
import { createGraph, type Node } from '../autodiff/graph.ts'
import { assemble, BLOCK, type Program } from './program.ts'

export interface NamedFormula {
  readonly name: string
  readonly expression: Expression
}

export interface ElementwiseMap {
  /** Names of the inputs, in the order `run` takes them. */
  readonly inputs: readonly string[]
  /** Names of the formulas, in the order `run` writes them. */
  readonly outputs: readonly string[]
  /**
   * Evaluates every formula for `count` elements. An input is a column (at least `count` long) or a number that all elements share;
   * whatever depends on numbers only is computed once per call. An output left undefined is not written. Outputs may be inputs:
   * `run([x, g, 0.1], [x], n)` updates x in place. Allocates nothing after the first call with the same kinds of inputs.
   */
  run(inputs: readonly (number | Float64Array)[], outputs: readonly (Float64Array | undefined)[], count: number): void
}

/**
 * A straight-line program of `formulas` over `inputs`. A formula sees the inputs and the formulas before it: where a formula has the
 * name of an input, those after it read the new value, and it and those before it read the input.
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
  const programs = new Map<string, Program>() // one per combination of columns and numbers
  let latest: Program | undefined
  let latestKinds: boolean[] = []

  const programFor = (given: readonly (number | Float64Array)[]): Program => {
    let same = latest !== undefined
    for (let i = 0; i < inputs.length; i++) same &&= latestKinds[i] === (typeof given[i] === 'number')
    if (same && latest !== undefined) return latest
    latestKinds = given.map((value) => typeof value === 'number')
    const key = latestKinds.join()
    latest = programs.get(key)
    if (latest === undefined) {
      const kinds = latestKinds
      latest = assemble(results, inputs.length, (i) => kinds[i])
      programs.set(key, latest)
    }
    return latest
  }

  return {
    inputs,
    outputs: formulas.map((f) => f.name),
    run(given, wanted, count) {
      const p = programFor(given)
      for (let i = 0; i < inputs.length; i++) {
        const value = given[i]
        const register = p.inputs[i]
        if (typeof value === 'number' && register !== undefined) register[0] = value
      }
      p.prepare(Math.min(count, BLOCK))
      for (let start = 0; start < count; start += BLOCK) {
        const size = Math.min(BLOCK, count - start)
        for (let i = 0; i < inputs.length; i++) {
          const column = given[i]
          const register = p.inputs[i]
          if (typeof column === 'number' || register === undefined) continue
          for (let k = 0; k < size; k++) register[k] = column[start + k]
        }
        p.run(size)
        for (let j = 0; j < wanted.length; j++) {
          const out = wanted[j]
          if (out === undefined) continue
          const { register, uniform } = p.outputs[j]
          for (let k = 0; k < size; k++) out[start + k] = register[uniform ? 0 : k]
        }
      }
    },
  }
}
