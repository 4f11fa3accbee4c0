/** A step that has no finite result although all it was told is finite: which line of its formulas goes wrong, or where it was sent to ask. */
import { undefinedBecause } from '../engine/domain.ts'
import { evaluate } from '../formula/evaluate.ts'
import { numbers } from '../formula/scalar.ts'
import type { Values } from '../fields.ts'
import { read } from '../optimizers/declaration.ts'
import { isDeclared, type DeclaredOptimizer } from '../optimizers/optimizer.ts'
import type { StepState } from '../optimizers/update.ts'
import { reason, type Judgement } from './judgement.ts'
import type { Finished, Scene } from './scene.ts'
import { sayPoint } from './words.ts'

/**
 * The judgement of a run whose last step divided by 0, left the domain of a function, or asked for a slope where there is none; undefined
 * where it did not, or where numbers only grew too large for the machine, which is divergence.
 */
export function judgeStep(run: Finished, scene: Scene): Judgement | undefined {
  const { optimizer, hyper, rate, track } = run
  const state = run.broken?.()
  if (state === undefined || !isDeclared(optimizer)) return undefined
  const last = track.count - 1
  const judgement = (why: string): Judgement => ({
    ending: 'undefined', verdict: 'undefined', step: last, word: 'Undefined', says: () => `Step ${last} of ${optimizer.name} has no finite result. ${why}`,
  })
  const { g, lost } = seenBy(run, scene, state)
  if (lost !== undefined) return judgement(lost)
  const now = rate === undefined ? hyper : { ...hyper, lr: rate(last - 1) }
  for (let i = 0; i < track.dimension; i++) {
    const why = reasonIn(optimizer, now, { ...state, g }, i)
    if (why !== undefined) return judgement(why)
  }
  return undefined
}

/** The gradient that the formulas saw, once more from what the method was told; `lost` says where something around it asked in vain. */
function seenBy({ around, disturb, track }: Finished, scene: Scene, { x, g: told }: Pick<StepState, 'x' | 'g'>): { g: Float64Array; lost?: string } {
  const [here, g] = [Float64Array.from(x), Float64Array.from(told)]
  let asked = 0
  let at = here
  for (const [{ name, slope }, values] of around) {
    slope?.(g, here, values, (point, out) => {
      at = point.slice()
      asked++
      scene.landscape.gradient(point, out)
      disturb?.gradient(point, out, track.count - 2, asked)
    })
    if (g.every(Number.isFinite) || asked === 0) continue
    return { g, lost: `${name} asks for the slope at ${sayPoint(at)}, which has none: ${reason(scene, at) ?? 'the derivative does not exist there.'}` }
  }
  return { g }
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
