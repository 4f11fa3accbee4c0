import { describe, expect, it } from 'vitest'
import { landscapeOf } from '../explore/helpers.ts'
import { entry, searched } from './searched.ts'

describe('Bayesian optimisation', () => {
  const sin3 = entry('sin3_quad')

  it('asks for one value a step and stops after n_calls', () => {
    const { walk, steps } = searched('bayes', sin3, { hyper: { n_calls: 12 } })
    expect(steps).toBe(12)
    expect(walk.costs.values).toBe(12)
    expect(walk.finished()).toBe('its 12 evaluations are made')
  })

  it('tries in each step what the last one proposed, and keeps the lowest', () => {
    let next: number[] | undefined
    let last = Infinity
    searched('bayes', sin3, {
      steps: 15,
      watch(x, walk) {
        const memory = walk.memory()
        if (next !== undefined) expect(Array.from(memory.tried)).toEqual(next)
        next = Array.from(memory.next)
        last = Math.min(last, sin3.landscape.value(Float64Array.from(memory.tried)))
        expect(sin3.landscape.value(x)).toBe(last)
      },
    })
    expect(last).toBeLessThan(-0.8766)
  })

  it('shows a surrogate that passes through what it was told, and an acquisition that is greatest where it asks next', () => {
    const tried: number[] = []
    searched('bayes', sin3, {
      steps: 9, hyper: { length_scale: 0.5 / 6 },
      watch(_, walk, t) {
        const { mean, sd, gain, next, tried: now } = walk.memory()
        tried.push(now[0])
        const at = (x: number): number => Math.round(((x + 3) / 6) * 200)
        // Beside a point that was asked the band is narrow: the grid is 0.015 off at most.
        for (const x of tried) {
          expect(sd[at(x)]).toBeLessThan(0.2)
          expect(Math.abs(mean[at(x)] - sin3.landscape.value(Float64Array.of(x)))).toBeLessThan(0.2)
        }
        if (t >= 3) expect(at(next[0])).toBeCloseTo(Array.from(gain).indexOf(Math.max(...Array.from(gain))), -0.5)
      },
    })
  })

  // The chance of improvement looks no further than beside what it has, unless it has a margin; then it is still the greediest.
  it.each([[0, 0, 5], [1, 0, 5], [2, 0.5, 3]])('finds the lowest of three minima by acquisition %d with margin %d in %d of 5 seeds', (acquisition, xi, count) => {
    const found = [1, 2, 3, 4, 5].filter((seed) => searched('bayes', sin3, { seed, hyper: { acquisition, n_calls: 30, xi } }).f < -0.87)
    expect(found.length).toBeGreaterThanOrEqual(count)
  })

  it('works in the plane', () => {
    expect(searched('bayes', entry('six_hump_camel'), { hyper: { length_scale: 0.2, n_calls: 50 } }).f).toBeLessThan(-1)
  })

  it('survives a singular kernel matrix: what it has to add is shown', () => {
    // So long a scale that all rows of the matrix are equal to rounding.
    const { walk, f } = searched('bayes', sin3, { hyper: { length_scale: 100, alpha: 0, n_calls: 15 } })
    expect(walk.memory().jitter[0]).toBeGreaterThan(0)
    expect(Array.from(walk.memory().mean).every(Number.isFinite)).toBe(true)
    expect(f).toBeLessThan(1)
  })

  it('takes points without a value for the highest it knows, and asks at random where there is nothing else', () => {
    const half = { landscape: landscapeOf('log(x) + 1/x', ['x']), start: [-3], domain: [[-4, 4]] as const }
    expect(searched('bayes', half, { hyper: { n_calls: 25 } }).f).toBeLessThan(1.01)
    const nowhere = searched('bayes', { ...half, landscape: landscapeOf('sqrt(x - 100)', ['x']) }, { hyper: { n_calls: 10 } })
    expect([...nowhere.x]).toEqual([-3])
    expect(nowhere.walk.costs.values).toBe(10)
  })

  it('stands level ground and a domain as narrow as numbers allow', () => {
    expect(searched('bayes', { landscape: landscapeOf('0*x + 3', ['x']), start: [1], domain: [[-1, 2]] }, { hyper: { n_calls: 10 } }).f).toBe(3)
    expect(searched('bayes', entry('square'), { domain: [[1, 1 + 4e-16]], start: [1], hyper: { n_calls: 10 } }).x[0]).toBeCloseTo(1, 15)
  })
})
