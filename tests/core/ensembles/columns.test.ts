/** Descents that differ in their hyper-parameters as well: columns, one entry each. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fatesOf, type Fates } from '../../../src/core/ensembles/fates.ts'
import { fateOf } from '../../../src/core/ensembles/job.ts'
import type { Experiment } from '../../../src/core/experiment/experiment.ts'
import { decode } from '../../../src/core/experiment/permalink.ts'
import { explore, groundOf } from '../../../src/core/explore/explore.ts'
import type { PathChunk, RunEnding } from '../../../src/core/explore/events.ts'
import type { Values } from '../../../src/core/fields.ts'
import { OPTIMIZERS } from '../../../src/core/optimizers/index.ts'
import { isDeclared, type DeclaredOptimizer } from '../../../src/core/optimizers/optimizer.ts'
import type { Steppers } from '../../../src/core/optimizers/update.ts'
import { valuesOf } from '../experiment/arbitrary.ts'
import { finish } from '../explore/helpers.ts'

/** What becomes of the runs with these settings, side by side, on the ground and in the circumstances of `e`. */
function together(e: Experiment, hyper: readonly Values[], starts: readonly (readonly number[])[]): Fates {
  const { ground } = finish(groundOf(e))
  const columns = Object.fromEntries(Object.keys(hyper[0]).map((name) => [name, Float64Array.from(hyper, (values) => values[name])]))
  const steppers: Steppers = new WeakMap()
  const floor = { landscape: ground.scene.landscape, rows: () => undefined, steppers }
  return finish(fatesOf({ experiment: e, run: 0, critical: [], partial: true }, { starts: e.domain.map((_, i) => Float64Array.from(starts, (x) => x[i])), own: columns, whole: true }, { scene: ground.scene, floor }))
}

function alone(e: Experiment): { ending: RunEnding; end: number[]; loss: number } {
  let ending: RunEnding | undefined
  let last: PathChunk | undefined
  for (const event of explore(e, undefined, { only: ['runs'] })) {
    if (event?.type === 'ending') ending = event
    if (event?.type === 'path') last = event
  }
  if (ending === undefined || last === undefined) throw new Error('no run')
  const n = e.domain.length
  return { ending, end: Array.from(last.x.subarray((last.count - 1) * n, last.count * n)), loss: last.f[last.count - 1] }
}

const run = (o: DeclaredOptimizer, hyper: Values): Experiment['runs'] => [{ optimizer: o.id, hyper, shown: true }]

describe('descents with hyper-parameters of their own', () => {
  const sheet = fc.constantFrom('himmelblau', 'sin3_quad', 'abs').chain((id) => fc.constantFrom(...OPTIMIZERS.filter(isDeclared)).chain((o) =>
    fc.tuple(fc.constant(decode(`landscape=${id}`).value), fc.constant(o), fc.array(valuesOf(o.hyper), { minLength: 5, maxLength: 5 }))))

  it('end where each ends alone, to the bit, and with its verdict', () => {
    fc.assert(fc.property(sheet, fc.integer({ min: 0, max: 60 }), ([ground, o, hyper], steps) => {
      const e = { ...ground, steps, runs: run(o, hyper[0]) }
      const starts = hyper.map((_, k) => e.domain.map(([low, high]) => low + (high - low) * ((k + 1) / 7)))
      const fates = together(e, hyper, starts)
      hyper.forEach((values, k) => {
        const { ending, end, loss } = alone({ ...e, runs: run(o, values), starts: [starts[k]] })
        const n = end.length
        expect([...fates.end.subarray(k * n, (k + 1) * n), fates.loss[k]], `${o.id} ${JSON.stringify(values)}`).toEqual([...end, loss])
        expect(fates.fate[k], ending.says).toBe(fateOf(ending.verdict))
      })
    }), { numRuns: 40 })
  })

  it('are compared with rates across 300 decades without one disturbing another', () => {
    const o = OPTIMIZERS.filter(isDeclared).find(({ id }) => id === 'gd')!
    const ground = decode('landscape=sin3_quad').value
    const rates = Array.from({ length: 61 }, (_, k) => Number(`1e${-300 + 5 * k + 1}`))
    const hyper = rates.map((lr) => ({ ...ground.runs[0].hyper, ...Object.fromEntries(Object.entries(o.hyper).map(([name, f]) => [name, Number(f.default)])), lr }))
    const e = { ...ground, steps: 30, runs: run(o, hyper[0]) }
    const fates = together(e, hyper, rates.map(() => [1]))
    hyper.forEach((values, k) => {
      const { end, loss } = alone({ ...e, runs: run(o, values), starts: [[1]] })
      expect([fates.end[k], fates.loss[k]]).toEqual([...end, loss])
    })
  })
})
