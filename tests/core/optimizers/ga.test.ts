import { describe, expect, it } from 'vitest'
import { landscapeOf } from '../explore/helpers.ts'
import { entry, searched } from './searched.ts'

describe('the genetic algorithm', () => {
  const himmelblau = entry('himmelblau')

  it('asks for every member of every generation, the first among them', () => {
    expect(searched('ga', himmelblau, { steps: 30 }).walk.costs.values).toBe(31 * 20)
  })

  it('keeps the lowest point of all generations, and the start is in the first', () => {
    let last = himmelblau.landscape.value(Float64Array.from(himmelblau.start))
    searched('ga', himmelblau, {
      steps: 60,
      watch: (x) => {
        const f = himmelblau.landscape.value(x)
        expect(f).toBeLessThanOrEqual(last)
        last = f
      },
    })
    expect(last).toBeLessThan(0.01)
  })

  it('alone, is moved by its mutation only', () => {
    const alone = { popsize: 1, mutation: 0 }
    const rest = searched('ga', himmelblau, { hyper: alone, steps: 20 })
    for (const i of [0, 1]) expect(rest.x[i]).toBeCloseTo(himmelblau.start[i], 12)
    const moved = searched('ga', himmelblau, { hyper: { ...alone, mutation: 0.05 }, steps: 20 })
    expect(Math.abs(moved.walk.memory().population[0] - himmelblau.start[0])).toBeGreaterThan(0.01)
  })

  it('without mutation and blend, stays between its first members', () => {
    const members: number[][] = []
    searched('ga', himmelblau, { hyper: { mutation: 0, blend: 0 }, steps: 15, watch: (_, walk) => members.push(Array.from(walk.memory().population)) })
    const spread = (v: readonly number[]): number => Math.max(...v) - Math.min(...v)
    const along = (v: readonly number[]): number[] => v.filter((_, i) => i % 2 === 0)
    for (const [k, v] of members.entries()) if (k > 0) expect(spread(along(v))).toBeLessThanOrEqual(spread(along(members[k - 1])) + 1e-12)
    expect(spread(along(members[14]))).toBeLessThan(0.1 * spread(along(members[0])))
  })

  it('never leaves the domain, and finds the side where that is lowest', () => {
    const { x } = searched('ga', entry('cubic'), { steps: 40, watch: (_, walk) => expect(Math.max(...Array.from(walk.memory().population, Math.abs))).toBeLessThanOrEqual(2) })
    expect(x[0]).toBe(-2)
  })

  it('passes over points without a value; where there are no others, it stays', () => {
    const half = { landscape: landscapeOf('log(x) + 1/x', ['x']), start: [-3], domain: [[-4, 4]] as const }
    expect(searched('ga', half, { steps: 60 }).x[0]).toBeCloseTo(1, 1)
    expect([...searched('ga', { ...half, landscape: landscapeOf('sqrt(x - 100)', ['x']) }, { steps: 5 }).x]).toEqual([-3])
  })
})
