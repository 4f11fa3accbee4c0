/** Every schedule against torch.optim.lr_scheduler, and two methods under a schedule: the numbers are PyTorch's. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Experiment, Run, ScheduleChoice } from '../../src/core/experiment/experiment.ts'
import { experimentOn } from '../../src/core/experiment/create.ts'
import { rateOf } from '../../src/core/experiment/rates.ts'
import { explore } from '../../src/core/explore/explore.ts'
import { defaults, type Values } from '../../src/core/fields.ts'
import { optimizerById } from '../../src/core/optimizers/index.ts'
import { scheduleById } from '../../src/core/optimizers/schedules/index.ts'

type Params = Readonly<Record<string, number | string | boolean | readonly number[]>>
interface File {
  readonly default_steps: readonly number[]
  readonly schedules: readonly { readonly scheduler: string; readonly params: Params; readonly base_lr: number; readonly lr: readonly number[] }[]
  readonly optimizer_with_schedule: readonly {
    readonly objective: string
    readonly optimizer: string
    readonly params: Values
    readonly scheduler: string
    readonly scheduler_params: Params
    readonly start: readonly number[]
    readonly lr_first: readonly number[]
    readonly x: readonly (readonly number[])[]
  }[]
}

const file = JSON.parse(readFileSync(new URL('trajectories.json', import.meta.url), 'utf8')) as File

const IDS: Readonly<Record<string, string>> = {
  StepLR: 'step', MultiStepLR: 'multistep', ExponentialLR: 'exponential', CosineAnnealingLR: 'cosine', CosineAnnealingWarmRestarts: 'warm_restarts',
  OneCycleLR: 'one_cycle', LinearLR: 'linear', PolynomialLR: 'polynomial',
}

/** PyTorch's call as a schedule of ours. */
function ours(scheduler: string, params: Params): ScheduleChoice {
  const id = scheduler === 'CyclicLR' ? String(params.mode) : IDS[scheduler]
  const values = Object.entries(params).flatMap(([name, value]): (readonly [string, number])[] => {
    if (name === 'mode' || name === 'cycle_momentum') return []
    if (name === 'anneal_strategy') return [[name, value === 'linear' ? 1 : 0]]
    if (typeof value === 'object') return value.map((v, i) => [`m${i + 1}`, v] as const)
    return [[name, Number(value)]]
  })
  const fields = scheduleById(id)!.fields
  const all = { ...defaults(fields), ...Object.fromEntries(values) }
  expect(Object.keys(all)).toEqual(Object.keys(fields))
  return { kind: 'catalogue', id, values: all }
}

function runOf(optimizer: string, hyper: Values, schedule: ScheduleChoice): Run {
  return { optimizer, hyper: { ...defaults(optimizerById(optimizer)!.hyper), ...hyper }, schedule, shown: true }
}

describe('the rate of every step', () => {
  it.each(file.schedules.map((s) => [`${s.scheduler} ${JSON.stringify(s.params)}`, s] as const))('%s', (_, { scheduler, params, base_lr: lr, lr: wanted }) => {
    const rate = rateOf(runOf('gd', { lr }, ours(scheduler, params)))!
    expect(wanted.length).toBeGreaterThan(90)
    for (const [t, there] of wanted.entries()) expect(Math.abs(rate(t) - there), `step ${t}: ${rate(t)}, PyTorch has ${there}`).toBeLessThanOrEqual(1e-14)
  })
})

describe('a method under a schedule', () => {
  const named: Readonly<Record<string, string>> = { sgd_momentum: 'momentum', adam: 'adam' }
  it.each(file.optimizer_with_schedule.map((s) => [`${s.optimizer} with ${s.scheduler} on ${s.objective}`, s] as const))('%s', (_, s) => {
    const run = runOf(named[s.optimizer], s.params, ours(s.scheduler, s.scheduler_params))
    const e: Experiment = { ...experimentOn(s.objective), starts: [s.start], runs: [run], steps: 200 }
    const x: number[][] = []
    for (const event of explore(e, undefined, { only: ['runs'] })) {
      if (event?.type === 'path') for (let k = 0; k < event.count; k++) x.push([...event.x.subarray(2 * k, 2 * k + 2)])
    }
    const rate = rateOf(run)!
    for (const [t, lr] of s.lr_first.entries()) expect(Math.abs(rate(t) - lr)).toBeLessThanOrEqual(1e-14)
    for (const [row, point] of s.x.entries()) {
      for (const [i, there] of point.entries()) {
        expect(Math.abs(x[file.default_steps[row]][i] - there) / Math.max(1, Math.abs(there)), `step ${file.default_steps[row]}`).toBeLessThanOrEqual(1e-9)
      }
    }
  })
})
