/** S2-11: an ensemble averages what its networks say. The average of their weights is another network, and a poor one. */
import { describe, expect, it } from 'vitest'
import { normal, uniform } from '../../src/core/math/random.ts'
import { answers, error, fresh, train, weightsOf, type Rows, type Shape } from './network.ts'

const SHAPE: Shape = { inputs: 2, width: 16, activation: 'tanh' }

/** Two half moons with noise of sd 0.1, told apart by ±1. */
function moons(count: number): Rows {
  const places = Array.from({ length: count }, (_, i) => {
    const [angle, upper] = [Math.PI * uniform(11, i, 0), i % 2 === 0]
    const [x, y] = upper ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)]
    return [x + 0.1 * normal(11, i, 1), y + 0.1 * normal(11, i, 2)]
  })
  return { x: Float64Array.from(places.flat()), y: Float64Array.from(places, (_, i) => (i % 2 === 0 ? 1 : -1)) }
}

describe('S2-11: two 2-16-1 networks that were trained from other weights', () => {
  const rows = moons(100)
  const weights = fresh(SHAPE, 4, 5)
  train(SHAPE, weights, rows, { lr: 0.03, steps: 800 })
  const n = weightsOf(SHAPE)

  it.each([[0, 1], [2, 3], [0, 3]])('networks %d and %d: the average of their answers is as good as they are, that of their weights more than ten times worse', (one, other) => {
    const [first, second] = [one, other].map((net) => answers(SHAPE, weights, rows, net))
    const together = error(first.map((v, i) => (v + second[i]) / 2), rows)
    expect(together).toBeLessThanOrEqual((error(first, rows) + error(second, rows)) / 2)
    expect(together).toBeLessThan(0.1)
    const middle = weights.slice(one * n, (one + 1) * n).map((w, k) => (w + weights[other * n + k]) / 2)
    expect(error(answers(SHAPE, middle, rows), rows) / together).toBeGreaterThan(10)
  })
})
