import { describe, expect, it } from 'vitest'
import { conditioned } from '../../../src/core/math/gaussian-regression.ts'

describe('a Gaussian process', () => {
  const points = Float64Array.of(0.1, 0.2, 0.5, 0.9, 0.8, 0.3, 0.45, 0.4)
  const values = Float64Array.of(1, -0.5, 0.25, -1)

  it('has the mean and deviation of the textbook formula, as numpy 2.4 computes it with an inverse', () => {
    const { at, jitter } = conditioned(points, values, 2, { length: 0.3, variance: 1.7, jitter: 1e-3 })
    const places = Float64Array.of(0.1, 0.2, 0.3, 0.3, 0.9, 0.95)
    const means = [0.998898567754029, -0.23138038153120377, -0.056827308040939994]
    const sds = [0.03161125135039372, 0.36720117317613404, 1.1849945878323607]
    for (const k of [0, 1, 2]) {
      const { mean, sd } = at(places, 2 * k)
      expect(mean).toBeCloseTo(means[k], 12)
      expect(sd).toBeCloseTo(sds[k], 10)
    }
    expect(jitter).toBe(1e-3)
  })

  it('passes through its values without jitter, and knows nothing far away', () => {
    const { at } = conditioned(points, values, 2, { length: 0.1, variance: 2, jitter: 0 })
    for (const k of [0, 1, 2, 3]) {
      expect(at(points, 2 * k).mean).toBeCloseTo(values[k], 10)
      expect(at(points, 2 * k).sd).toBeLessThan(1e-6)
    }
    const far = at(Float64Array.of(50, 50))
    expect([far.mean, far.sd]).toEqual([0, Math.sqrt(2)])
  })

  it('adds the least jitter that a singular matrix needs, and says how much', () => {
    const twice = conditioned(Float64Array.of(0.5, 0.5), Float64Array.of(1, 3), 1, { length: 0.1, variance: 1, jitter: 0 })
    expect(twice.jitter).toBeGreaterThan(0)
    expect(twice.jitter).toBeLessThan(1e-9)
    expect(twice.at(Float64Array.of(0.5)).mean).toBeCloseTo(2, 3)
  })

  it('refuses values that are not finite instead of looking for a jitter for ever', () => {
    const kernel = { length: 1, variance: 1, jitter: 0 }
    for (const bad of [NaN, Infinity]) {
      expect(() => conditioned(Float64Array.of(0.5), Float64Array.of(bad), 1, kernel)).toThrow(RangeError)
      expect(() => conditioned(Float64Array.of(bad), Float64Array.of(1), 1, kernel)).toThrow(RangeError)
    }
  })
})
