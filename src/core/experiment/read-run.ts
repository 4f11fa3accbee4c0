/** The `run=` parts of a link. */
import type { Values } from '../fields.ts'
import type { Issue } from '../issue.ts'
import { unsuited } from '../optimizers/around/around.ts'
import { AROUND, aroundWith } from '../optimizers/around/index.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'
import { scheduleById } from '../optimizers/schedules/index.ts'
import { readRate } from '../optimizers/schedules/rate.ts'
import { RUN_LIMIT, type Run, type ScheduleChoice } from './experiment.ts'
import { methodOf } from './methods.ts'
import type { ReadMethods } from './read-method.ts'
import { readSettings } from './read-settings.ts'
import { refuseScheduled, SCHEDULE_IDS } from './schedule.ts'
import { unknownOptimizer, unknownWord } from './validate.ts'
import { shown } from './words.ts'

/** The list written down; empty for `run=none`; undefined where there is none, or nothing of it can be used. */
export function readRuns(texts: readonly string[], methods: ReadMethods, issues: Issue[]): readonly Run[] | undefined {
  if (texts.length === 0) return undefined
  const named = texts.filter((text) => text.trim() !== 'none')
  const tell = (says: string): void => void issues.push({ about: 'run', says })
  if (named.length === 0) return []
  if (named.length < texts.length) tell('The link has run=none and other runs as well. The other runs are used.')
  if (named.length > RUN_LIMIT) tell(`The link has ${named.length} runs; the limit is ${RUN_LIMIT}. The first ${RUN_LIMIT} are used.`)
  const runs = named.slice(0, RUN_LIMIT).flatMap((text, i) => readRun(text, methods, `run[${i}]`, issues) ?? [])
  return runs.length > 0 ? runs : undefined
}

/** A typed rate is the last setting and may have commas, which separate settings before it. */
const RATE = /,\s*rate\s*:([^]*)$/

/** `adam,lr:0.18,sam:0.05,show:0,schedule:cosine,T_max:50`. What is refused keeps its default. */
function readRun(text: string, { methods, called }: ReadMethods, about: string, issues: Issue[]): Run | undefined {
  const rate = RATE.exec(text)
  const [written, ...settings] = text.slice(0, rate?.index).split(',').map((piece) => piece.trim())
  const id = called.get(written) ?? written
  const optimizer = methodOf({ methods }, id)
  if (optimizer === undefined) {
    issues.push({ about, says: unknownOptimizer(id, { methods }) })
    return undefined
  }
  const kind = settings.map(named).findLast(([name]) => name === 'schedule')?.[1]
  const entry = kind === undefined ? undefined : scheduleById(kind)
  const ofSchedule = (setting: string): boolean => entry !== undefined && Object.hasOwn(entry.fields, named(setting)[0])
  const ofAround = (setting: string): boolean => aroundWith(named(setting)[0]) !== undefined
  let visible = true
  const other = (name: string, value: string, tell: (says: string) => void): boolean => {
    if (name === 'schedule') return true
    if (name !== 'show') return false
    if (value === '0' || value === '1') visible = value === '1'
    else tell(`show is ${shown(value)}, expected 0 or 1. The run is shown.`)
    return true
  }
  const owner = { name: optimizer.name, calls: 'hyper-parameter', about, fields: optimizer.hyper, other }
  const hyper = readSettings(owner, settings.filter((setting) => !ofSchedule(setting) && !ofAround(setting)), issues)
  const choice = readSchedule({ kind, rate: rate?.[1].trim(), settings: settings.filter(ofSchedule), about }, issues)
  const refused = choice && refuseScheduled(optimizer)
  if (refused !== undefined) issues.push({ ...refused, about: `${about}.schedule` })
  const around = readAround(settings.filter(ofAround), optimizer, about, issues)
  return { optimizer: id, hyper, ...(around && { around }), ...(choice && refused === undefined && { schedule: choice }), shown: visible }
}

/** What stands around the method; undefined where nothing does. What is refused is left out. */
function readAround(settings: readonly string[], method: Optimizer, about: string, issues: Issue[]): Run['around'] {
  const chosen: [string, Values][] = []
  for (const entry of AROUND) {
    const { id, name, fields } = entry
    const own = settings.filter((setting) => Object.hasOwn(fields, named(setting)[0]))
    if (own.length === 0) continue
    let refused = own.every((setting) => named(setting)[0] !== id)
    if (refused) issues.push({ about: `${about}.${id}`, says: `${named(own[0])[0]} belongs to ${id}, which the run does not have. Write ${id} as well.` })
    const values = refused ? {} : readSettings({ name, calls: 'setting', about, fields, refused: (field) => (refused ||= field === id) }, own, issues)
    const misfit = unsuited(entry, method)
    if (misfit !== undefined) issues.push({ about: `${about}.${id}`, says: misfit })
    if (!refused && misfit === undefined) chosen.push([id, values])
  }
  return chosen.length === 0 ? undefined : Object.fromEntries(chosen)
}

interface ScheduleParts {
  readonly kind: string | undefined
  readonly rate: string | undefined
  readonly settings: readonly string[]
  readonly about: string
}

/** The schedule written down; undefined where the rate stays, or what is written is no schedule. */
function readSchedule({ kind, rate, settings, about }: ScheduleParts, issues: Issue[]): ScheduleChoice | undefined {
  const tell = (name: string, says: string): void => void issues.push({ about: `${about}.${name}`, says })
  if (kind === 'formula') {
    const typed = readRate(rate ?? '')
    if (typed.ok) return { kind: 'formula', text: rate ?? '' }
    tell('rate', `The rate cannot be read, so it stays constant: ${typed.issues[0].says}`)
    return undefined
  }
  if (rate !== undefined) tell('rate', 'A rate belongs to schedule:formula. Write schedule:formula,rate:lr/(1 + t/10).')
  if (kind === undefined || kind === 'constant') return undefined
  const entry = scheduleById(kind)
  if (entry === undefined) {
    tell('schedule', unknownWord('schedule', kind, SCHEDULE_IDS).says)
    return undefined
  }
  const owner = { name: `The schedule "${entry.name}"`, calls: 'setting', about, fields: entry.fields }
  return { kind: 'catalogue', id: entry.id, values: readSettings(owner, settings, issues) }
}

/** Name and value of a setting. */
function named(setting: string): readonly [string, string] {
  const colon = setting.indexOf(':')
  return colon < 0 ? [setting, ''] : [setting.slice(0, colon).trim(), setting.slice(colon + 1).trim()]
}
