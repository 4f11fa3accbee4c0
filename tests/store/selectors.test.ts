import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CriticalPoint, Event } from '../../src/core/explore/events.ts'
import { resolvedOf } from '../../src/store/resolved.ts'
import { assemble, noResults } from '../../src/store/results.ts'
import {
  chartRange, iterateAt, nearestMinimum, pathOf, positionAt, describedOf, shownPaths, stableRate,
} from '../../src/store/selectors.ts'
import type { Results } from '../../src/store/state.ts'
import { bowl, chunk } from '../worker/fakes.ts'

const GD = { optimizer: 'gd', hyper: { lr: 0.1, weight_decay: 0 }, shown: true }

function point(x: readonly number[], part: Partial<CriticalPoint> = {}): CriticalPoint {
  const eigenvectors = [[1, 0], [0, 1]]
  return { x, f: 0, slope: 0, eigenvalues: [2, 4], eigenvectors, kind: 'minimum', lowest: true, letter: 'A', certified: true, global: 1, ...part }
}

function state(points: readonly CriticalPoint[], part: Parameters<typeof bowl>[0] = {}) {
  const experiment = bowl({ domain: [[-2.5, 2.5], [-2.5, 2.5]], runs: [GD], ...part })
  const critical: Event = { type: 'critical', points, done: true, says: '' }
  const results: Results = assemble(noResults(), [chunk(0, 4), critical], experiment, true)
  return { experiment, results }
}

const pathIn = (s: { results: Results }) => s.results.paths[0]

describe('a path', () => {
  it('is found by run and start', () => {
    const s = state([])
    expect(pathOf(0, 0, s)).toBe(pathIn(s))
    expect(pathOf(1, 0, s)).toBeUndefined()
    expect(pathOf(0, 1, s)).toBeUndefined()
  })

  it('tells everything about one iterate, and about the last where it is shorter', () => {
    const path = pathIn(state([]))
    expect(iterateAt(path, 2)).toEqual({
      step: 2, x: [2, -2], f: 8, gradient: [4, -4], norm: 4 * Math.SQRT2, hessian: [2, 0, 0, 2], sharpness: 2,
      memory: { v: [1, 0.5] },
    })
    expect(iterateAt(path, 99)?.step).toBe(3)
    expect(iterateAt(path, -1)?.step).toBe(0)
  })

  it('has its ball on the line between two iterates', () => {
    const path = pathIn(state([]))
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3, noNaN: true }), (at) => {
        const [x, y] = positionAt(path, at) ?? []
        expect(x).toBeCloseTo(at, 12)
        expect(y).toBeCloseTo(-at, 12)
      }),
    )
    expect(positionAt(path, 1)).toEqual([1, -1])
    expect(positionAt(path, 1e9)).toEqual([3, -3])
  })

  it('that ran to infinity keeps its ball where numbers still are, up to the step that left them', () => {
    const s = state([])
    pathIn(s).x[6] = Infinity
    expect(positionAt(pathIn(s), 2)).toEqual([2, -2])
    expect(positionAt(pathIn(s), 3)?.[0]).toBe(Infinity)
  })

  it('without iterates has no ball', () => {
    const path = { ...pathIn(state([])), count: 0 }
    expect(positionAt(path, 0)).toBeUndefined()
    expect(iterateAt(path, 0)).toBeUndefined()
  })
})

describe('the nearest minimum', () => {
  it('is the one nearest to the last iterate inside the domain', () => {
    const s = state([point([-2, 2], { letter: 'A' }), point([2, -2], { letter: 'B' }), point([0, 0], { letter: 'C' })])
    expect(nearestMinimum(pathIn(s), s)?.letter).toBe('B')
  })

  it('is never a saddle or a maximum, but may lie on the boundary or at a kink', () => {
    const kink = point([0, 0], { kind: 'kink minimum', letter: 'K' })
    const s = state([point([2, -2], { kind: 'saddle' }), point([2, -2], { kind: 'maximum' }), kink])
    expect(nearestMinimum(pathIn(s), s)?.letter).toBe('K')
  })

  it('is not known before any was found', () => {
    const s = state([])
    expect(nearestMinimum(pathIn(s), s)).toBeUndefined()
  })

  it('measures in widths of the domain', () => {
    const points = [point([2, 100], { letter: 'A' }), point([-2.4, -2], { letter: 'B' })]
    const narrow = state(points, { domain: [[-2.5, 2.5], [-1000, 1000]] })
    expect(nearestMinimum(pathIn(narrow), narrow)?.letter).toBe('A')
  })
})

