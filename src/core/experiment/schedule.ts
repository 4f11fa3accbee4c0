/** The schedule of a run: its name, its link text, and when two are the same. */
import { defaults } from '../fields.ts'
import type { Issue } from '../issue.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'
import { scheduleById, SCHEDULES } from '../optimizers/schedules/index.ts'
import type { ScheduleChoice } from './experiment.ts'
import { settingText } from './link-text.ts'

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
