import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimate } from '../../../src/ui/plot/chart-decimate.ts'

const column = fc.array(fc.oneof({ weight: 9, arbitrary: fc.double({ noNaN: true }) }, { weight: 1, arbitrary: fc.constant(NaN) }),
  { minLength: 1, maxLength: 3000 }).map((v) => Float64Array.from(v))

describe('a decimated line', () => {
  it('keeps the lowest and the highest value of every pixel column', () => {
    fc.assert(fc.property(column, fc.integer({ min: 5, max: 300 }), (values, columns) => {
      const steps = values.length - 1
      const line = decimate(values, values.length, steps, columns)
      const per = Math.max(1, steps) / columns
      const kept = new Set(Array.from(line.value.subarray(0, line.count)))
      for (let c = 0; c < columns; c++) {
        const part = Array.from(values.subarray(Math.ceil(c * per), Math.ceil((c + 1) * per))).filter((v) => !Number.isNaN(v))
        if (part.length === 0) continue
        const low = part.reduce((a, b) => Math.min(a, b))
        const high = part.reduce((a, b) => Math.max(a, b))
        expect(kept.has(low)).toBe(true)
        expect(kept.has(high)).toBe(true)
      }
    }))
  })
  it('goes forward in steps, holds only values of the column, and ends where the column ends', () => {
    fc.assert(fc.property(column, fc.integer({ min: 5, max: 300 }), (values, columns) => {
      const line = decimate(values, values.length, values.length - 1, columns)
      for (let i = 0; i < line.count; i++) {
        expect(Object.is(line.value[i], values[line.step[i]])).toBe(true)
        if (i > 0) expect(line.step[i]).toBeGreaterThanOrEqual(line.step[i - 1])
      }
      const finite = values.findLastIndex((v) => !Number.isNaN(v))
      if (finite >= 0) expect(Array.from(line.step.subarray(0, line.count))).toContain(finite)
    }))
  })
  it('still breaks where the column is not a number', () => {
    const values = new Float64Array(10_000).fill(1)
    values[4321] = NaN
    const line = decimate(values, values.length, values.length, 200)
    expect(Array.from(line.value.subarray(0, line.count)).filter(Number.isNaN)).toHaveLength(1)
  })
  it('is at most five entries a pixel column, whatever its length', () => {
    const values = Float64Array.from({ length: 100_001 }, (_, i) => Math.sin(i))
    expect(decimate(values, values.length, 100_000, 250).count).toBeLessThanOrEqual(5 * 252)
  })
  it('is the column itself where it is short', () => {
    const values = Float64Array.of(3, 1, 2, 0, 0)
    expect(decimate(values, 3, 2, 200)).toMatchObject({ count: 3, value: values })
  })
})
