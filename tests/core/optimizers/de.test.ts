import { describe, expect, it } from 'vitest'
import { landscapeOf } from '../explore/helpers.ts'
import { entry, searched } from './searched.ts'

const column = (values: ArrayLike<number> | undefined): number[] => Array.from(values ?? [])

describe('differential evolution', () => {
  const himmelblau = entry('himmelblau')

  it('asks for every member once before the first generation, then once a generation', () => {
    expect(searched('de', himmelblau, { steps: 1 }).walk.costs.values).toBe(80)
    expect(searched('de', himmelblau, { steps: 7 }).walk.costs.values).toBe(8 * 40)
  })

  it('has five members at least, as SciPy, so that a population of one still has differences', () => {
    const { walk, f } = searched('de', entry('square'), { hyper: { popsize: 1 }, steps: 200 })
    expect(walk.memory().population.length).toBe(5)
    expect(f).toBeLessThan(1e-8)
  })

  it('spreads the first members over the domain, one in each slice, the start among them', () => {
    const { walk } = searched('de', himmelblau, { steps: 0 })
    const xs = column(walk.memory().population).filter((_, i) => i % 2 === 0)
    const [low, high] = himmelblau.domain[0]
    const slices = xs.slice(1).map((x) => Math.floor((40 * (x - low)) / (high - low)))
    expect(new Set(slices).size).toBe(39)
    for (const i of [0, 1]) expect(walk.memory().population[i]).toBeCloseTo(himmelblau.start[i], 12)
  })

  it('leaves out a start beyond the domain, and never looks there', () => {
    const seen: number[] = []
    const landscape = { ...himmelblau.landscape, value: (x: Float64Array) => (seen.push(...x), himmelblau.landscape.value(x)) }
    const { f } = searched('de', { ...himmelblau, landscape }, { start: [100, 100] })
    expect(f).toBeLessThan(1e-10)
    expect(Math.max(...seen.map(Math.abs))).toBeLessThanOrEqual(6)
  })

  it('never gives up the best member', () => {
    let last = Infinity
    searched('de', himmelblau, {
      watch: (x) => {
        const f = himmelblau.landscape.value(x)
        expect(f).toBeLessThanOrEqual(last)
        last = f
      },
    })
  })

  it('stops by SciPy’s rule, polishes in one last step, and says so', () => {
    const { walk, steps, f } = searched('de', entry('peaks'))
    expect(walk.finished()).toBe('its 40 values spread by no more than 0.01 of their mean, then polished')
    expect(steps).toBeLessThan(50)
    expect(f).toBeCloseTo(-6.5511333328358266, 10)
    const rough = searched('de', entry('peaks'), { hyper: { polish: 0 } })
    expect(rough.walk.finished()).toBe('its 40 values spread by no more than 0.01 of their mean')
    expect(rough.steps).toBe(steps - 1)
    expect(rough.f).toBeGreaterThan(f)
    expect(searched('de', himmelblau).walk.finished()).toBe('its 40 values spread by no more than 1e-12, then polished')
  })

  it('needs fewer values towards a height of 0 by its absolute tolerance, for the same minimum', () => {
    const [usual, scipys] = [1e-12, 0].map((atol) => searched('de', himmelblau, { hyper: { atol } }))
    expect(usual.walk.costs.values).toBeLessThan(0.7 * scipys.walk.costs.values)
    expect(usual.f).toBeLessThan(1e-15)
  })

  it('finds a minimum on the side of the domain at once where it puts members there, as SciPy’s way seldom does', () => {
    expect(searched('de', entry('cubic'), { steps: 20 }).x[0]).toBe(-2)
    expect(searched('de', entry('cubic'), { steps: 20, hyper: { outside: 1, polish: 0 } }).x[0]).toBeGreaterThan(-2)
  })

  it.each([0, 1, 2, 3, 4])('finds the minimum of a bowl by strategy %d', (strategy) => {
    const { f } = searched('de', entry('rot_quad'), { hyper: { strategy, atol: 1e-8 } })
    expect(f).toBeLessThan(1e-12)
  })

  it('walks round holes without a value, and says that there is none where there is none', () => {
    const half = { landscape: landscapeOf('log(x) + 1/x', ['x']), start: [-3], domain: [[-4, 4]] as const }
    const { x } = searched('de', half)
    expect(x[0]).toBeCloseTo(1, 4)
    const nowhere = { ...half, landscape: landscapeOf('sqrt(x - 100)', ['x']) }
    const lost = searched('de', nowhere, { steps: 30 })
    expect(lost.f).toBeNaN()
    expect(lost.walk.finished()).toBeUndefined()
  })

  it('searches a domain as narrow as numbers allow, and stands still on level ground', () => {
    const narrow = searched('de', entry('square'), { domain: [[1, 1 + 4e-16]], start: [1], steps: 50 })
    expect(narrow.x[0]).toBe(1)
    const level = searched('de', { landscape: landscapeOf('0*x + 3', ['x']), start: [1], domain: [[-1, 2]] })
    expect(level.steps).toBe(2)
  })
})