describe('the largest stable learning rate', () => {
  it('of gradient descent is 2/λ at the nearest minimum', () => {
    expect(stableRate(0, 0, state([point([2, -2])]))).toEqual({ rate: 0.5, lambda: 4, letter: 'A' })
  })

  it('of momentum is larger, as its bound says', () => {
    const s = state([point([2, -2])], {
      runs: [{ optimizer: 'momentum', hyper: { lr: 0.1, momentum: 0.5, dampening: 0, weight_decay: 0 }, shown: true }],
    })
    expect(stableRate(0, 0, s)?.rate).toBeCloseTo(0.75, 12)
  })

  it('is not claimed where no bound describes the method, no minimum is known, or the curvature is not positive', () => {
    const adam = state([point([2, -2])], { runs: [{ optimizer: 'adam', hyper: { lr: 0.1 }, shown: true }] })
    expect(stableRate(0, 0, adam)).toBeUndefined()
    expect(stableRate(0, 0, state([]))).toBeUndefined()
    expect(stableRate(0, 0, state([point([2, -2], { eigenvalues: [0, 0] })]))).toBeUndefined()
    expect(stableRate(0, 0, state([point([2, -2], { eigenvalues: [] })]))).toBeUndefined()
    expect(stableRate(5, 0, state([point([2, -2])]))).toBeUndefined()
  })
})

describe('the range of a chart', () => {
  it('spans the finite numbers of all paths, up to a step, above a bound', () => {
    const s = state([])
    pathIn(s).f[3] = Infinity
    expect(chartRange(s.results.paths, 'f')).toEqual([0, 8])
    expect(chartRange(s.results.paths, 'f', 1)).toEqual([0, 2])
    expect(chartRange(s.results.paths, 'f', Infinity, 0)).toEqual([2, 8])
    expect(chartRange([], 'f')).toBeUndefined()
  })

  it('is about the runs that are shown', () => {
    const s = state([], { runs: [{ ...GD, shown: false }] })
    expect(shownPaths(s)).toEqual([])
    expect(shownPaths(state([]))).toHaveLength(1)
  })
})

describe('the compiled landscape', () => {
  it('is the same object through a drag of the start and a change of hyper-parameters', () => {
    const e = bowl()
    const before = resolvedOf(e)
    expect(resolvedOf({ ...e, starts: [[0, 0]], runs: [], steps: 9 })).toBe(before)
    expect(resolvedOf(structuredClone(e))).toBe(before)
    expect(before.landscape.value(Float64Array.of(1, 2))).toBe(5)
  })

  it('is the same object while the map is moved', () => {
    const e = bowl({ landscape: { kind: 'catalogue', id: 'rosenbrock' }, params: { a: 1, b: 100 } })
    expect(resolvedOf({ ...e, domain: [[0, 1], [0, 1]] })).toBe(resolvedOf(e))
    expect(describedOf({ ...e, domain: [[0, 1], [0, 1]] })).toBe(describedOf(e))
  })

  it('is another one for another formula or other parameters', () => {
    const e = bowl({ landscape: { kind: 'formula', text: 'a*x^2+y^2' }, params: { a: 2 } })
    const other = { ...e, params: { a: 3 } }
    expect(resolvedOf(e).landscape.value(Float64Array.of(1, 0))).toBe(2)
    expect(resolvedOf(other).landscape.value(Float64Array.of(1, 0))).toBe(3)
    expect(resolvedOf(e)).not.toBe(resolvedOf(other))
  })
})
