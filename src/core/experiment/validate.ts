/** Whether an experiment is one that may be: every rule once, for the verbs of the store and for links alike. */
import { refuse, type Fields, type Values } from '../fields.ts'
import type { Issue } from '../issue.ts'
import type { Box } from '../landscape.ts'
import { unsuited } from '../optimizers/around/around.ts'
import { AROUND, aroundById } from '../optimizers/around/index.ts'
import { OPTIMIZERS } from '../optimizers/index.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'
import { scheduleById } from '../optimizers/schedules/index.ts'
import { readRate } from '../optimizers/schedules/rate.ts'
import { closest } from '../formula/spelling.ts'
import { refuseEnsemble } from './ensemble.ts'
import { DOMAIN_LIMIT, RUN_LIMIT, START_LIMIT, type Experiment, type Noise, type Run } from './experiment.ts'
import { groundOf, type Ground } from './ground.ts'
import { settingText } from './link-text.ts'
import { methodOf, refuseMethods } from './methods.ts'
import { NOISE_MODELS, noiseModel, type NoiseModel } from './noise.ts'
import { refuseScheduled, SCHEDULE_IDS } from './schedule.ts'
import { AGAINST, AT, BASINS, CAMERA_FIELDS, HEIGHTS, LAYERS, SEED, STEPS, VIEWS } from './settings.ts'
import { refuseChoice } from './sweep.ts'
import { PENALTIES, PENALTY_NAMES } from './terms.ts'
import { listed, shown } from './words.ts'

/** A domain narrower than this share of its distance from 0 has too few different numbers in it to draw or to descend. */
const NARROWEST = 1e-9

/** Every reason why `e` is not a valid experiment, as sentences; none where it is. */
export function validate(e: Experiment): Issue[] {
  const ground = groundOf(e.landscape, e.data)
  if (!ground.ok) return [...ground.issues]
  const { coordinates, params } = ground.value
  const issues = [
    ...refuseValues(params, e.params, (name) => `p.${name}`, 'The formula has no parameter'),
    ...PENALTY_NAMES.map((name) => refuse(PENALTIES[name], name, e[name])),
    ...refuseNoise(e.noise, ground.value),
    ...refuseDomain(e.domain, coordinates),
    ...refuseStarts(e.starts, coordinates),
    ...refuseMethods(e.methods),
    ...e.runs.flatMap((run, i) => refuseRun(run, i, e)),
    refuse(STEPS, 'steps', e.steps),
    refuse(SEED, 'seed', e.seed),
    refuse(AT, 'at', e.at) ?? refuseAt(e.at, e.steps),
    ...(e.basins === undefined ? [] : [refuse(BASINS.run, 'basins.run', e.basins.run), refuse(BASINS.size, 'basins.size', e.basins.size)]),
    e.basins?.against === undefined ? undefined : refuse(AGAINST, 'basins.against', e.basins.against),
    ...(e.sweep === undefined ? [] : refuseChoice(e.sweep)),
    ...refuseEnsemble(e),
    ...CAMERA_FIELDS.map(([name, field]) => refuse(field, name, e.camera[name])),
  ]
  if (e.runs.length > RUN_LIMIT) {
    issues.push({ about: 'run', says: `There are ${e.runs.length} runs; the limit is ${RUN_LIMIT}. Leave some out.` })
  }
  if (e.data !== undefined && e.landscape.kind === 'catalogue') issues.push(strayData(e.landscape.id))
  if (!VIEWS.includes(e.view)) issues.push(unknownWord('view', e.view, VIEWS))
  if (!HEIGHTS.includes(e.heights)) issues.push(unknownWord('heights', e.heights, HEIGHTS))
  for (const layer of e.hidden) if (!LAYERS.includes(layer)) issues.push(unknownWord('hide', layer, LAYERS))
  return issues.filter((issue) => issue !== undefined)
}

/** Why there cannot be this noise on this ground. */
function refuseNoise(noise: Noise | undefined, ground: Ground): Issue[] {
  if (noise === undefined) return []
  const model = noiseModel(noise.kind)
  if (model === undefined) return [unknownWord('noise', noise.kind, NOISE_MODELS.map((m) => m.kind))]
  const issues = refuseValues(model.fields, noise.values, (name) => `noise.${name}`, `The noise "${model.name}" has no setting`)
  return [...issues, refuseModel(model, ground)].filter((issue) => issue !== undefined)
}

/** Batches need rows that the formula runs over. */
export function refuseModel({ kind, name }: NoiseModel, { formula, data }: Ground): Issue | undefined {
  if (kind !== 'batch' || data !== undefined) return undefined
  const says = `${name} are rows of data, and ${shown(formula)} uses none. Choose another noise, or a formula with mean(...) over data.`
  return { about: 'noise', says }
}

export function strayData(id: string): Issue {
  return { about: 'data', says: `The landscape ${shown(id)} takes no other data. Leave the data out, or write the formula as f=.` }
}

/** Values of `fields` that are missing, refused, or belong to no field. `about` makes the link's name of one. */
export function refuseValues(fields: Fields, values: Values, about: (name: string) => string, none: string): Issue[] {
  const issues: Issue[] = []
  for (const [name, field] of Object.entries(fields)) {
    const missing = { says: `${name} has no value. Write it like ${settingText(field, Number(field.default))}.` }
    const issue = Object.hasOwn(values, name) ? refuse(field, name, values[name]) : missing
    if (issue !== undefined) issues.push({ ...issue, about: about(name) })
  }
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(fields, name)) issues.push({ ...unknownName(none, name, fields), about: about(name) })
  }
  return issues
}

