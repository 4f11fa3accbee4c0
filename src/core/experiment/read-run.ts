/** The `run=` parts of a link. */
import type { Issue } from '../issue.ts'
import { optimizerById } from '../optimizers/index.ts'
import { RUN_LIMIT, type Run } from './experiment.ts'
import { readSettings } from './read-settings.ts'
import { unknownOptimizer } from './validate.ts'
import { shown } from './words.ts'

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
  let visible = true
  const show = (name: string, value: string, tell: (says: string) => void): boolean => {
    if (name !== 'show') return false
    if (value === '0' || value === '1') visible = value === '1'
    else tell(`show is ${shown(value)}, expected 0 or 1. The run is shown.`)
    return true
  }
  const owner = { name: optimizer.name, calls: 'hyper-parameter', about, fields: optimizer.hyper, other: show }
  const hyper = readSettings(owner, settings, issues)
  return { optimizer: id, hyper, shown: visible }
}
