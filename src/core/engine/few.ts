/** Update formulas at a few coordinates: two side by side, so that one pass over the instructions does for both. */
import type { Update } from './fused.ts'
import { assemblePoint } from './point.ts'
import { dependsOnStep, frontier, sharedNumbers, type NumbersOf } from './shared-numbers.ts'

/** Up to so many coordinates take this way. */
export const FEW = 4

/** Takes step `t` in place, as a Stepper does; `same` as in SharedNumbers. */
export type FewStep = (x: Float64Array, g: Float64Array, memory: readonly Float64Array[], t: number, numbers: NumbersOf, same?: string) => void

/** Steps of an update whose numbers are the same for all coordinates; `memory` has a column for each slot, in the order of `update.memory`. */
export function fewSteps(update: Update): FewStep {
  const slots = Object.keys(update.memory)
  const shared = frontier(update, [])
  const table = sharedNumbers(update, shared)
  const { registers, inputs, known, outputs, run } = assemblePoint([update.x, ...slots.map((slot) => update.memory[slot])], update.inputs.length, { lanes: 2, known: shared })
  const place = (is: (input: Update['inputs'][number]) => boolean): number => {
    const index = update.inputs.findIndex(is)
    return index < 0 ? -1 : inputs[index]
  }
  const [atX, atG] = [place(({ kind }) => kind === 'x'), place(({ kind }) => kind === 'g')]
  const atSlots = slots.map((slot) => place((input) => input.kind === 'memory' && input.slot === slot))
  const changing = Int32Array.from(shared.flatMap((node, k) => (dependsOnStep([node], update) ? [k] : [])))
  const all = Int32Array.from(shared.keys())
  let settled: string | undefined
  return (x, g, memory, t, numbers, same) => {
    const at = table.find(t, 1, numbers, same)
    const { values } = table
    const anew = same !== undefined && same === settled ? changing : all
    settled = same
    for (let c = 0; c < anew.length; c++) {
      const register = known[anew[c]]
      registers[register] = registers[register + 1] = values[at + anew[c]]
    }
    for (let i = 0; i < x.length; i += 2) {
      const j = i + 1 < x.length ? i + 1 : i
      if (atX >= 0) {
        registers[atX] = x[i]
        registers[atX + 1] = x[j]
      }
      if (atG >= 0) {
        registers[atG] = g[i]
        registers[atG + 1] = g[j]
      }
      for (let s = 0; s < atSlots.length; s++) {
        if (atSlots[s] < 0) continue
        registers[atSlots[s]] = memory[s][i]
        registers[atSlots[s] + 1] = memory[s][j]
      }
      run()
      x[i] = registers[outputs[0]]
      x[j] = registers[outputs[0] + (j - i)]
      for (let s = 0; s < atSlots.length; s++) {
        memory[s][i] = registers[outputs[1 + s]]
        memory[s][j] = registers[outputs[1 + s] + (j - i)]
      }
    }
  }
}
