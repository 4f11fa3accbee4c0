import type { DataSet } from '../data/data-set.ts'
import { dataById } from '../data/index.ts'
import type { Field } from '../fields.ts'
import type { Box } from '../landscape.ts'
import { aroundText } from './around.ts'
import { dataText, UNNAMED } from './data-text.ts'
import { ensembleText } from './ensemble.ts'
import { CAMERA, type BasinChoice, type Experiment, type Run } from './experiment.ts'
import { freshDomain, freshRuns, freshStart, freshSteps } from './fresh.ts'
import { groundOf, type Ground } from './ground.ts'
import { escape, numberText, settingText } from './link-text.ts'
import { methodOf } from './methods.ts'
import { methodText } from './read-method.ts'
import { noiseText } from './read-noise.ts'
import { scheduleText } from './schedule.ts'
import { CAMERA_FIELDS, SEED, VIEW } from './settings.ts'
import { sweepText } from './sweep.ts'
import { PENALTIES, PENALTY_NAMES } from './terms.ts'

/** The link of a valid experiment, without the #. Equal experiments have the same link. */
export function encode(e: Experiment): string {
  const { landscape, data } = e
  const parts = ['v=1', landscape.kind === 'catalogue' ? `landscape=${escape(landscape.id)}` : `f=${escape(landscape.text)}`]
  if (landscape.kind === 'formula' && landscape.over !== undefined) parts.push(`over=${landscape.over.join(',')}`)
  if (data !== undefined) parts.push(...dataParts(data))
  const ground = groundOf(landscape, data)
  if (ground.ok) parts.push(...onGround(e, ground.value))
  if (e.seed !== SEED.default) parts.push(`seed=${numberText(e.seed)}`)
  if (e.at !== e.steps) parts.push(`at=${numberText(e.at)}`)
  if (e.view !== VIEW) parts.push(`view=${e.view}`)
  const camera = CAMERA_FIELDS.map(([name]) => e.camera[name])
  if (!sameNumbers(camera, CAMERA_FIELDS.map(([name]) => CAMERA[name]))) parts.push(`camera=${camera.map(numberText).join(',')}`)
  if (e.heights !== 'own') parts.push(`heights=${e.heights}`)
  if (e.hidden.length > 0) parts.push(`hide=${e.hidden.join(',')}`)
  if (e.basins !== undefined) parts.push(basinsPart(e.basins))
  if (e.sweep !== undefined) parts.push(`sweep=${escape(sweepText(e.sweep))}`)
  if (e.ensemble !== undefined) parts.push(`ensemble=${ensembleText(e.ensemble)}`)
  return parts.join('&')
}

function basinsPart({ run, against, size }: BasinChoice): string {
  const other = against === undefined ? '' : `,against:${numberText(against)}`
  return `basins=run:${numberText(run)}${other},size:${numberText(size)}`
}

function dataParts(data: DataSet): string[] {
  const text = dataText(data)
  const named = data.name === UNNAMED || dataById(text) !== undefined
  return named ? [`data=${text}`] : [`data=${text}`, `data.name=${escape(data.name)}`]
}

function onGround(e: Experiment, ground: Ground): string[] {
  const parts: string[] = []
  for (const [name, field] of Object.entries(ground.params)) {
    const value = Object.hasOwn(e.params, name) ? e.params[name] : Number(field.default)
    if (!Object.is(value, Number(field.default))) parts.push(`p.${escape(name)}=${numberText(value)}`)
  }
  for (const name of PENALTY_NAMES) if (!Object.is(e[name], PENALTIES[name].default)) parts.push(`${name}=${numberText(e[name])}`)
  if (e.noise !== undefined) parts.push(`noise=${noiseText(e.noise)}`)
  if (!sameBox(e.domain, freshDomain(ground))) parts.push(`domain=${e.domain.flat().map(numberText).join(',')}`)
  const lonely = e.starts.length === 1 && sameNumbers(e.starts[0], freshStart(ground, e.params, e.domain))
  if (!lonely) parts.push(...e.starts.map((point) => `start=${point.map(numberText).join(',')}`))
  parts.push(...e.methods.map((method) => `method=${escape(methodText(method))}`))
  const runs = e.runs.map((run) => runText(run, e))
  const usual = freshRuns(ground).map((run) => runText(run, e))
  if (runs.length === 0) parts.push('run=none')
  else if (runs.join('&') !== usual.join('&')) parts.push(...runs)
  if (e.steps !== freshSteps(ground)) parts.push(`steps=${numberText(e.steps)}`)
  return parts
}

function runText(run: Run, e: Experiment): string {
  const { optimizer, hyper, schedule, shown } = run
  const fields = Object.entries(methodOf(e, optimizer)?.hyper ?? {})
  const differs = ([name, field]: [string, Field]): boolean => !Object.is(hyper[name], Number(field.default))
  const values = fields.filter(differs).map(([name, field]) => `,${name}:${settingText(field, hyper[name])}`)
  const rate = schedule === undefined ? '' : escape(scheduleText(schedule))
  return `run=${escape(optimizer)}${values.join('')}${aroundText(run)}${shown ? '' : ',show:0'}${rate}`
}

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((v, i) => Object.is(v, b[i]))
const sameBox = (a: Box, b: Box): boolean => sameNumbers(a.flat(), b.flat())
