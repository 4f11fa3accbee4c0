/** S1-5: how much noise knocks a run out of a local minimum and still lets it settle. */
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/core/experiment/permalink.ts'
import { disturbance } from '../../src/core/experiment/disturbance.ts'
import { resolve } from '../../src/core/experiment/resolve.ts'
import { defaults } from '../../src/core/fields.ts'
import { declaredById } from '../../src/core/optimizers/index.ts'
import { compileUpdate } from '../../src/core/optimizers/update.ts'

const RUNS = 600

/** Share of runs from the local minimum of sin 3x + x²/2 at 1.408 that end in the basin of the global one, as one long vector. */
function success(sd: number): number {
  const { value: e, issues } = decode(`landscape=sin3_quad&start=1.408&noise=fresh,sd:${sd},decay:1&steps=2000&run=gd,lr:0.05`)
  expect(issues).toEqual([])
  const gd = declaredById('gd')
  const disturb = disturbance(e, 0, () => undefined)
  if (gd === undefined || disturb === undefined) throw new Error('no method or no noise')
  const { landscape } = resolve(e)
  const stepper = compileUpdate(gd)
  const hyper = { ...defaults(gd.hyper), ...e.runs[0].hyper }
  const x = new Float64Array(RUNS).fill(e.starts[0][0])
  const f = new Float64Array(RUNS)
  const gradient = new Float64Array(RUNS)
  for (let t = 0; t < e.steps; t++) {
    landscape.block([x], RUNS, f, [gradient])
    disturb.gradient(x, gradient, t, 0)
    stepper.step(x, gradient, {}, t + 1, hyper)
  }
  return x.filter((v) => v > -1.782932 && v < 0.589531).length / RUNS
}

describe('S1-5: just enough noise', () => {
  it.each([[2, 0], [3, 0.104], [5, 0.913], [10, 0.89], [30, 0.821]])('noise of sd %d that fades over 2000 steps frees a share of %d', (sd, wanted) => {
    const spread = 3 * Math.sqrt((wanted * (1 - wanted)) / RUNS)
    expect(Math.abs(success(sd) - wanted)).toBeLessThan(Math.max(0.03, spread))
  }, 30_000)
})
