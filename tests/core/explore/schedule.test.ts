/** Runs whose rate changes: what they do at each step, and what is said of them. */
import { describe, expect, it } from 'vitest'
import { freshSchedule } from '../../../src/core/experiment/schedule.ts'
import type { Experiment, ScheduleChoice } from '../../../src/core/experiment/experiment.ts'
import { samePath } from '../../../src/core/explore/since.ts'
import { endings, events, experiment, type RunSpec } from './helpers.ts'

function scheduled(land: string, start: readonly number[], run: RunSpec, steps: number, schedule: ScheduleChoice): Experiment {
  const e = experiment(land, start, [run], steps)
  return { ...e, runs: e.runs.map((r) => ({ ...r, schedule })) }
}
const typed = (text: string): ScheduleChoice => ({ kind: 'formula', text })
const path = (e: Experiment): number[] => events(e, undefined, { only: ['runs'] }).flatMap((event) => (event.type === 'path' ? [...event.x] : []))

describe('a schedule', () => {
  it('gives each step its own rate: 0 is the first', () => {
    const x = path(scheduled('square', [1], ['gd', { lr: 0.1 }], 3, typed('lr*(1 + t)')))
    // x² has slope 2x.
    expect(x).toEqual([1, 1 - 0.1 * 2, 0.8 - 0.2 * 1.6, (0.8 - 0.2 * 1.6) - (0.1 * 3) * (2 * (0.8 - 0.2 * 1.6))])
  })

  it('changes the rate of methods with code, too', () => {
    const x = path(scheduled('square', [1], ['newton', { lr: 1 }], 2, typed('if(t < 1, lr/2, lr)')))
    expect(x).toEqual([1, 0.5, 0])
  })

  it('is the same run however it is sliced, and another run than without it', () => {
    const e = scheduled('himmelblau', [0.6, 4.9], ['adam', { lr: 0.3 }], 3000, freshSchedule('warm_restarts', 0.3, 3000))
    expect(path(e).slice(0, 2 * 501)).toEqual(path({ ...e, steps: 500 }))
    const plain = { ...e, runs: e.runs.map(({ optimizer, hyper, shown }) => ({ optimizer, hyper, shown })) }
    const key = { run: 0, start: 0 }
    expect([samePath(e, structuredClone(e), key), samePath(e, plain, key), samePath(plain, e, key)]).toEqual([true, false, false])
  })

  it('that goes negative climbs, as the rule says', () => {
    const x = path(scheduled('square', [1], ['gd', { lr: 0.1 }], 2, typed('lr*(1 - 2*t)')))
    expect(x[1]).toBeLessThan(1)
    expect(x[2]).toBeGreaterThan(x[1])
    const [ending] = endings(scheduled('square', [1], ['gd', { lr: 0.1 }], 2, typed('lr*(1 - 2*t)')))
    expect(ending.says).toMatch(/The schedule gives step 2 a negative rate, −0\.1: such a step climbs\.$/)
  })

  it('that has no rate for a step ends the run with a sentence that names it', () => {
    const [ending] = endings(scheduled('square', [1], ['gd', { lr: 0.1 }], 20, typed('lr*sqrt(3 - t)')))
    expect(ending).toMatchObject({ ending: 'undefined', verdict: 'undefined', step: 5, steps: 5 })
    expect(ending.says).toBe('The schedule lr*sqrt(3 - t) gives step 5 no finite rate: at t = 4 it is undefined.')
  })

  it('that ends at 0 on a slope holds the run there, and the verdict says so', () => {
    const [ending] = endings(scheduled('square', [1], ['gd', { lr: 0.01 }], 60, freshSchedule('polynomial', 0.01, 30)))
    expect(ending.says).toBe('The schedule has brought $\\eta$ to 0 on a slope. Let it fall later, or start from a larger $\\eta$.')
  })

  it('is measured against the stable limit by the rate of the step in question', () => {
    const [ending] = endings(scheduled('square', [1], ['gd', { lr: 0.1 }], 200, typed('if(t < 5, lr, 1.5)')))
    expect(ending.says).toMatch(/\$\\eta\$ = 1\.5 is over \$2\/\\lambda_\{max\}\$ = 1\./)
  })
})
