/** An optimizer's update formulas, executed over a vector of coordinates. */
import type { Values } from '../fields.ts'
import type { Update } from '../engine/fused.ts'
import { compileMap } from '../engine/map.ts'
import { printedRule, type RuleColumns } from '../engine/rule.ts'
import { frontier, sharedNumbers, type NumbersOf, type SharedNumbers } from '../engine/shared-numbers.ts'
import { read, switchedOff } from './declaration.ts'
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
   * number of this step, 1 for the first. `hyper` has every hyper-parameter; an object that was handed in does not change any more, nor
   * do the columns in `memory` become others.
   */
  step(x: Float64Array, g: Float64Array, memory: Record<string, Float64Array>, t: number, hyper: Hypers): void
  /** The formulas themselves, and what their inputs are in step `t` where those are numbers. */
  readonly update: Update
  numbers(t: number, hyper: Values): number[]
  /** The same numbers into an array of all inputs, in which memory, point and slope have no numbers. */
  tell(t: number, hyper: Values, inputs: Float64Array): void
  /** The same text for the same hyper-parameters only. */
  same(hyper: Values): string
}

/** Compiled update formulas by method and by what is switched off, so that many runs of one method compile them once. */
export type Steppers = WeakMap<DeclaredOptimizer, Map<string, Stepper>>

/**
 * The method's stepper for hyper-parameters like these: what those of 0 switch off is not computed, the rate excepted.
 * @param own names of those that descents have for themselves, which switch nothing off
 * @param steppers looked in, and added to, where given
 */
export function stepperFor(o: DeclaredOptimizer, hyper: Values, steppers?: Steppers, own: readonly string[] = []): Stepper {
  const off = Object.keys(o.hyper).filter((name) => Object.is(hyper[name], 0) && name !== 'lr' && !own.includes(name))
  const known = steppers?.get(o) ?? new Map<string, Stepper>()
  steppers?.set(o, known)
  const stepper = known.get(off.join()) ?? compileUpdate(o, off)
  known.set(off.join(), stepper)
  return stepper
}

/**
 * The method as a straight-line program over columns, for any hyper-parameters but that those called `off` are 0. Throws a SyntaxError or
 * RangeError where the declaration is wrong, which the law tests exclude for the whole catalogue.
 */
export function compileUpdate(o: DeclaredOptimizer, off: readonly string[] = []): Stepper {
  const declaration = read(o)
  const { memory } = declaration
  const formulas = switchedOff(declaration, off)
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
  const update: Update = {
    inputs: map.inputs.map(kindOf), x: map.nodes[next], memory: Object.fromEntries(slots.map(({ name, output }) => [name, map.nodes[output]])),
  }
  const numbers = (t: number, hyper: Values): number[] => [NaN, NaN, t, ...hyperNames.map((name) => hyper[name]), ...memory.map(() => NaN)]
  const tell = (t: number, hyper: Values, into: Float64Array): void => {
    into[2] = t
    for (let i = 0; i < hyperNames.length; i++) into[3 + i] = hyper[hyperNames[i]]
  }

  const same = (hyper: Values): string => hyperNames.map((name) => (Object.is(hyper[name], -0) ? '-0' : String(hyper[name]))).join()

  const printed = printedRule(update)
  let shared: SharedNumbers | undefined
  const none = new Float64Array()
  const slotColumns: Float64Array[] = []
  const columns: RuleColumns = { x: none, g: none, memory: slotColumns, shared: none }
  /** Whose columns these are. */
  let latestKept: Record<string, Float64Array> | undefined
  /** The hyper-parameters of the last step, where all are numbers, and what tells them from others once they come a second time. */
  let latest: Setting | undefined
  const settingOf = (hyper: Hypers): Setting | undefined => {
    if (latest?.hyper === hyper) latest.same ??= same(latest.hyper)
    else latest = isNumeric(hyper) ? { hyper, numbers: (t, into) => tell(t, hyper, into) } : undefined
    return latest
  }

  return {
    memory,
    update,
    numbers,
    tell,
    same,
    step(x, g, kept, t, hyper) {
      const setting = printed && settingOf(hyper)
      if (printed !== undefined && setting !== undefined) {
        if (kept !== latestKept) {
          for (let s = 0; s < memory.length; s++) slotColumns[s] = kept[memory[s]]
          latestKept = kept
        }
        shared ??= sharedNumbers(update, frontier(update, []))
        const at = shared.find(t, 1, setting.numbers, setting.same)
        columns.x = x
        columns.g = g
        columns.shared = shared.values
        printed(columns, at, x.length)
        return
      }
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

interface Setting {
  readonly hyper: Values
  readonly numbers: NumbersOf
  same?: string
}

function isNumeric(hyper: Hypers): hyper is Values {
  for (const name in hyper) if (typeof hyper[name] !== 'number') return false
  return true
}
