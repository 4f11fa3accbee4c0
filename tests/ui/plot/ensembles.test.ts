import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barAt, barsOf, costAxis, nearestTry, shareAt, valueAt } from '../../../src/ui/plot/ensemble-bars.ts'

const costs = fc.array(fc.nat(5000), { minLength: 1, maxLength: 200 })

describe('bars of an ensemble', () => {
  it('hold every try of the axis once, in their order, and count where they ended, minima first', () => {
    fc.assert(fc.property(costs, fc.integer({ min: 2, max: 60 }), (values, most) => {
      const fate = Int16Array.from(values, (v) => (v % 4) - 2)
      const axis = costAxis(values, most)
      const bars = barsOf(Array.from(values.keys()), (k) => values[k], fate, axis, axis.bars)
      const held = bars.flatMap(({ tries }) => tries)
      // On a logarithmic axis there is no 0.
      expect(held.toSorted((a, b) => a - b)).toEqual(Array.from(values.keys()).filter((k) => axis.scale === 'linear' || values[k] >= axis.low))
      expect(axis.bars).toBeLessThanOrEqual(most)
      for (const { tries, parts, from, to } of bars) {
        expect(tries).toEqual(tries.toSorted((a, b) => a - b))
        expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(tries.length)
        expect(parts.findLastIndex((part) => part.fate >= 0)).toBe(parts.filter((part) => part.fate >= 0).length - 1)
        for (const k of tries) expect(shareAt(axis, values[k])).toSatisfy((share: number) => share >= from - 1e-12 && share <= to + 1e-12)
      }
    }))
  })

  it('of costs stand for as many whole numbers each, and become logarithmic where few cost very much', () => {
    expect(costAxis([0, 3, 9], 48)).toEqual({ low: 0, high: 10, scale: 'linear', bars: 10 })
    expect(costAxis([100, 199], 48)).toEqual({ low: 0, high: 200, scale: 'linear', bars: 40 })
    expect(costAxis([2, 3, 3, 4, 4000], 48)).toEqual({ low: 2, high: 4000, scale: 'log', bars: 48 })
  })

  it('are found under the pointer, or a little beside it', () => {
    const bars = barsOf([0, 1, 2], (k) => [0.5, 5.5, 9.5][k], new Int16Array(3), { low: 0, high: 10, scale: 'linear' }, 10)
    expect([0.05, 0.13, 0.3, 0.58, 1].map((share) => barAt(bars, share, 0.05)?.tries[0])).toEqual([0, 0, undefined, 1, 2])
  })

  it('give each share of an axis a value and take it back', () => {
    for (const axis of [{ low: -3, high: 5, scale: 'linear' }, { low: 0.5, high: 4000, scale: 'log' }] as const) {
      for (const share of [0, 0.25, 0.7, 1]) expect(shareAt(axis, valueAt(axis, share))).toBeCloseTo(share, 12)
    }
  })
})

describe('the try under the pointer', () => {
  it('is the nearest within reach; tries without a place are none', () => {
    const places = [[0, 0], [10, 0], [NaN, NaN], [11, 1]] as const
    const find = (x: number, y: number): number | undefined => nearestTry([0, 1, 2, 3], (k) => places[k], x, y, 5)
    expect([find(9.9, 0.1), find(11, 2), find(6, 0), find(50, 50)]).toEqual([1, 3, 1, undefined])
  })
})
