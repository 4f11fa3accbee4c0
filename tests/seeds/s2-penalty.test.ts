/** S2-12: what an L2 penalty does to sin 3x, said of the experiment as it is explored. */
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/core/experiment/permalink.ts'
import { events } from '../core/explore/helpers.ts'
import type { CriticalPoint } from '../../src/core/explore/events.ts'

function minima(lambda: number): CriticalPoint[] {
  const { value, issues } = decode(`f=sin(3x)&l2=${lambda}&domain=-7,7&run=none`)
  expect(issues).toEqual([])
  const report = events(value, undefined, { only: ['critical'] }).find((event) => event.type === 'critical')
  return report?.type === 'critical' ? report.points.filter((p) => p.kind === 'minimum') : []
}

/** The penalty, to 1e-5, at which the number of minima falls from `before`, between `low` and `high`. */
function threshold(before: number, low: number, high: number): number {
  while (high - low > 1e-5) {
    const middle = (low + high) / 2
    if (minima(middle).length >= before) low = middle
    else high = middle
  }
  return (low + high) / 2
}

describe('S2-12: L2 changes the landscape itself', () => {
  it.each([[0.5, 6], [0.75, 4], [1, 3], [1.25, 3], [1.5, 2], [3, 2], [4, 1], [9, 1]])('sin 3x with λ = %d has %d minima', (lambda, count) => {
    expect(minima(lambda)).toHaveLength(count)
  })

  it('three minima become two at λ = 1.4511 and one at 3.0286', () => {
    expect(Math.abs(threshold(3, 1.25, 1.5) - 1.4511)).toBeLessThan(1e-4)
    expect(Math.abs(threshold(2, 3, 4) - 3.0286)).toBeLessThan(1e-4)
  })

  it('the lowest minimum pays for it by moving: −0.496, −0.471, −0.358 for λ = 0.5, 1, 4, and its data loss rises', () => {
    const lowest = [0.5, 1, 4].map((lambda) => minima(lambda)[0].x[0])
    expect(lowest.map((x) => Number(x.toFixed(3)))).toEqual([-0.496, -0.471, -0.358])
    const loss = lowest.map((x) => Math.sin(3 * x))
    expect(loss[0]).toBeLessThan(loss[1])
    expect(loss[1]).toBeLessThan(loss[2])
  })

  it('from λ = 9 on the whole is convex: the curvature 9 sin is outweighed everywhere', () => {
    const surface = (lambda: number) => events(decode(`f=sin(3x)&l2=${lambda}&domain=-7,7&run=none`).value).find((event) => event.type === 'surface')
    const lowestCurvature = (lambda: number): number => {
      const event = surface(lambda)
      return event?.type === 'surface' ? Math.min(...(event.curvature ?? [])) : NaN
    }
    expect(lowestCurvature(9)).toBeGreaterThanOrEqual(0)
    expect(lowestCurvature(8.9)).toBeLessThan(0)
  })
})
