import { describe, expect, test } from 'vitest'
import { hash, normal, uniform } from '../../../src/core/math/random.ts'

const COUNT = 20_000
const moments = (values: number[]): { mean: number; variance: number } => {
  const mean = values.reduce((s, v) => s + v, 0) / values.length
  return { mean, variance: values.reduce((s, v) => s + (v - mean) ** 2, 0) / values.length }
}

describe('random numbers without state', () => {
  test('the same seed and keys give the same number, other keys another', () => {
    expect(uniform(1, 2, 3)).toBe(uniform(1, 2, 3))
    const seen = new Set<number>()
    for (let seed = 0; seed < 20; seed++) for (let i = 0; i < 20; i++) for (let j = 0; j < 20; j++) seen.add(uniform(seed, i, j))
    expect(seen.size).toBe(8000)
    expect(hash(1, 2)).not.toBe(hash(2, 1))
    expect(hash(2 ** 40)).not.toBe(hash(0))
    expect(hash(1)).not.toBe(hash(1, 0))
  })

  test('uniform numbers fill [0, 1) evenly, also along neighbouring keys', () => {
    const values = Array.from({ length: COUNT }, (_, i) => uniform(7, i))
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...values)).toBeLessThan(1)
    const { mean, variance } = moments(values)
    expect(mean).toBeCloseTo(0.5, 1.5)
    expect(variance).toBeCloseTo(1 / 12, 2)
    const bins = new Array<number>(20).fill(0)
    for (const v of values) bins[Math.floor(v * 20)]++
    const chi = bins.reduce((s, n) => s + (n - COUNT / 20) ** 2 / (COUNT / 20), 0)
    expect(chi).toBeLessThan(43.8) // 19 degrees of freedom, 0.1 %
    const products = values.slice(1).map((v, i) => (v - 0.5) * (values[i] - 0.5))
    expect(Math.abs(moments(products).mean)).toBeLessThan(0.003)
  })

  test('normal numbers have mean 0, variance 1 and normal tails', () => {
    const values = Array.from({ length: COUNT }, (_, i) => normal(3, 1, i))
    const { mean, variance } = moments(values)
    expect(Math.abs(mean)).toBeLessThan(0.03)
    expect(Math.abs(variance - 1)).toBeLessThan(0.04)
    const beyond = values.filter((v) => Math.abs(v) > 1.959964).length / COUNT
    expect(Math.abs(beyond - 0.05)).toBeLessThan(0.006)
    expect(values.every(Number.isFinite)).toBe(true)
  })
})
