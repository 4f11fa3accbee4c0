import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textured } from '../../../src/ui/plot/basin-paint.ts'
import { fillOf, markOf, tilePath } from '../../../src/ui/plot/ensemble-colours.tsx'
import { placeWords } from '../../../src/ui/plot/ensemble-labels.ts'
import { hatched, PERIODS } from '../../../src/ui/plot/hatch.ts'
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

describe('words beside ends', () => {
  const wanted = fc.array(fc.record({ x: fc.integer({ min: 0, max: 200 }), y: fc.integer({ min: 0, max: 150 }), long: fc.boolean() }), { maxLength: 60 })

  it('lie whole within the plot and touch no others, the first ones first', () => {
    fc.assert(fc.property(wanted, (all) => {
      const placed = placeWords(all.map(({ x, y, long }, key) => ({ key, x, feet: [y, y + 20], texts: long ? ['AB 12.3 %', 'AB'] : ['A'] })), 200, 150)
      const width = (text: string): number => text.length * 7
      for (const one of placed) {
        expect(one.x - width(one.text) / 2 >= -1 && one.x + width(one.text) / 2 <= 201 && one.y >= 12 && one.y <= 150).toBe(true)
        for (const other of placed) {
          if (other === one) continue
          expect(Math.abs(one.x - other.x) >= (width(one.text) + width(other.text)) / 2 || Math.abs(one.y - other.y) >= 12).toBe(true)
        }
      }
      const circles = all.map(({ x, y }) => ({ cx: x, cy: y, r: 6 }))
      const free = placeWords(all.map(({ x, y }, key) => ({ key, x, feet: [y - 10, y + 20], texts: ['AB'] })), 200, 150, circles)
      for (const { x, y } of free) expect(circles.every(({ cx, cy, r }) => Math.abs(x - cx) >= 7 + r || cy - r >= y || cy + r <= y - 10)).toBe(true)
      const [first] = all
      if (first !== undefined && first.y >= 12) expect(placed[0]?.key).toBe(0)
    }))
  })
})

describe('fills of an ensemble', () => {
  it('are different for the first twelve minima and for every class', () => {
    const fates = [...Array.from({ length: 12 }, (_, m) => m), -1, -2, -3, -4, -5, -6]
    expect(new Set(fates.map(fillOf)).size).toBe(fates.length)
    expect([0, 4, 8, 12].map(markOf)).toEqual([0, 1, 2, 0])
  })

  it('are tiles that continue the patterns of the basin map', () => {
    const parts = (d: string): string[] => d.split('M').slice(1)
    const patterns: readonly (readonly [number, (x: number, y: number) => boolean])[] = [
      ...PERIODS.map((period, kind) => [period, (x: number, y: number) => hatched(kind, x, y)] as const),
      [6, (x, y) => textured(4, 4, x, y)], [6, (x, y) => textured(8, 4, x, y)],
    ]
    for (const [period, on] of patterns) {
      const drawn = new Set(parts(tilePath(period, on)).map((part) => part.replace('h1v1h-1z', '')))
      expect(drawn.size).toBeGreaterThan(0)
      for (let x = 0; x < 3 * period; x++) for (let y = 0; y < 3 * period; y++) expect(drawn.has(`${x % period} ${y % period}`)).toBe(on(x, y))
    }
  })
})
