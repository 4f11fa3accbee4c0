/** The `run=` parts of a link. */
import { defaults, refuse, type Field } from '../fields.ts'
import type { Issue } from '../issue.ts'
import { optimizerById } from '../optimizers/index.ts'
import { RUN_LIMIT, type Run } from './experiment.ts'
import { readNumber } from './link-text.ts'
import { unknownName, unknownOptimizer } from './validate.ts'
import { shown } from './words.ts'

/** Most settings of one run that are read. */
const SETTING_LIMIT = 100

/** The list written down; empty for `run=none`; undefined where there is none, or nothing of it can be used. */
export function readRuns(texts: readonly string[], issues: Issue[]): readonly Run[] | undefined {
  if (texts.length === 0) return undefined
  const named = texts.filter((text) => text.trim() !== 'none')
  const tell = (says: string): void => void issues.push({ about: 'run', says })
  if (named.length === 0) return []
  if (named.length < texts.length) tell('The link has run=none and other runs as well. The other runs are used.')
  if (named.length > RUN_LIMIT) tell(`The link has ${named.length} runs; the limit is ${RUN_LIMIT}. The first ${RUN_LIMIT} are used.`)
  const runs = named.slice(0, RUN_LIMIT).flatMap((text, i) => readRun(text, `run[${i}]`, issues) ?? [])
  return runs.length > 0 ? runs : undefined
}

/** `adam,lr:0.18,show:0`. What is refused keeps its default. */
function readRun(text: string, about: string, issues: Issue[]): Run | undefined {
  const [id, ...settings] = text.split(',').map((piece) => piece.trim())
  const optimizer = optimizerById(id)
  if (optimizer === undefined) {
    issues.push({ about, says: unknownOptimizer(id) })
    return undefined
  }
  if (settings.length > SETTING_LIMIT) {
    const says = `${optimizer.name} has ${settings.length} settings; the limit is ${SETTING_LIMIT}. The first ${SETTING_LIMIT} are read.`
    issues.push({ about, says })
  }
  const hyper = new Map(Object.entries(defaults(optimizer.hyper)))
  let visible = true
  const seen = new Set<string>()
  for (const setting of settings.slice(0, SETTING_LIMIT)) {
    if (setting === '') continue
    const colon = setting.indexOf(':')
    const name = colon < 0 ? setting : setting.slice(0, colon).trim()
    const value = colon < 0 ? '' : setting.slice(colon + 1).trim()
    const tell = (says: string): void => void issues.push({ about: `${about}.${name.slice(0, 40)}`, says: `${optimizer.name}: ${says}` })
    if (seen.has(name)) tell(`${shown(name)} comes more than once. The last one is used.`)
    seen.add(name)
    if (name === 'show') {
      if (value === '0' || value === '1') visible = value === '1'
      else tell(`show is ${shown(value)}, expected 0 or 1. The run is shown.`)
    } else if (Object.hasOwn(optimizer.hyper, name)) {
      const number = readHyper(optimizer.hyper[name], name, value, tell)
      if (number !== undefined) hyper.set(name, number)
    } else {
      issues.push({ ...unknownName(`${optimizer.name} has no hyper-parameter`, name, optimizer.hyper), about: `${about}.${name.slice(0, 40)}` })
    }
  }
  return { optimizer: id, hyper: Object.fromEntries(hyper), shown: visible }
}

/** The value of one hyper-parameter, undefined where it is refused. Booleans may be written out, as Python and JavaScript do. */
function readHyper(field: Field, name: string, text: string, tell: (says: string) => void): number | undefined {
  const word = field.kind === 'boolean' && /^(true|false)$/i.test(text)
  const number = word ? Number(text.toLowerCase() === 'true') : readNumber(text)
  const wanted = field.kind === 'boolean' ? '0 or 1' : 'a number'
  const says = Number.isNaN(number)
    ? `${name} is ${shown(text)}, expected ${wanted}. Write it like ${name}:${Number(field.default)}.`
    : refuse(field, name, number)?.says
  if (says === undefined) return number
  tell(says)
  return undefined
}
