import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linearRange, logRange, lossRange, nearDomain, robustSpan, serves } from '../../../src/ui/plot/chart-range.ts'
import type { Column } from '../../../src/ui/plot/chart-range.ts'

const column = (values: number[], covers: (row: number) => boolean = () => true): Column =>
  ({ values: Float64Array.from(values), count: values.length, covers })

describe('a linear axis', () => {
  it('covers every value of ordinary data', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 12 }), (values) => {
      const spread = [...values, ...Array.from({ length: 11 }, (_, i) => i), ...Array.from({ length: 200 }, (_, i) => i / 20)]
      const range = linearRange([column(spread)])
      expect(range?.low).toBeLessThanOrEqual(Math.min(...spread))
      expect(range?.high).toBeGreaterThanOrEqual(Math.max(...spread))
      expect(range).toMatchObject({ over: false, under: false })
    }))
  })
  it('is not flattened by a spike, and says that something is over the top', () => {
    const values = Array.from({ length: 100 }, (_, i) => Math.sin(i))
    values[50] = 1e9
    const range = linearRange([column(values)])
    expect(range?.high).toBeLessThan(10)
    expect(range).toMatchObject({ over: true, under: false })
  })
  it('shows where a run started, however long it has been at its end', () => {
    const values = [1000, 400, 100, ...Array.from({ length: 5000 }, (_, i) => 1 + 1e-3 * Math.sin(i))]
    expect(linearRange([column(values)])).toMatchObject({ over: false, under: false })
  })
  it('ignores what is infinite or not a number, and is undefined where nothing else is there', () => {
    expect(linearRange([column([NaN, 1, Infinity, 2])])?.high).toBeLessThan(3)
    expect(linearRange([column([NaN, Infinity])])).toBeUndefined()
    expect(linearRange([])).toBeUndefined()
  })
  it('has a width even for a constant, and for the largest doubles', () => {
    const one = linearRange([column([7, 7, 7])])
    expect(one!.high).toBeGreaterThan(one!.low)
    const wide = linearRange([column([-1.7e308, 1.7e308])])
    expect(Number.isFinite(wide!.high)).toBe(true)
  })
  it('makes room for a limit that is near and leaves a far one out', () => {
    expect(robustSpan([0, 50, 100], [150])?.high).toBe(150)
    expect(robustSpan([0, 50, 100], [20_000])?.high).toBe(100)
  })
})

describe('a log axis', () => {
  it('covers ten decades below the highest start and no more', () => {
    const range = logRange([column([100, 1, 1e-5, 1e-30])])
    expect(Math.log10(range!.low)).toBeLessThanOrEqual(-8)
    expect(Math.log10(range!.low)).toBeGreaterThan(-9)
    expect(range?.under).toBe(true)
  })
  it('does not follow a diverging run further than fifteen decades', () => {
    const range = logRange([column([1, 1e10, 1e200, 1e300])])
    expect(Math.log10(range!.high)).toBeLessThan(16)
    expect(range?.over).toBe(true)
  })
  it('leaves out rows that need not be covered', () => {
    const range = logRange([column([10, 1, 1e9], (row) => row < 2)])
    expect(range!.high).toBeLessThan(20)
    expect(range?.over).toBe(true)
  })
  it('is undefined where nothing is positive', () => {
    expect(logRange([column([0, 0])])).toBeUndefined()
    expect(logRange([column([NaN])])).toBeUndefined()
  })
  it('always has positive, ordered, finite ends', () => {
    expect(logRange([column([5e-324])])!.high).toBeGreaterThan(logRange([column([5e-324])])!.low)
    fc.assert(fc.property(fc.array(fc.double()), (values) => {
      const range = logRange([column(values)])
      if (!range) return
      expect(range.low).toBeGreaterThan(0)
      expect(range.high).toBeGreaterThan(range.low)
      expect(Number.isFinite(range.high)).toBe(true)
    }))
  })
})

describe('the axis of the loss', () => {
  it('is a log of the loss itself while no value is negative', () => {
    expect(lossRange([column([10, 1, 0])], 0)).toMatchObject({ scale: 'log', offset: 0, under: true })
  })
  it('is a log of the distance to the lowest known value where the loss goes below 0', () => {
    expect(lossRange([column([1, -1, -1.9])], -2)).toMatchObject({ scale: 'log', offset: -2 })
  })
  it('is linear where a run went lower than anything known, or nothing is known yet', () => {
    expect(lossRange([column([1, -1, -90])], -2)?.scale).toBe('linear')
    expect(lossRange([column([1, -1])], undefined)?.scale).toBe('linear')
  })
})

describe('rows that an axis covers', () => {
  it('are those within one width of the domain', () => {
    const x = Float64Array.of(0, 0, 2.9, 0, 3.1, 0, NaN, 0)
    expect([0, 1, 2, 3].map((row) => nearDomain(x, 2, row, [[-1, 1], [-1, 1]]))).toEqual([true, true, false, false])
  })
})

describe('an axis that is held while something is dragged', () => {
  const linear = (low: number, high: number) => ({ scale: 'linear', low, high, offset: 0, over: false, under: false }) as const
  const log = (low: number, high: number) => ({ scale: 'log', low, high, offset: 0, over: false, under: false }) as const
  it('serves data inside it that use at least half of it', () => {
    expect(serves(linear(0, 10), linear(1, 9))).toBe(true)
    expect(serves(linear(0, 10), linear(4, 6))).toBe(false)
    expect(serves(linear(0, 10), linear(5, 15))).toBe(false)
    expect(serves(log(1e-6, 1e3), log(1e-5, 1e2))).toBe(true)
    expect(serves(log(1e-6, 1e3), log(1, 1e2))).toBe(false)
  })
  it('never serves another kind of axis', () => {
    expect(serves(linear(1, 10), log(1, 10))).toBe(false)
    expect(serves(log(1, 10), { ...log(1, 10), offset: -3 })).toBe(false)
  })
})
