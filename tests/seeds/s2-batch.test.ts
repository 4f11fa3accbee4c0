/** S2-6: the noise of mini-batches shrinks with their size. */
import { describe, expect, it } from 'vitest'
import { fromRows } from '../../src/core/data/data-set.ts'
import { sampled } from '../../src/core/experiment/batch.ts'
import { disturbance } from '../../src/core/experiment/disturbance.ts'
import { decode } from '../../src/core/experiment/permalink.ts'
import { resolve } from '../../src/core/experiment/resolve.ts'
import { normal } from '../../src/core/math/random.ts'

const ROWS = 2000
const data = fromRows('a noisy line', ['x', 'y'], Array.from({ length: ROWS }, (_, k) => {
  const x = normal(26, k, 0)
  return [x, 2 * x + 1 + 0.5 * normal(26, k, 1)]
}))

/** Variance of each component of the gradient over batches of `size` at `at`, about the full gradient, over 40 epochs. */
function variance(size: number, at: readonly number[]): number[] {
  const { value: e, issues } = decode(`f=mean((w*x%2Bb-y)^2)&over=w,b&noise=batch,size:${size}`, data)
  expect(issues).toEqual([])
  const resolved = resolve(e)
  const disturb = disturbance(e, 0, () => sampled(resolved, e))
  if (disturb === undefined) throw new Error('no noise')
  const [x, full, gradient] = [Float64Array.from(at), new Float64Array(2), new Float64Array(2)]
  resolved.landscape.gradient(x, full)
  const sum = [0, 0]
  const steps = (40 * ROWS) / size
  for (let t = 0; t < steps; t++) {
    disturb.gradient(x, gradient, t, 0)
    gradient.forEach((g, i) => { sum[i] += (g - full[i]) ** 2 / steps })
  }
  return sum
}

describe('S2-6: the noise of mini-batches', () => {
  const one = variance(1, [0, 0])
  it.each([2, 5, 10, 20, 50])('has a variance in proportion to 1/size: batches of %d, within 10 %%', (size) => {
    variance(size, [0, 0]).forEach((v, i) => expect(Math.abs((v * size) / one[i] - 1)).toBeLessThan(0.1))
  })
  it('shrinks with the gradient, down to what the data cannot explain, and is not the same in all directions', () => {
    const [far, near, at] = [[-18, 1], [0, 1], [2, 1]].map((place) => variance(10, place))
    expect(far[0]).toBeGreaterThan(50 * near[0])
    expect(near[0]).toBeGreaterThan(10 * at[0])
    expect(at[0]).toBeGreaterThan(0)
    // Far off the residual is about 20x, and 2·20x² varies twice as much as 2·20x where x is normal.
    expect(Math.abs(far[0] / far[1] / 2 - 1)).toBeLessThan(0.15)
  })
})
