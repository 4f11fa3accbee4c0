/** S2-5: what random restarts are worth, run by the restarts that the page runs. */
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/core/experiment/permalink.ts'
import type { Experiment } from '../../src/core/experiment/experiment.ts'
import { explore, type Memory } from '../../src/core/explore/explore.ts'

/** Share of `trials`, each with a seed of its own, in which K restarts find a point that `found` accepts. */
function success(link: string, count: number, found: (x: number) => boolean, trials: number): number {
  const { value: e, issues } = decode(`${link},restarts:${count}`)
  expect(issues).toEqual([])
  const memory: Memory = {}
  const lowest = (trial: Experiment): number => {
    let end = NaN
    for (const event of explore(trial, undefined, { only: ['runs'], memory })) if (event?.type === 'path') end = event.x[event.count - 1]
    return end
  }
  let hits = 0
  for (let seed = 0; seed < trials; seed++) if (found(lowest({ ...e, seed }))) hits++
  return hits / trials
}

const near = (...places: readonly number[]) => (x: number): boolean => places.some((place) => Math.abs(x - place) < 0.01)
const sin3 = near(-0.471043)
const ripples = near(-0.153999)
/** The three that tie, and the copy just beyond the window, where one that starts beside it may go. */
const tied = near(-2.439919, -0.701674, 3.843267, 5.581511)

describe('S2-5: K restarts succeed with 1 − (1 − p)^K', () => {
  it.each([
    ['landscape=sin3_quad&steps=60&run=gd,lr:0.1', 1, sin3, 0.3954, 2000],
    ['landscape=sin3_quad&steps=60&run=gd,lr:0.1', 3, sin3, 0.3954, 2000],
    ['landscape=sin3_quad&steps=60&run=gd,lr:0.1', 6, sin3, 0.3954, 2000],
    ['landscape=x2_sin10x&steps=40&run=gd,lr:0.009', 46, ripples, 0.0641, 1000],
    ['landscape=sin_sin3&steps=60&run=gd,lr:0.1', 3, tied, 0.7105, 2000],
  ] as const)('%s with K = %d', (link, count, found, p, trials) => {
    const wanted = 1 - (1 - p) ** count
    expect(Math.abs(success(link, count, found, trials) - wanted)).toBeLessThan(3 * Math.sqrt((wanted * (1 - wanted)) / trials))
  }, 120_000)
  it.each([[0.3954, 6], [0.0641, 46], [0.7105, 3]])('with a chance of %d for one start, %d are the fewest that find it 95 times in 100', (p, count) => {
    expect(1 - (1 - p) ** count).toBeGreaterThanOrEqual(0.95)
    expect(1 - (1 - p) ** (count - 1)).toBeLessThan(0.95)
  })
})