/** Sentence for a name that none of the fields has. */
export function unknownName(none: string, name: string, fields: Fields): Issue {
  const names = Object.keys(fields)
  const near = closest(name, names)
  const hint = names.length === 0 ? 'It has none.' : near === undefined ? `It has ${listed(names)}.` : `Did you mean ${near}?`
  return { says: `${none} ${shown(name)}. ${hint}` }
}

export function unknownWord(about: string, word: string, words: readonly string[]): Issue {
  return { about, says: `${about} is ${shown(word)}, expected one of ${listed(words)}. Try ${closest(word, words) ?? words[0]}.` }
}

export function unknownOptimizer(id: string, { methods }: Pick<Experiment, 'methods'>): string {
  const ids = [...OPTIMIZERS, ...methods].map((o) => o.id)
  const near = closest(id, ids)
  const hint = near === undefined ? `Use an id of the catalogue, such as ${listed(ids.slice(0, 5))}.` : `Did you mean ${near}?`
  return `There is no optimizer called ${shown(id)}. ${hint}`
}

/** Why a box is no domain over these coordinates; nothing where it is one. */
export function refuseDomain(box: Box, coordinates: readonly string[]): Issue[] {
  const issue = (says: string): Issue => ({ about: 'domain', says })
  if (box.length !== coordinates.length) {
    const wanted = `a lower and an upper bound for ${listed(coordinates)}`
    return [issue(`The domain has ${box.length} intervals, expected ${coordinates.length}: ${wanted}.`)]
  }
  return box.flatMap(([low, high], i) => {
    const name = coordinates[i]
    const no = (says: string): Issue[] => [issue(`The domain of ${name} ${says}`)]
    if (Number.isNaN(low) || Number.isNaN(high)) return [issue(`A bound of ${name} is not a number. Write the domain like -5,5.`)]
    const size = Math.max(Math.abs(low), Math.abs(high))
    if (size > DOMAIN_LIMIT) return no(`reaches to ${size}; the limit is ${DOMAIN_LIMIT}. Try -5 to 5.`)
    if (low > high) return no(`runs from ${low} down to ${high}. Write the lower bound first: ${high},${low}.`)
    if (low === high) return no(`starts and ends at ${low}, so it has no width. Try ${low - 1},${low + 1}.`)
    if (high - low < NARROWEST * size) return no(`from ${low} to ${high} is too narrow to compute in. Widen it.`)
    return []
  })
}

/** Why a point is no start over these coordinates; undefined where it is one. */
export function refuseStart(point: readonly number[], coordinates: readonly string[]): Issue | undefined {
  const issue = (says: string): Issue => ({ about: 'start', says })
  const example = coordinates.map(() => '0.5').join(',')
  if (point.length !== coordinates.length) {
    const wanted = `${coordinates.length} (${listed(coordinates)})`
    const had = point.length === 1 ? '1 coordinate' : `${point.length} coordinates`
    return issue(`A start has ${had}, expected ${wanted}. Write it like ${example}.`)
  }
  for (const [i, v] of point.entries()) {
    if (Number.isNaN(v)) return issue(`${coordinates[i]} of a start is not a number. Write it like ${example}.`)
    const far = Math.abs(v) > DOMAIN_LIMIT
    if (far) return issue(`${coordinates[i]} of a start is ${v}; the limit is ${DOMAIN_LIMIT}. Write it like ${example}.`)
  }
  return undefined
}

export function refuseAt(at: number, steps: number): Issue | undefined {
  return at > steps ? { about: 'at', says: `at is ${at}, but the runs take ${steps} steps. Try ${steps}.` } : undefined
}

function refuseStarts(starts: readonly (readonly number[])[], coordinates: readonly string[]): Issue[] {
  if (starts.length === 0) return [{ about: 'start', says: 'There is no start, and the runs need one. Write it like 0.5.' }]
  const issues = starts.flatMap((point) => refuseStart(point, coordinates) ?? [])
  if (starts.length > START_LIMIT) {
    issues.push({ about: 'start', says: `There are ${starts.length} starts; the limit is ${START_LIMIT}. Leave some out.` })
  }
  return issues
}

function refuseRun(run: Run, index: number, e: Experiment): Issue[] {
  const optimizer = methodOf(e, run.optimizer)
  if (optimizer === undefined) return [{ about: `run[${index}]`, says: unknownOptimizer(run.optimizer, e) }]
  const about = (name: string): string => `run[${index}].${name}`
  return [
    ...refuseValues(optimizer.hyper, run.hyper, about, `${optimizer.name} has no hyper-parameter`),
    ...refuseAround(run, optimizer, about),
    ...refuseSchedule(run, optimizer).map((issue) => ({ ...issue, about: about(issue.about ?? 'schedule') })),
  ]
}

/** Why something cannot stand around the method of a run. */
function refuseAround({ around = {} }: Run, method: Optimizer, about: (name: string) => string): Issue[] {
  return Object.entries(around).flatMap(([id, values]) => {
    const entry = aroundById(id)
    if (entry === undefined) return [{ ...unknownWord('around', id, AROUND.map((a) => a.id)), about: about(id) }]
    const misfit = unsuited(entry, method)
    if (misfit !== undefined) return [{ about: about(id), says: misfit }]
    return refuseValues(entry.fields, values, about, `${entry.name} has no setting`)
  })
}

/** Why the schedule of a run is none. */
function refuseSchedule({ schedule }: Run, method: Optimizer): Issue[] {
  if (schedule === undefined) return []
  const none = refuseScheduled(method)
  if (none !== undefined) return [none]
  if (schedule.kind === 'formula') return [...readRate(schedule.text).issues]
  const entry = scheduleById(schedule.id)
  if (entry === undefined) return [unknownWord('schedule', schedule.id, SCHEDULE_IDS)]
  return refuseValues(entry.fields, schedule.values, (name) => name, `The schedule "${entry.name}" has no setting`)
}
