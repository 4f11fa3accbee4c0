/** Claims of texts on methods without slopes: simulated annealing on sin 3x + x²/2, and a race on x² + sin 10x. */
import { describe, expect, it } from 'vitest'
import { defaults } from '../../src/core/fields.ts'
import { normal, uniform } from '../../src/core/math/random.ts'
import { annealing, begin } from '../../src/core/optimizers/annealing.ts'
import { landscapeOf } from '../core/explore/helpers.ts'
import { told } from './told.ts'

const SIN3 = landscapeOf('sin(3 x) + x^2/2', ['x'])
const GLOBAL = [-1.782932, 0.589531] as const

interface Walk {
  readonly stepsize: number
  readonly temperature: number
  readonly cooling?: number
  readonly start?: number
  readonly steps?: number
  readonly runs: number
}

/** The share of Metropolis' walks that end in the lowest basin. The step is the standard deviation of a normal one; the end is where the walk stands. */
function success({ stepsize, temperature, cooling = 0.995, start = 1.408, steps = 2000, runs }: Walk): number {
  const hyper = { ...defaults(annealing.hyper), kind: 1, stepsize, temperature, cooling }
  const oracle = { value: (x: Float64Array) => SIN3.value(x), gradient: () => NaN, hessian: () => NaN }
  let found = 0
  for (let seed = 1; seed <= runs; seed++) {
    const x = Float64Array.of(start)
    const course = begin({
      start: x.slice(), hyper, domain: [[-3, 3]], steps, exact: true, uniform: (...keys) => uniform(seed, ...keys), normal: (...keys) => normal(seed, ...keys),
    })
    for (let t = 1; t <= steps; t++) course.step(x, oracle, t, hyper)
    if (x[0] > GLOBAL[0] && x[0] < GLOBAL[1]) found++
  }
  return found / runs
}

describe('S2-9: the size of the step matters as much as the temperature', () => {
  it.each([
    [0.05, 1, 0.08], [0.05, 10, 0.28], [0.1, 0.3, 0.02], [0.1, 1, 0.27], [0.1, 10, 0.55], [0.2, 1, 0.66], [0.2, 3, 0.81],
  ])('steps of %f at first at T = %f reach the lowest basin in %f of the walks', (stepsize, temperature, claim) => {
    expect(Math.abs(success({ stepsize, temperature, runs: 1000 }) - claim)).toBeLessThanOrEqual(0.03)
  })

  it('steps of 0.5 reach it in 0.956 of the walks from 3 without any heat', () => {
    const share = success({ stepsize: 0.5, temperature: 0.001, cooling: 0.99, start: 3, steps: 1000, runs: 1500 })
    expect(Math.abs(share - 0.956)).toBeLessThanOrEqual(0.03)
  })

  it.each([0.05, 0.1, 0.2])('steps of %f never do without heat', (stepsize) => {
    expect(success({ stepsize, temperature: 0.001, runs: 100 })).toBe(0)
  })
})

describe('S0-7: from 2 on x² + sin 10x two methods that know heights only end at different minima', () => {
  const { paths, endings } = told('landscape=x2_sin10x&start=2&steps=60&run=nelder_mead&run=powell')

  it('Nelder-Mead at the next one, 1.693359, after SciPy’s 28 values', () => {
    expect(paths[0].at(-1)?.[0]).toBeCloseTo(1.693359, 6)
    expect(endings[0].costs.values).toBe(28)
  })

  it('Powell’s line search jumps to the lowest of all, −0.153999', () => {
    expect(paths[1].at(-1)?.[0]).toBeCloseTo(-0.153999, 6)
    expect(endings[1]).toMatchObject({ ending: 'converged', verdict: 'minimum' })
    expect(endings[1].says).toMatch(/^At minimum A after \d+ steps?\. Stopped at 2 by its own rule: the last round gained less than 0\.0001 of f\.$/)
  })
})
