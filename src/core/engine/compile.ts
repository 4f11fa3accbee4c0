/** Formula -> Landscape: the formula's jets expanded into one graph, and the graph run by the block interpreter. */
import type { Values } from '../fields.ts'
import type { Expression } from '../formula/ast.ts'
import { evaluate } from '../formula/evaluate.ts'
import type { Landscape } from '../landscape.ts'
import { createGraph, type Node } from '../autodiff/graph.ts'
import { jets, packed, seed } from '../autodiff/jets.ts'
import { assemble, BLOCK, type Program } from './program.ts'

/**
 * The landscape of `e` over `coordinates`, every other name fixed by `values`.
 * Throws a RangeError where a name of `e` is neither: check `freeNames` first.
 */
export function compile(e: Expression, coordinates: readonly string[], values: Values): Landscape {
  const n = coordinates.length
  const program = (order: 0 | 1 | 2): Program => assemble(expand(e, coordinates, values, order), n, () => false)
  const valueProgram = program(0)
  let gradientProgram: Program | undefined
  let hessianProgram: Program | undefined
  const first = (): Program => (gradientProgram ??= program(1))
  const second = (): Program => (hessianProgram ??= program(2))

  const at = (p: Program, x: Float64Array): Program => {
    for (let i = 0; i < n; i++) {
      const register = p.inputs[i]
      if (register !== undefined) register[0] = x[i]
    }
    p.run(1)
    return p
  }

  return {
    dimension: n,
    value: (x) => at(valueProgram, x).outputs[0].register[0],
    gradient(x, out) {
      const { outputs } = at(first(), x)
      for (let i = 0; i < n; i++) out[i] = outputs[1 + i].register[0]
      return outputs[0].register[0]
    },
    hessian(x, gradient, hessian) {
      const { outputs } = at(second(), x)
      for (let i = 0; i < n; i++) gradient[i] = outputs[1 + i].register[0]
      for (let k = 0; k < n * n; k++) hessian[k] = outputs[1 + n + k].register[0]
      return outputs[0].register[0]
    },
    block(points, count, f, gradient, hessian) {
      const p = hessian !== undefined ? second() : gradient !== undefined ? first() : valueProgram
      const wanted = [f, ...(gradient ?? []), ...(hessian ?? [])]
      const skip = gradient === undefined ? n : 0 // outputs of the Hessian program that nobody asked for
      const from = wanted.map((_, k) => (k === 0 ? 0 : k + skip))
      for (let start = 0; start < count; start += BLOCK) {
        const size = Math.min(BLOCK, count - start)
        for (let i = 0; i < n; i++) p.inputs[i]?.set(points[i].subarray(start, start + size))
        p.run(size)
        wanted.forEach((array, k) => {
          const { register, uniform } = p.outputs[from[k]]
          if (uniform) array.fill(register[0], start, start + size)
          else array.set(register.subarray(0, size), start)
        })
      }
    },
  }
}

/** f, its gradient (order >= 1) and its Hessian row by row (order 2), as nodes of one graph with the coordinates as inputs. */
export function expand(e: Expression, coordinates: readonly string[], values: Values, order: 0 | 1 | 2): Node[] {
  const graph = createGraph()
  const n = coordinates.length
  const inputs = coordinates.map((_, i) => graph.input(i))
  if (order === 0) return [evaluate(e, graph, { variables: new Map(coordinates.map((name, i) => [name, inputs[i]])), values })]
  const variables = new Map(coordinates.map((name, i) => [name, seed(graph, inputs[i], i, n, order)]))
  const jet = evaluate(e, jets(graph, n, order), { variables, values })
  const zero = graph.constant(0)
  const entry = (k: number): Node => jet.hessian[packed(Math.floor(k / n), k % n)] ?? zero
  const hessian = order === 1 ? [] : Array.from({ length: n * n }, (_, k) => entry(k))
  return [jet.value, ...jet.gradient.map((d) => d ?? zero), ...hessian]
}
