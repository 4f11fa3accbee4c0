/** Claims of a text on remedies for false minima: what a genetic algorithm and Bayesian optimisation make of sin 3x + x²/2. */
import { describe, expect, it } from 'vitest'
import { entry, searched } from '../core/optimizers/searched.ts'

const SIN3 = entry('sin3_quad')
const GLOBAL = [-1.782932, 0.589531] as const
/** The value of the lowest minimum. */
const LOWEST = -0.876655
/** The widths are shares of the domain, which is six wide. */
const shareOf = (v: number): number => v / 6

describe('S0-8: a genetic algorithm', () => {
  it('of 20 over 30 generations ends in the lowest basin in 0.998 of its runs, with 620 evaluations', () => {
    const runs = 2000
    let found = 0
    for (let seed = 0; seed < runs; seed++) {
      const { x, walk } = searched('ga', SIN3, { seed, steps: 30, start: [3], hyper: { popsize: 20, mutation: shareOf(0.3) } })
      expect(walk.costs.values).toBe(620)
      if (x[0] > GLOBAL[0] && x[0] < GLOBAL[1]) found++
    }
    // Three standard errors of a share of 0.998.
    expect(Math.abs(found / runs - 0.998)).toBeLessThanOrEqual(3 * Math.sqrt((0.998 * 0.002) / runs))
  })
})

describe('S0-8 and S2-10: Bayesian optimisation', () => {
  it('with an RBF of length 0.5, expected improvement and 3 random points comes within 0.01 of the lowest value after about 9 evaluations, 90 % of the time after 11', () => {
    const runs = 300
    const needed = Array.from({ length: runs }, (_, seed) => {
      let after = Infinity
      searched('bayes', SIN3, {
        seed, hyper: { length_scale: shareOf(0.5), n_initial: 3, n_calls: 14 },
        watch: (x, _, t) => { if (SIN3.landscape.value(x) <= LOWEST + 0.01) after = Math.min(after, t) },
      })
      return after
    })
    const within = (count: number): number => needed.filter((n) => n <= count).length / runs
    // Half of all runs need 8 or 9: the share within 8 is 0.54 of 400 runs here, and of the same method written in NumPy (RBF 0.5, values
    // standardised, EI on a grid of 601) 0.44 of 200 and 0.52 of 300 others. So the claim holds as far as 300 runs can tell.
    const noise = (share: number): number => 3 * Math.sqrt((share * (1 - share)) / runs)
    expect(within(8)).toBeLessThanOrEqual(0.5 + noise(0.5))
    expect(within(9)).toBeGreaterThanOrEqual(0.5 - noise(0.5))
    expect(within(11)).toBeGreaterThanOrEqual(0.9 - noise(0.9))
  })
})
