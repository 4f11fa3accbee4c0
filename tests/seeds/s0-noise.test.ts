/** S0-1 and S0-2: what noise does to a landscape depends on what is meant by it. */
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/core/experiment/permalink.ts'
import type { Experiment } from '../../src/core/experiment/experiment.ts'
import { beginWalk } from '../../src/core/explore/walk.ts'
import { defaults } from '../../src/core/fields.ts'
import { normal } from '../../src/core/math/random.ts'
import { optimizerById } from '../../src/core/optimizers/index.ts'
import { events, landscapeOf, settingFor } from '../core/explore/helpers.ts'

const of = (link: string): Experiment => {
  const { value, issues } = decode(link)
  expect(issues).toEqual([])
  return value
}

function minima(e: Experiment): number {
  const report = events(e, undefined, { only: ['critical'] }).find((event) => event.type === 'critical')
  return report?.type === 'critical' ? report.points.filter((p) => p.kind === 'minimum').length : NaN
}

const deviation = (values: readonly number[]): number => {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length
  return Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1))
}

describe('S0-1: who differentiates noise', () => {
  it('automatic differentiation of x² + 0.5·randn() answers 2x: 100 steps of rate 0.1 from 2 reach 4.074e-10, whatever the draw', () => {
    for (const seed of [0, 1, 2]) {
      const path = events(of(`f=x^2&noise=offset,sd:0.5&seed=${seed}&start=2&run=gd,lr:0.1&steps=100`)).filter((event) => event.type === 'path')
      expect(path.at(-1)?.x.at(-1)).toBeCloseTo(4.074e-10, 13)
    }
  })

  it('BFGS on forward differences with h = 1.49e-8 stays where it began in 95 of 100 runs at least, and never gets near 0', () => {
    const [bfgs, square, h] = [optimizerById('bfgs'), landscapeOf('x^2', ['x']), 2 ** -26]
    if (bfgs === undefined) throw new Error('no BFGS')
    const ends = Array.from({ length: 200 }, (_, run) => {
      let calls = 0
      const noisy = (x: number): number => x * x + 0.5 * normal(1, run, calls++)
      const landscape = {
        ...square,
        value: ([x]: Float64Array) => noisy(x),
        gradient([x]: Float64Array, slope: Float64Array) {
          const f = noisy(x)
          slope[0] = (noisy(x + h) - f) / h
          return f
        },
      }
      const walk = beginWalk(bfgs, { landscape, setting: settingFor([2], defaults(bfgs.hyper)) })
      const x = Float64Array.of(2)
      for (let t = 1; t <= 100 && walk.finished() === undefined; t++) walk.step(x, new Float64Array(1), t)
      return x[0]
    })
    expect(ends.filter((x) => Math.abs(x - 2) < 1e-3).length).toBeGreaterThanOrEqual(190)
    expect(ends.filter((x) => Math.abs(x) < 0.5)).toEqual([])
  })

  it.each([[1e-4, 427], [0.01, 4.27], [0.1, 0.427], [0.5, 0.0855]])('central differences of noisy values with h = %d leave descent %d off (sd of 1000 runs, rate 0.05, 200 steps)', (h, sd) => {
    const ends = Array.from({ length: 1000 }, (_, run) => {
      let x = 2
      for (let t = 0; t < 200; t++) {
        const above = (x + h) ** 2 + 0.5 * normal(1, run, t, 0)
        const below = (x - h) ** 2 + 0.5 * normal(1, run, t, 1)
        x -= (0.05 * (above - below)) / (2 * h)
      }
      return x
    })
    expect(Math.abs(deviation(ends) / sd - 1)).toBeLessThan(0.1)
  })
})

describe('S0-2: four things that are called noise', () => {
  it('one number added everywhere leaves x² its one minimum', () => {
    for (let seed = 0; seed < 10; seed++) expect(minima(of(`f=x^2&domain=-2,2&noise=offset,sd:0.5&seed=${seed}&run=none`))).toBe(1)
  })

  /** Mean number of local minima inside 41 values of x² on [-2, 2], each with noise of its own, averaged over `samples` draws. */
  function meanOnGrid(samples: number): number {
    const trials = 400
    let count = 0
    for (let trial = 0; trial < trials; trial++) {
      const f = Array.from({ length: 41 }, (_, i) => (-2 + i / 10) ** 2 + (0.5 / Math.sqrt(samples)) * normal(trial, samples, i))
      count += f.filter((v, i) => i > 0 && i < 40 && v < f[i - 1] && v < f[i + 1]).length
    }
    return count / trials
  }

  it.each([[1, 12.0], [10, 7.83], [100, 3.02], [1000, 1.39], [10_000, 1.005]])('41 values with noise of their own, each the mean of %d samples, have %d minima on average', (samples, wanted) => {
    expect(Math.abs(meanOnGrid(samples) / wanted - 1)).toBeLessThan(0.1)
  })

  it('a frozen field is part of the landscape: smooth bumps 0.1 apart on [-2, 2] give x² a dozen or so minima, found as such', () => {
    // About as many as independent values at the nodes have, 12.0: here they are minima of a smooth function, with a Hessian each.
    const seeds = Array.from({ length: 40 }, (_, seed) => minima(of(`f=x^2&domain=-2,2&noise=field,sd:0.5,grain:0.01&seed=${seed}&run=none`)))
    expect(Math.abs(seeds.reduce((sum, n) => sum + n, 0) / seeds.length / 12 - 1)).toBeLessThan(0.1)
    expect(minima(of('f=x^2&domain=-2,2&noise=field,sd:0,grain:0.01&run=none'))).toBe(1)
  })
})
