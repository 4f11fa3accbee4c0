/** The schedule of a run: the rates it gives, its link text, and when two are the same. */
import { defaults, type Values } from '../fields.ts'
import type { Issue } from '../issue.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'
import { scheduleById, SCHEDULES } from '../optimizers/schedules/index.ts'
import { compileRate, formulasOf, readRate, type RateOf } from '../optimizers/schedules/rate.ts'
import type { Run, ScheduleChoice } from './experiment.ts'
import { settingText } from './link-text.ts'

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

/** What a schedule is called in sentences and menus: `Cosine`, or the formula somebody typed. */
export function scheduleName(schedule: ScheduleChoice): string {
  return schedule.kind === 'formula' ? schedule.text : (scheduleById(schedule.id)?.name ?? schedule.id)
}

/**
 * The schedule with the settings that suit a run of so many steps at rate `lr`; a formula to begin with for `formula`. An id that is not
 * in the catalogue gives a schedule that `validate` refuses.
 */
export function freshSchedule(id: string, lr: number, steps: number): ScheduleChoice {
  if (id === 'formula') return { kind: 'formula', text: 'lr/(1 + t/10)' }
  const entry = scheduleById(id)
  return { kind: 'catalogue', id, values: entry === undefined ? {} : { ...defaults(entry.fields), ...entry.suited?.(lr, steps) } }
}

/** What stands in a link after the other settings of the run, before its percent-escapes; a typed rate comes last and may have commas. */
export function scheduleText(schedule: ScheduleChoice): string {
  if (schedule.kind === 'formula') return `,schedule:formula,rate:${schedule.text}`
  const fields = Object.entries(scheduleById(schedule.id)?.fields ?? {})
  const differs = fields.filter(([name, field]) => !Object.is(schedule.values[name], Number(field.default)))
  return `,schedule:${schedule.id}${differs.map(([name, field]) => `,${name}:${settingText(field, schedule.values[name])}`).join('')}`
}

/** Whether a run's rate changes in the same way. */
export function sameSchedule(a: ScheduleChoice | undefined, b: ScheduleChoice | undefined): boolean {
  if (a === b) return true
  return a !== undefined && b !== undefined && a.kind === b.kind && scheduleText(a) === scheduleText(b)
}

/** Why a method takes no schedule; undefined where it takes one. */
export function refuseScheduled(method: Optimizer): Issue | undefined {
  if (Object.hasOwn(method.hyper, 'lr')) return undefined
  return { about: 'schedule', says: `${method.name} has no learning rate, so it takes no schedule. Leave the schedule out.` }
}

/** The ids that a link may name. */
export const SCHEDULE_IDS: readonly string[] = [...SCHEDULES.map((s) => s.id), 'formula', 'constant']
