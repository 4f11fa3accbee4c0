/** Statements true of everything that can stand around a method. */
import { describe, expect, it } from 'vitest'
import { defaults, refuse } from '../../src/core/fields.ts'
import { settingText } from '../../src/core/experiment/link-text.ts'
import { decode, encode } from '../../src/core/experiment/permalink.ts'
import { aboutAround } from '../../src/core/optimizers/around/about.ts'
import { AROUND, aroundById, aroundWith } from '../../src/core/optimizers/around/index.ts'
import { OPTIMIZERS } from '../../src/core/optimizers/index.ts'
import { SCHEDULES } from '../../src/core/optimizers/schedules/index.ts'
import { events } from '../core/explore/helpers.ts'

/** Ids are for ever: links depend on them. Add at the end, never rename. */
const IDS = ['sam', 'max_norm', 'clip_value', 'decoupled_decay', 'average', 'restarts']

it('ids never change', () => {
  expect(AROUND.map((a) => a.id).slice(0, IDS.length)).toEqual(IDS)
  expect(new Set(AROUND.map((a) => a.id)).size).toBe(AROUND.length)
  for (const id of ['toString', '__proto__', '', 'SAM']) expect([aroundById(id), aroundWith(id)]).toEqual([undefined, undefined])
})

it('no setting has the name of a hyper-parameter, of a setting of a schedule or of another entry, so that all stand in one link', () => {
  const taken = new Set([...OPTIMIZERS, ...SCHEDULES].flatMap((o) => Object.keys('hyper' in o ? o.hyper : o.fields)))
  for (const word of ['show', 'schedule', 'rate', ...SCHEDULES.map((s) => s.id)]) taken.add(word)
  for (const { id, fields } of AROUND) {
    for (const name of Object.keys(fields)) {
      expect(taken.has(name), `${name} of ${id}`).toBe(false)
      taken.add(name)
    }
  }
})

it('no restart at all is refused with a sentence, and the run goes as it would without', () => {
  const { value, issues } = decode('landscape=himmelblau&run=gd,restarts:0')
  expect(issues.map(({ says }) => says)).toEqual(['Random restarts: restarts is 0, expected at least 1. Try 6.'])
  expect(value.runs[0]).not.toHaveProperty('around')
})

describe.each(AROUND.map((a) => [a.id, a] as const))('%s', (id, around) => {
  const values = defaults(around.fields)
  const link = (method: string, extra = ''): string => `landscape=himmelblau&run=${method},${id}:${settingText(around.fields[id], values[id])}${extra}&steps=60`

  it('is declared in full, the first field being what switches it on', () => {
    const about = aboutAround(id)
    for (const text of [around.name, about.note, around.short(values)]) expect(text.length).toBeGreaterThan(2)
    expect(about.note).toMatch(/\.$/)
    expect(about.source).toMatch(/\b(1[89]|20)\d\d\b/)
    expect(around.rule(values).length).toBeGreaterThan(0)
    expect(Object.keys(around.fields)[0]).toBe(id)
    for (const [name, field] of Object.entries(around.fields)) {
      expect(refuse(field, name, Number(field.default))).toBeUndefined()
      expect(field.note).toMatch(/\.$/)
    }
  })

  it('fits around every method of formulas, and either fits or says why not around the others; its link comes back', () => {
    for (const method of OPTIMIZERS) {
      const { value: e, issues } = decode(link(method.id))
      if (issues.length > 0) expect(issues.map(({ says }) => says)).toEqual([expect.stringMatching(new RegExp(`${method.name.replaceAll(/[()+]/g, '\\$&')}.*${around.name}.*\\.$`))])
      if ('update' in method) expect(issues).toEqual([])
      expect(e.runs[0].around).toEqual(issues.length > 0 ? undefined : { [id]: values })
      expect(decode(encode(e)).value).toEqual(e)
    }
  })

  it('leaves a run alone whose method it does not fit, and one whose setting is refused', () => {
    const { value, issues } = decode(`landscape=himmelblau&run=gd,${id}:nonsense`)
    expect(value.runs[0]).not.toHaveProperty('around')
    expect(issues).toHaveLength(1)
    expect(issues[0].says).toMatch(/nonsense.*\.$/)
  })

  it('keeps runs deterministic and independent of how far they go', () => {
    const path = (steps: number): number[] => events({ ...decode(link('adam')).value, steps }, undefined, { only: ['runs'] }).flatMap((event) => (event.type === 'path' ? [...event.x] : []))
    const [short, long] = [path(100), path(700)]
    expect(long.slice(0, short.length)).toEqual(short)
    expect(path(100)).toEqual(short)
  })

  it('survives both ends of the range of every setting', () => {
    for (const [name, field] of Object.entries(around.fields)) {
      const ends = field.kind === 'boolean' ? [0, 1] : field.kind === 'choice' ? field.options.keys() : [field.slider[0], field.slider[1]]
      for (const end of ends) {
        const e = decode(link('gd')).value
        const run = { ...e.runs[0], around: { [id]: { ...values, [name]: end } } }
        const ending = events({ ...e, runs: [run] }, undefined, { only: ['runs'] }).find((event) => event.type === 'ending')
        expect(ending?.type === 'ending' && ending.says, `${name} = ${end}`).toMatch(/\.$/)
      }
    }
  })
})
