/** Fresh noise in runs: common to all methods, keyed by the step, and told in endings. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/core/experiment/permalink.ts'
import { resolve } from '../../../src/core/experiment/resolve.ts'
import type { Experiment } from '../../../src/core/experiment/experiment.ts'
import { disturbance } from '../../../src/core/experiment/disturbance.ts'
import { Trajectory } from '../../../src/core/explore/run.ts'
import { beginWalk } from '../../../src/core/explore/walk.ts'
import { sameGround, samePath } from '../../../src/core/explore/since.ts'
import { OPTIMIZERS, optimizerById } from '../../../src/core/optimizers/index.ts'
import { endings, events, settingFor, withAll } from './helpers.ts'

const of = (link: string): Experiment => {
  const { value, issues } = decode(link)
  expect(issues).toEqual([])
  return value
}

const noRows = (): undefined => undefined

interface Run {
  readonly x: number[]
  readonly f: number[]
  readonly gradient: number[]
}

function runs(e: Experiment): Run[] {
  const all: Run[] = []
  for (const event of events(e, undefined, { only: ['runs'] })) {
    if (event.type !== 'path') continue
    const run = (all[event.run * e.starts.length + event.start] ??= { x: [], f: [], gradient: [] })
    run.x.push(...event.x)
    run.f.push(...event.f)
    run.gradient.push(...event.gradient)
  }
  return all
}

describe('fresh noise', () => {
  it('is the same at each step for every method: common random numbers', () => {
    const noisy = withAll(of('f=x^2-y&start=1,2&noise=fresh,sd:0.3&steps=50&seed=7'))
    const { landscape } = resolve(noisy)
    const added = runs(noisy).map(({ x, gradient }) => gradient.map((g, i) => {
      const exact = new Float64Array(2)
      landscape.gradient(Float64Array.from(x.slice(i - (i % 2), i - (i % 2) + 2)), exact)
      return g - exact[i % 2]
    }))
    expect(added.length).toBe(OPTIMIZERS.length)
    for (const one of added.slice(1)) one.forEach((v, i) => expect(Math.abs(v - added[0][i])).toBeLessThan(1e-12))
    // 102 normal numbers with sd 0.3
    const size = Math.sqrt(added[0].reduce((sum, v) => sum + v * v, 0) / added[0].length)
    expect(size).toBeGreaterThan(0.22)
    expect(size).toBeLessThan(0.38)
  })

  it('differs between starts, components and seeds, and is all that a seed changes', () => {
    const two = of('f=x^2+y^2&start=1,1&start=1,1&noise=fresh,sd:0.3&steps=5&run=gd')
    const [first, second] = runs(two)
    expect(first.x[2]).not.toBe(first.x[3])
    expect(first.x.slice(2)).not.toEqual(second.x.slice(2))
    expect(runs({ ...two, seed: 1 })[0].x.slice(2)).not.toEqual(first.x.slice(2))
    expect(runs({ ...two, noise: undefined, seed: 1 })).toEqual(runs({ ...two, noise: undefined }))
  })

  it('does not depend on how a run is sliced', () => {
    const e = of('landscape=himmelblau&noise=fresh,sd:3,decay:1&steps=200')
    const whole = runs(e)[0].x
    const gd = optimizerById('gd')
    if (gd === undefined) throw new Error('no gd')
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 }), (slices) => {
      const { landscape } = resolve(e)
      const trajectory = new Trajectory({ run: 0, start: 0 }, landscape, beginWalk(gd, { landscape, setting: settingFor(e.starts[0], e.runs[0].hyper) }), e.starts[0], e.steps, disturbance(e, 0, noRows))
      const x: number[] = []
      for (let k = 0; !trajectory.done; k++) for (const chunk of trajectory.advance(slices[k % slices.length])) x.push(...chunk.x)
      expect(x).toEqual(whole)
    }), { numRuns: 10 })
  })

  it('leaves the loss of a run the landscape’s own, and the map and the critical points as they are', () => {
    const e = of('landscape=himmelblau&noise=fresh,sd:3&steps=20')
    const { landscape } = resolve(e)
    const [{ x, f }] = runs(e)
    f.forEach((v, k) => expect(v).toBe(landscape.value(Float64Array.from(x.slice(2 * k, 2 * k + 2)))))
    expect(sameGround(e, { ...e, noise: undefined })).toBe(true)
    expect(samePath(e, { ...e, noise: undefined }, { run: 0, start: 0 })).toBe(false)
    expect(samePath(e, { ...e, seed: 3 }, { run: 0, start: 0 })).toBe(false)
  })

  it('that fades is gone at the last step', () => {
    const e = of('f=x^2&noise=fresh,sd:2,decay:1&steps=10&seed=3')
    const disturb = disturbance(e, 0, noRows)
    const at = Float64Array.of(1)
    const sizes = Array.from({ length: 11 }, (_, k) => {
      const gradient = Float64Array.of(0)
      disturb?.gradient(at, gradient, k, 0)
      const full = Float64Array.of(0)
      disturbance({ ...e, noise: { kind: 'fresh', values: { sd: 2, decay: 0 } } }, 0, noRows)?.gradient(at, full, k, 0)
      return gradient[0] / full[0]
    })
    sizes.forEach((share, k) => expect(share).toBeCloseTo(1 - k / 10, 14))
  })
})

describe('a run with noise', () => {
  it('hovers about its minimum, and says how far off', () => {
    const [ending] = endings(of('f=x^2+y^2&start=3,3&noise=fresh,sd:1&steps=1000&run=gd,lr:0.1'))
    expect(ending).toMatchObject({ ending: 'out-of-steps', verdict: 'oscillating', word: 'Hovering' })
    // Stationary variance of x ← 0.8x - 0.1n is 0.01/0.36 per coordinate, so a mean distance of sqrt(π/2) 0.167 = 0.21.
    expect(ending.says).toMatch(/^Hovers about minimum A, 0\.(1[7-9]|2\d) away on average: the noise does not let it rest\.$/)
  })
  it('is still moving while the loss falls faster than the noise shakes it', () => {
    const [ending] = endings(of('f=x^2+y^2&start=3,3&noise=fresh,sd:0.1&steps=40&run=gd,lr:0.01'))
    expect(ending).toMatchObject({ verdict: 'moving', says: 'Loss is still falling beneath the noise. Give it more steps.' })
  })
  it('converges where the noise fades, and where it is smaller than a pixel', () => {
    expect(endings(of('f=x^2+y^2&start=3,3&noise=fresh,sd:1,decay:1&steps=2000&run=gd,lr:0.1'))[0].ending).toBe('converged')
    expect(endings(of('f=x^2+y^2&start=3,3&noise=fresh,sd:0.001&steps=2000&run=gd,lr:0.1'))[0].ending).toBe('converged')
  })
  it('still blames the rate where the rate is at fault', () => {
    const [ending] = endings(of('landscape=sin3_quad&start=-0.4&noise=fresh,sd:0.001&steps=2000&run=gd,lr:0.21'))
    expect(ending.says).toMatch(/lr|\\eta|Swaps/)
  })
})
