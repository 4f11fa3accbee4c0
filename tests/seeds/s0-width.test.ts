/** S0-5: whether more hidden units make a network more prone to poor minima. It is the other way round. */
import { describe, expect, it } from 'vitest'
import { normal, uniform } from '../../src/core/math/random.ts'
import { answers, error, fresh, train, type Rows, type Shape } from './network.ts'

const SEEDS = 30
/** y = x² + N(0, 2²) at `count` places of [-5, 5]: nothing can be told below the variance of the noise, 4. */
function parabola(seed: number, count: number): Rows {
  const x = Float64Array.from({ length: count }, (_, i) => -5 + 10 * uniform(seed, i, 0))
  return { x, y: x.map((v, i) => v * v + 2 * normal(seed, i, 1)) }
}
const rows = parabola(1, 100)
const others = parabola(2, 1000)

/** Mean squared errors of 30 networks of `width` ReLUs after 1000 steps of Adam at rate 0.01, on what they were trained on and on other rows. */
function errors(width: number): { readonly trained: number[]; readonly tested: number[] } {
  const shape: Shape = { inputs: 1, width, activation: 'relu' }
  const weights = fresh(shape, SEEDS, 3)
  train(shape, weights, rows, { lr: 0.01, steps: 1000 })
  const of = (on: Rows): number[] => Array.from({ length: SEEDS }, (_, net) => error(answers(shape, weights, on, net), on))
  return { trained: of(rows), tested: of(others) }
}

describe('S0-5: a 1-w-1 network on x² with noise, 30 seeds', () => {
  const widths = [1, 2, 3, 10].map(errors)
  const good = widths.map(({ trained }) => trained.filter((e) => e < 6).length)

  it('of width 1 none comes below 6, of width 10 all do', () => {
    expect(good[0]).toBe(0)
    expect(good[3]).toBe(SEEDS)
  })
  it.each([[1, 2, 0.23], [2, 3, 0.53]])('in between it is a share that grows with the width (%#)', (i, _width, share) => {
    expect(good[i]).toBeGreaterThan(good[i - 1])
    expect(good[i]).toBeLessThan(good[i + 1])
    expect(Math.abs(good[i] / SEEDS - share)).toBeLessThan(3 * Math.sqrt((share * (1 - share)) / SEEDS))
  })
  it('on other rows no width comes below the noise by more than chance', () => {
    // The mean of 1000 squares of noise of variance 4 has a standard deviation of 4·√(2/1000).
    const floor = 4 - 3 * 4 * Math.sqrt(2 / 1000)
    for (const { tested } of widths) expect(Math.min(...tested)).toBeGreaterThan(floor)
  })
})
