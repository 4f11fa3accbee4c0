import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceOf, countedChance, countLowest, quartilesOf, triesFor, wilson } from '../../../src/core/ensembles/odds.ts'
import { createSweeper } from '../../../src/core/ensembles/sweeper.ts'
import { decode } from '../../../src/core/experiment/permalink.ts'
import { uniform } from '../../../src/core/math/random.ts'
import { explore } from '../../../src/core/explore/explore.ts'
import type { CriticalReport } from '../../../src/core/explore/events.ts'
import { finish } from '../explore/helpers.ts'

describe('tries for 95 %', () => {
  it.each([
    ['sin3_quad', 'gd,lr:0.1', 0.3954, 6],
    ['x2_sin10x', 'gd,lr:0.005', 0.0641, 46],
  ])('%s: starts all over the domain end at the lowest minimum as often as counted elsewhere', (id, run, chance, tries) => {
    const { value: experiment } = decode(`landscape=${id}&steps=400&run=${run}`)
    const [[low, high]] = experiment.domain
    let critical: CriticalReport | undefined
    for (const event of explore(experiment, undefined, { only: ['critical'] })) if (event?.type === 'critical') critical = event
    const points = critical?.points ?? []
    const choice = { run: 0, start: 0, axes: [{ of: 'start.x', low, high, scale: 'linear' }], show: 'verdict', size: 512 } as const
    const ended = finish(createSweeper()({ experiment, choice, critical: points, partial: false }, { shape: [2048], from: 0, to: 2048 }))
    const p = countLowest(ended, points) / ended.fate.length
    expect(Math.abs(p - chance)).toBeLessThan(0.005)
    expect(triesFor(chance)).toBe(tries)
    expect(Math.abs(triesFor(p) - tries)).toBeLessThanOrEqual(0.08 * tries)
  })

  it('are 3 for a chance of 0.71, one for certainty, and without end for none', () => {
    expect([triesFor(0.71), triesFor(1), triesFor(0)]).toEqual([3, 1, Infinity])
  })

  it('are the fewest that do', () => {
    fc.assert(fc.property(fc.double({ min: 1e-3, max: 0.999, noNaN: true }), (p) => {
      const tries = triesFor(p)
      expect(1 - (1 - p) ** tries).toBeGreaterThanOrEqual(0.95 - 1e-12)
      expect(1 - (1 - p) ** (tries - 1)).toBeLessThan(0.95 + 1e-12)
    }))
  })
})

describe('the interval of Wilson', () => {
  it('is that of the literature', () => {
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    for (const [r, n, low, high] of [[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]]) {
      const [from, to] = wilson(r, n)
      expect(from).toBeCloseTo(low, 4)
      expect(to).toBeCloseTo(high, 4)
    }
  })

  it('holds the share that was counted', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, share) => {
      const successes = Math.round(share * trials)
      const [low, high] = wilson(successes, trials)
      expect(low).toBeLessThanOrEqual(successes / trials + 1e-12)
      expect(high).toBeGreaterThanOrEqual(successes / trials - 1e-12)
    }))
  })
})

describe('K tries', () => {
  it('succeed at least once with the chance 1 − (1 − p)^K, as counted by hand for two, and as simulated', () => {
    expect(chanceOf(0.25, 2)).toBeCloseTo(1 - 0.75 * 0.75, 15)
    expect([chanceOf(0, 5), chanceOf(1, 3)]).toEqual([0, 1])
    // F8 of the seeds' functions: .395, .779, .951 for 1, 3, 6 tries.
    expect([1, 3, 6].map((k) => chanceOf(0.3954, k).toFixed(3))).toEqual(['0.395', '0.779', '0.951'])
    const successes = Array.from({ length: 12_000 }, (_, k) => uniform(5, k) < 0.3954)
    for (const k of [1, 3, 6]) {
      const chance = chanceOf(0.3954, k)
      expect(Math.abs(countedChance(successes, k) - chance)).toBeLessThan(3 * Math.sqrt((chance * (1 - chance)) / (12_000 / k)))
    }
  })

  it('are counted in groups, each try in one of them, and what is left over in none', () => {
    expect(countedChance([true, false, false, false, false, true, true], 2)).toBe(2 / 3)
    expect(countedChance([true, false, false, false, false, false, true], 3)).toBe(1 / 2)
    expect(countedChance([true], 2)).toBeNaN()
  })
})

describe('quartiles', () => {
  it('are those of numpy.quantile', () => {
    expect(quartilesOf([7, 1, 3, 10])).toEqual([2.5, 5, 7.75])
    expect(quartilesOf([4, 2, 8, 6, 10])).toEqual([4, 6, 8])
    expect([quartilesOf([3]), quartilesOf([])]).toEqual([[3, 3, 3], [NaN, NaN, NaN]])
  })
})
