/** Statements true of every schedule of the catalogue. */
import { describe, expect, it } from 'vitest'
import { defaults, refuse } from '../../src/core/fields.ts'
import { sliderEnds } from '../fields.ts'
import { freeNames } from '../../src/core/formula/names.ts'
import { OPTIMIZERS } from '../../src/core/optimizers/index.ts'
import { aboutSchedule } from '../../src/core/optimizers/schedules/about.ts'
import { SCHEDULES, scheduleById } from '../../src/core/optimizers/schedules/index.ts'
import { compileRate } from '../../src/core/optimizers/schedules/compile-rate.ts'
import { formulasOf, readRate } from '../../src/core/optimizers/schedules/rate.ts'

/** Ids are for ever: links depend on them. Add at the end, never rename. */
const IDS = [
  'step', 'multistep', 'exponential', 'cosine', 'warm_restarts', 'triangular', 'triangular2', 'exp_range',
  'one_cycle', 'linear', 'polynomial', 'inverse', 'inverse_sqrt',
]

it('ids never change', () => {
  expect(SCHEDULES.map((s) => s.id).slice(0, IDS.length)).toEqual(IDS)
  expect(new Set(SCHEDULES.map((s) => s.id)).size).toBe(SCHEDULES.length)
  for (const id of ['toString', '__proto__', '', 'formula', 'constant']) expect(scheduleById(id)).toBeUndefined()
})

it('no setting has the name of a hyper-parameter, so that both stand in one link', () => {
  const taken = new Set([...OPTIMIZERS.flatMap((o) => Object.keys(o.hyper)), 'show', 'schedule', 'rate'])
  for (const { id, fields } of SCHEDULES) for (const name of Object.keys(fields)) expect(taken.has(name), `${name} of ${id}`).toBe(false)
})

describe.each(SCHEDULES.map((s) => [s.id, s] as const))('%s', (_, schedule) => {
  const formulas = formulasOf(schedule)

  it('is declared in full: names, a source, formulas of what is known, the last of them the rate', () => {
    for (const text of [schedule.name, aboutSchedule(schedule.id)?.source]) expect(text?.length).toBeGreaterThan(1)
    expect(aboutSchedule(schedule.id)?.note).toMatch(/\.$/)
    expect(formulas.at(-1)?.name).toBe('rate')
    for (const [i, { expression }] of formulas.entries()) {
      const known = ['t', 'lr', ...Object.keys(schedule.fields), ...formulas.slice(0, i).map((f) => f.name)]
      for (const name of freeNames(expression)) expect(known).toContain(name)
    }
  })

  it('has settings whose defaults, sliders and suited values are allowed', () => {
    const suited = schedule.suited?.(0.3, 0) ?? {}
    for (const name of Object.keys(suited)) expect(Object.keys(schedule.fields)).toContain(name)
    for (const [name, field] of Object.entries(schedule.fields)) {
      for (const value of [Number(field.default), suited[name] ?? Number(field.default)]) expect(refuse(field, name, value)).toBeUndefined()
      expect(field.note).toMatch(/\.$/)
      if (field.kind === 'number') for (const end of field.slider) expect(refuse(field, name, end)).toBeUndefined()
    }
  })

  it('gives a rate from 0 to the largest there is, at every step and both ends of every setting', () => {
    const ends = Object.entries(schedule.fields).flatMap(([name, field]) =>
      sliderEnds(field).map((end) => ({ ...defaults(schedule.fields), [name]: end })))
    for (const values of [defaults(schedule.fields), ...ends]) {
      const rate = compileRate(formulas, 0.5, values)
      const most = Math.max(0.5, values.max_lr ?? 0, values.base_lr ?? 0, values.eta_min ?? 0, values.max_lr / values.div_factor || 0)
      for (const t of [0, 1, 2, 7, 30, 49, 50, 51, 199, 200, 5000]) {
        expect(rate(t), `t = ${t}, ${JSON.stringify(values)}`).toBeGreaterThanOrEqual(0)
        expect(rate(t), `t = ${t}, ${JSON.stringify(values)}`).toBeLessThanOrEqual(most * (1 + 1e-12))
      }
    }
  })
})

describe('a typed rate', () => {
  it('knows t and lr', () => {
    const typed = readRate('lr*min(1, (t + 1)/10)')
    if (!typed.ok) throw new Error(typed.issues[0].says)
    expect([0, 4, 20].map(compileRate(typed.value, 0.5))).toEqual([0.05, 0.25, 0.5])
  })
  it.each([['lr*steps', /only t, the step, and lr, the run’s rate, not steps/], ['lr*(', /./], ['', /./], ['mean(t)', /no rows of data, so mean/]])('is refused as %s', (text, sentence) => {
    const typed = readRate(text)
    expect(typed.ok).toBe(false)
    expect(typed.issues[0].says).toMatch(sentence)
  })
})
