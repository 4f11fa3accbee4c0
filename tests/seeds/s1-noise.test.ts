/** S1-5 and S3-16: how much noise knocks a run out of a local minimum and still lets it settle, and that a penalty is no noise. */
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/core/experiment/permalink.ts'
import { disturbance } from '../../src/core/experiment/disturbance.ts'
import { resolve } from '../../src/core/experiment/resolve.ts'
import { defaults } from '../../src/core/fields.ts'
import { declaredById } from '../../src/core/optimizers/index.ts'
import { compileUpdate } from '../../src/core/optimizers/update.ts'
import { told } from './told.ts'

const RUNS = 1000

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
  it.each([
    [1, 0], [2, 0], [3, 0.104], [4, 0.692], [5, 0.913], [6, 0.918], [10, 0.89], [20, 0.854], [30, 0.821],
  ])('noise of sd %d that fades over 2000 steps frees a share of %d', (sd, wanted) => {
    if (wanted === 0) expect(success(sd)).toBe(0)
    else expect(Math.abs(success(sd) - wanted)).toBeLessThan(0.03)
  }, 30_000)
})

describe('S3-16: noise frees a run, a penalty changes the landscape', () => {
  const from = (l2: number, seed: number) => told(`landscape=sin3_quad&l2=${l2}&seed=${seed}&start=1.408&run=gd,lr:0.05&steps=2000`)
  it.each([0.2, 0.5, 1.5])('a penalty of %d moves the local minimum inwards and leaves the run in it, whatever the seed', (l2) => {
    const { paths, endings } = from(l2, 0)
    const end = paths[0].at(-1)?.[0] ?? NaN
    expect(Math.abs(3 * Math.cos(3 * end) + (1 + l2) * end)).toBeLessThan(1e-9)
    expect(end).toBeGreaterThan(1)
    expect(end).toBeLessThan(1.4)
    expect(endings[0].verdict).toBe('minimum')
    expect(from(l2, 1).paths).toEqual(paths)
  })
  it('only where the penalty is so strong that the minimum is gone the run goes to the other one', () => {
    const { critical, paths } = from(2.1, 0)
    const minima = critical.filter((p) => p.kind === 'minimum')
    expect(minima).toHaveLength(1)
    expect(paths[0].at(-1)?.[0]).toBeCloseTo(minima[0].x[0], 6)
  })
})
