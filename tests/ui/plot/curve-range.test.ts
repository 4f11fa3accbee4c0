import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawable, gaps, heightRange, stripRange } from '../../../src/ui/plot/curve-range.ts'

const sampled = (f: (x: number) => number, low: number, high: number, n = 1201) =>
  Float64Array.from({ length: n }, (_, i) => f(low + ((high - low) * i) / (n - 1)))

describe('the heights shown of a curve', () => {
  it('hold every sample of a smooth curve, with room above and below', () => {
    for (const f of [Math.sin, (x: number) => x * Math.cos(Math.PI * x), (x: number) => x ** 3, Math.tanh, (x: number) => x * x]) {
      const values = sampled(f, -3, 3)
      const range = heightRange(values)
      expect(range.low).toBeLessThan(Math.min(...values))
      expect(range.high).toBeGreaterThan(Math.max(...values))
      expect(range).toMatchObject({ over: false, under: false })
    }
  })
  it('are not flattened by a pole, and say what lies beyond', () => {
    const range = heightRange(sampled((x) => 1 / x, -1, 1, 1200))
    expect(range.high).toBeLessThan(100)
    expect(range).toMatchObject({ over: true, under: true })
  })
  it('ignore what is undefined, and exist even for a curve that is nowhere finite or constant', () => {
    expect(heightRange(sampled(Math.log, -1, 3)).high).toBeLessThan(3)
    expect(heightRange(sampled(() => NaN, 0, 1))).toEqual({ low: -1, high: 1, over: false, under: false })
    const flat = heightRange(sampled(() => 5, 0, 1))
    expect(flat.high).toBeGreaterThan(flat.low)
  })
  it('are finite and ordered whatever the samples', () => {
    fc.assert(fc.property(fc.array(fc.double(), { minLength: 1 }), (values) => {
      for (const range of [heightRange(Float64Array.from(values)), stripRange(Float64Array.from(values))]) {
        expect(Number.isFinite(range.low) && Number.isFinite(range.high)).toBe(true)
        expect(range.high).toBeGreaterThan(range.low)
      }
    }))
  })
})

describe('a strip', () => {
  it('always shows zero, and a limit that is near', () => {
    const range = stripRange(sampled(() => 3, 0, 1), [4])
    expect(range.low).toBeLessThan(0)
    expect(range.high).toBeGreaterThan(4)
  })
})

describe('gaps', () => {
  it('reach from the last defined sample to the next', () => {
    expect(gaps(Float64Array.of(1, NaN, NaN, 2, 3, NaN))).toEqual([[0, 3], [4, 5]])
    expect(gaps(Float64Array.of(NaN, 1))).toEqual([[0, 1]])
    expect(gaps(Float64Array.of(1, Infinity, 2))).toEqual([])
  })
})

describe('the drawable line', () => {
  const span = { low: -1, high: 1 }
  it('breaks where the curve is undefined and at a pole, and nowhere else', () => {
    const { at, value } = drawable(Float64Array.of(0, 5, -5, 0, NaN, 0.5), span)
    expect(Array.from(at)).toEqual([0, 1, 1.5, 2, 3, 4, 5])
    expect(Array.from(value, Number.isNaN)).toEqual([false, false, true, false, false, true, false])
  })
  it('keeps what is shown exact and puts the infinite out of sight on its side', () => {
    fc.assert(fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 1 }), (values) => {
      const line = drawable(Float64Array.from(values), span)
      line.at.forEach((i, n) => {
        if (!Number.isInteger(i)) return
        const v = values[i]
        if (v >= -1 && v <= 1) expect(line.value[n]).toBe(v)
        else expect(Math.sign(line.value[n])).toBe(Math.sign(v))
        expect(Math.abs(line.value[n])).toBeLessThanOrEqual(7)
      })
    }))
  })
})
