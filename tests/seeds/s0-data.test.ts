/** What the texts claim about noise, outliers and losses (S0-3), and what is true. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataById } from '../../src/core/data/index.ts'
import { dataSet, fromRows, type DataSet } from '../../src/core/data/data-set.ts'
import { compileEnclosed as compile } from '../../src/core/engine/enclosed.ts'
import { findCritical } from '../../src/core/explore/critical.ts'
import { eigenvalues } from './eigenvalues.ts'
import { read } from '../core/formula/arbitrary.ts'
import { normal } from '../../src/core/math/random.ts'
import { finish } from '../core/explore/helpers.ts'

const outliers = dataById('line_outliers')?.data
if (outliers === undefined) throw new Error('the data set is gone')

/** The minima over w in [-5, 5], from left to right. */
function minima(formula: string, data: DataSet = outliers!): number[] {
  const report = finish(findCritical(compile(read(formula), ['w'], {}, data), ['w'], [[-5, 5]]))
  return report.points.filter((p) => p.kind.endsWith('minimum')).map((p) => p.x[0]).sort((a, b) => a - b)
}

describe('S0-3: "noise and outliers create a multitude of local minima"', () => {
  it('the squared loss of a line keeps its one minimum: six outliers of thirty only move it, from 1.044 to -0.536', () => {
    const [before, ...none] = minima('mean((w*x - clean)^2)')
    const [after, ...nor] = minima('mean((w*x - y)^2)')
    expect([none, nor]).toEqual([[], []])
    expect(before).toBeCloseTo(1.044, 3)
    expect(after).toBeCloseTo(-0.536, 3)
  })

  it("Huber's loss stays near 0.85 with one minimum; Tukey's, which is bounded, has two", () => {
    const huber = minima('mean(huber(w*x - y, 0.4))')
    expect(huber.length).toBe(1)
    expect(huber[0]).toBeCloseTo(0.85, 2)
    const [left, right, ...more] = minima('mean(tukey(w*x - y, 1.345))')
    expect(more).toEqual([])
    expect(left).toBeCloseTo(-2.963, 2)
    expect(right).toBeCloseTo(1.048, 2)
  })

  it('the absolute loss is lowest at 0.94, and as low from there to 0.951: points on both sides pull equally', () => {
    const loss = compile(read('mean(absolute(w*x - y))'), ['w'], {}, outliers)
    const at = Float64Array.from({ length: 10_001 }, (_, i) => -5 + i / 1000)
    const f = new Float64Array(at.length)
    loss.block([at], at.length, f)
    // The rows are written to four digits, which tilts the level stretch by less than this.
    const bottom = Math.min(...f)
    const lowest = [...at].filter((_, i) => f[i] < bottom + 2e-7)
    expect(lowest[0]).toBeCloseTo(0.936, 3)
    expect(lowest.at(-1)).toBeCloseTo(0.951, 3)
    expect(lowest).toContain(at[5940])
  })

  it('a model that is not linear makes a dozen minima without any noise, and noise makes none more', () => {
    const waves = (sd: number): DataSet => fromRows('waves', ['x', 'y'], Array.from({ length: 30 }, (_, k) => {
      const x = -3 + (6 * k) / 29
      return [x, Math.sin(2 * x) + sd * normal(3, k)]
    }))
    const count = (sd: number): number => {
      const report = finish(findCritical(compile(read('mean((sin(w*x) - y)^2)'), ['w'], {}, waves(sd)), ['w'], [[-10, 10]]))
      expect(report.certificate?.certified).toBe(true)
      return report.points.filter((p) => p.kind === 'minimum').length
    }
    const [exact, noisy] = [count(0), count(0.5)]
    expect(exact).toBeGreaterThanOrEqual(12)
    expect(noisy).toBeLessThanOrEqual(exact)
  })

  it('the squared loss of a line has exactly one minimum, whatever the data: 10,000 random sets', () => {
    const formula = read('mean((w*x + b - y)^2)')
    const gradient = new Float64Array(2)
    const hessian = new Float64Array(4)
    let searched = 0
    const value = fc.double({ min: -100, max: 100, noNaN: true })
    fc.assert(fc.property(fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 20 }), (rows) => {
      const columns = ['x', 'y'].map((name, c) => ({ name, values: Float64Array.from(rows, (row) => row[c]) }))
      const loss = compile(formula, ['w', 'b'], {}, dataSet('random', columns))
      loss.hessian(Float64Array.of(0.7, -0.3), gradient, hessian)
      const [low, high] = eigenvalues(hessian)
      expect(low).toBeGreaterThanOrEqual(-1e-12 * high)
      // Where the points do not stand above each other the minimum is single: a sample is searched for others.
      if (low < 0.05 * high || searched >= 20) return
      searched++
      const report = finish(findCritical(loss, ['w', 'b'], [[-400, 400], [-400, 400]]))
      expect(report.points.filter((p) => p.kind !== 'boundary minimum').map((p) => p.kind)).toEqual(['minimum'])
    }), { numRuns: 10_000 })
    expect(searched).toBe(20)
  }, 60_000)
})
