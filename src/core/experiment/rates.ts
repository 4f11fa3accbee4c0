/** The learning rates that a run's schedule gives. */
import type { Values } from '../fields.ts'
import { scheduleById } from '../optimizers/schedules/index.ts'
import { compileRate, type RateOf } from '../optimizers/schedules/compile-rate.ts'
import { formulasOf, readRate } from '../optimizers/schedules/rate.ts'
import type { Run } from './experiment.ts'

/** The rate of every step of a valid run; undefined where it stays the same. */
export function rateOf({ hyper, schedule }: Run): RateOf | undefined {
  if (schedule === undefined) return undefined
  if (schedule.kind === 'formula') {
    const typed = readRate(schedule.text)
    return typed.ok ? compileRate(typed.value, hyper.lr) : undefined
  }
  const entry = scheduleById(schedule.id)
  return entry && compileRate(formulasOf(entry), hyper.lr, schedule.values)
}

/** The hyper-parameters as they are at step `t`, 0 for the first. */
export function hyperAt(run: Run, t: number): Values {
  const rate = rateOf(run)
  return rate === undefined ? run.hyper : { ...run.hyper, lr: rate(t) }
}
