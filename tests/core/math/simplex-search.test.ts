import { describe, expect, it } from 'vitest'
import { simplexSearch } from '../../../src/core/math/simplex-search.ts'

const SEARCH = { size: 0.05, xatol: 1e-9, fatol: 1e-14, limit: 400 }

describe('a simplex search in the unit box', () => {
  it('finds the bottom of a bowl, and counts no more than it may', () => {
    let asked = 0
    const f = (u: Float64Array): number => (asked++, (u[0] - 0.3) ** 2 + 5 * (u[1] - 0.7) ** 2)
    const { x } = simplexSearch(f, { ...SEARCH, start: [0.5, 0.5], value: 0.24 })
    expect(x[0]).toBeCloseTo(0.3, 6)
    expect(x[1]).toBeCloseTo(0.7, 6)
    expect(asked).toBeLessThan(400)
    asked = 0
    simplexSearch(f, { ...SEARCH, start: [0.5, 0.5], value: 0.24, limit: 10 })
    expect(asked).toBeLessThanOrEqual(12)
  })

  it('goes to the side of the box where that is lowest, and never looks beyond it', () => {
    const seen: number[] = []
    const { x } = simplexSearch((u) => (seen.push(...u), u[0] + (u[1] - 0.5) ** 2), { ...SEARCH, start: [0.04, 0.48], value: 0.0404 })
    expect(x[0]).toBe(0)
    expect(x[1]).toBeCloseTo(0.5, 5)
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(0)
  })

  it('keeps its start where nothing is lower, and where nothing has a value', () => {
    const start = [0.5]
    expect(simplexSearch((u) => Math.abs(u[0] - 0.5), { ...SEARCH, start, value: 0 })).toEqual({ x: Float64Array.of(0.5), f: 0 })
    expect(simplexSearch(() => NaN, { ...SEARCH, start, value: 1 })).toEqual({ x: Float64Array.of(0.5), f: 1 })
  })
})
