/** S2-5: what random restarts are worth, run by the restarts that the page runs. */
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/core/experiment/permalink.ts'
import type { Experiment } from '../../src/core/experiment/experiment.ts'
import { explore, type Memory } from '../../src/core/explore/explore.ts'

const TRIALS = 2000

/** Share of the trials, each with a seed of its own, in which K restarts find a point that `found` accepts. */
function success(link: string, count: number, found: (x: number) => boolean): number {
  const { value: e, issues } = decode(`${link},restarts:${count}`)
  expect(issues).toEqual([])
  const memory: Memory = {}
  const lowest = (trial: Experiment): number => {
    let end = NaN
    for (const event of explore(trial, undefined, { only: ['runs'], memory })) if (event?.type === 'path') end = event.x[event.count - 1]
    return end
  }
  let hits = 0
  for (let seed = 0; seed < TRIALS; seed++) if (found(lowest({ ...e, seed }))) hits++
  return hits / TRIALS
}

const global = (x: number): boolean => Math.abs(x + 0.471043) < 0.01

describe('S2-5: K restarts succeed with 1 − (1 − p)^K', () => {
  it.each([[1, 0.395], [3, 0.779], [6, 0.951]])('sin 3x + x²/2 with K = %d: %d', (count, wanted) => {
    const share = success('landscape=sin3_quad&steps=60&run=gd,lr:0.1', count, global)
    expect(Math.abs(share - wanted)).toBeLessThan(3 * Math.sqrt((wanted * (1 - wanted)) / TRIALS))
  }, 120_000)
})
