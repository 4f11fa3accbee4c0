/** Whole steps of one descent by the interpreter: the printed step of a method and a program for one point, in turns. */
import { STRIDE, type Alone } from './alone.ts'
import type { Update } from './fused.ts'
import { assemblePoint, type PointProgram } from './point.ts'
import type { Recipe } from './recipe.ts'
import { printedRule, type RuleColumns } from './rule.ts'
import { frontier, sharedNumbers } from './shared-numbers.ts'

/** Value and gradient at a point, for as many methods as like; undefined for a recipe with stages. */
export function pointOf({ stages, outputs, inputCount }: Recipe): PointProgram | undefined {
  if (stages.length > 0) return undefined
  const program = assemblePoint(outputs, inputCount)
  program.prepare()
  return program
}

/**
 * @param point value and gradient of the landscape of `n` coordinates, which others may ask between two calls
 * @returns undefined where no step of these formulas is printed
 */
export function aloneInterpreted({ registers, inputs, outputs, run }: PointProgram, n: number, update: Update): Alone | undefined {
  const rule = printedRule(update)
  if (rule === undefined) return undefined
  const numbersOf = sharedNumbers(update, frontier(update, []))
  const column = (): Float64Array => new Float64Array(n)
  const [x, g, memory] = [column(), column(), Object.keys(update.memory).map(column)]
  const columns: RuleColumns = { x, g, memory, shared: x }
  const kept = [x, ...memory, g]
  /** From one step to the next: all that is kept, and f. */
  const width = n * kept.length + 1
  const path = new Float64Array(width * STRIDE)
  return {
    run(from, t, count, numbers, same) {
      x.set(from.x)
      g.set(from.gradient)
      for (let s = 0; s < memory.length; s++) memory[s].set(from.memory[s])
      const first = numbersOf.find(t, count, numbers, same)
      columns.shared = numbersOf.values
      let at = 0
      for (let step = 0; step < count; step++) {
        rule(columns, first + step * numbersOf.perStep, n)
        for (let i = 0; i < n; i++) if (inputs[i] >= 0) registers[inputs[i]] = x[i]
        run()
        for (let i = 0; i < n; i++) g[i] = registers[outputs[1 + i]]
        for (let c = 0; c < kept.length; c++) {
          const values = kept[c]
          for (let i = 0; i < n; i++) path[at++] = values[i]
        }
        path[at++] = registers[outputs[0]]
      }
    },
    read(step, to) {
      let at = step * width
      const read = (values: Float64Array): void => { for (let i = 0; i < n; i++) values[i] = path[at++] }
      read(to.x)
      to.memory.forEach(read)
      read(to.gradient)
      return path[at]
    },
  }
}
