/** An optimizer's update formulas, executed over a vector of coordinates. */
import type { Values } from '../fields.ts'
import type { Update } from '../engine/fused.ts'
import { compileMap } from '../engine/map.ts'
import { read } from './declaration.ts'
import type { DeclaredOptimizer } from './optimizer.ts'

export { numbersTex, ruleTex, shortened, type StepState } from './typeset.ts'

/** Hyper-parameters by name: a number, or a column where every number of `x` has its own. */
export type Hypers = Readonly<Record<string, number | Float64Array>>

/** Takes steps of one method; keeps nothing between them but what is handed in. */
export interface Stepper {
  /** Names of the memory slots, each a column of n numbers that starts at 0. */
  readonly memory: readonly string[]
  /**
   * One step in place: `x` becomes the next point and `memory` what the following step needs. `g` is the gradient at x and `t` the
   * number of this step, 1 for the first. `hyper` has every hyper-parameter; an object that was handed in does not change any more.
   */
  step(x: Float64Array, g: Float64Array, memory: Record<string, Float64Array>, t: number, hyper: Hypers): void
  /** The formulas themselves, and what their inputs are in step `t` where those are numbers. */
  readonly update: Update
  numbers(t: number, hyper: Values): number[]
}

/**
 * The method as a straight-line program over columns. Throws a SyntaxError or RangeError where the declaration is wrong, which the
 * law tests exclude for the whole catalogue.
 */
export function compileUpdate(o: DeclaredOptimizer): Stepper {
  const { formulas, memory } = read(o)
  const hyperNames = Object.keys(o.hyper)
  const map = compileMap(formulas, ['x', 'g', 't', ...hyperNames, ...memory])
  const inputs: (number | Float64Array)[] = new Array<number | Float64Array>(map.inputs.length).fill(0)
  const outputs: (Float64Array | undefined)[] = new Array<Float64Array | undefined>(map.outputs.length).fill(undefined)
  const slots = memory.map((name) => ({ name, input: map.inputs.indexOf(name), output: map.outputs.indexOf(name) }))
  const next = map.outputs.indexOf('x')
  let known: Hypers | undefined
  const kindOf = (name: string): Update['inputs'][number] => {
    if (name === 'x') return { kind: 'x' }
    if (name === 'g') return { kind: 'g' }
    return memory.includes(name) ? { kind: 'memory', slot: name } : { kind: 'number', name }
  }
  return {
    memory,
    update: {
      inputs: map.inputs.map(kindOf), x: map.nodes[next], memory: Object.fromEntries(slots.map(({ name, output }) => [name, map.nodes[output]])),
    },
    numbers: (t, hyper) => [NaN, NaN, t, ...hyperNames.map((name) => hyper[name]), ...memory.map(() => NaN)],
    step(x, g, kept, t, hyper) {
      inputs[0] = x
      inputs[1] = g
      inputs[2] = t
      if (hyper !== known) {
        known = hyper
        for (let i = 0; i < hyperNames.length; i++) inputs[3 + i] = hyper[hyperNames[i]]
      }
      for (const { name, input, output } of slots) {
        inputs[input] = kept[name]
        outputs[output] = kept[name]
      }
      outputs[next] = x
      map.run(inputs, outputs, x.length)
    },
  }
}
