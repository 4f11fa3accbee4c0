/** A step whose formulas have no finite result although all they were given is finite: which line, and why. */
import { undefinedBecause } from '../engine/domain.ts'
import { evaluate } from '../formula/evaluate.ts'
import { numbers } from '../formula/scalar.ts'
import type { Values } from '../fields.ts'
import { read } from '../optimizers/declaration.ts'
import { isDeclared, type DeclaredOptimizer } from '../optimizers/optimizer.ts'
import type { StepState } from '../optimizers/update.ts'
import type { Judgement } from './judgement.ts'
import type { Finished } from './scene.ts'

/**
 * The judgement of a run whose last step divided by 0 or left the domain of a function; undefined where it did not, or where numbers
 * only grew too large for the machine, which is divergence.
 */
export function judgeStep({ optimizer, hyper, rate, track, broken }: Finished): Judgement | undefined {
  const state = broken?.()
  if (state === undefined || !isDeclared(optimizer)) return undefined
  const last = track.count - 1
  const now = rate === undefined ? hyper : { ...hyper, lr: rate(last - 1) }
  for (let i = 0; i < track.dimension; i++) {
    const why = reasonIn(optimizer, now, state, i)
    if (why === undefined) continue
    const says = `Step ${last} of ${optimizer.name} has no finite result. ${why}`
    return { ending: 'undefined', verdict: 'undefined', step: last, word: 'Undefined', says }
  }
  return undefined
}

/** The first line that goes wrong along one coordinate, as a sentence. */
function reasonIn(method: DeclaredOptimizer, hyper: Values, { x, g, memory, t }: StepState, coordinate: number): string | undefined {
  const { formulas, memory: slots } = read(method)
  const before = slots.map((slot): [string, number] => [slot, memory[slot][coordinate]])
  const values = new Map([...Object.entries(hyper), ...before, ['x', x[coordinate]] as const, ['g', g[coordinate]] as const, ['t', t] as const])
  for (const { name, expression } of formulas) {
    const known: Values = Object.fromEntries(values)
    const value = evaluate(expression, numbers, { variables: new Map<string, number>(), values: known })
    if (!Number.isFinite(value)) {
      const why = undefinedBecause(expression, [], known, [])
      return why === undefined || /too large for a number/.test(why) ? undefined : `In ${name} = ${method.update[name]}: ${why}`
    }
    values.set(name, value)
  }
  return undefined
}
