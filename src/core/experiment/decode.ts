import type { DataSet } from '../data/data-set.ts'
import { closest } from '../formula/spelling.ts'
import type { Issue } from '../issue.ts'
import { readEnsemble, refuseEnsemble } from './ensemble.ts'
import type { Experiment } from './experiment.ts'
import { freshStart } from './fresh.ts'
import { LinkReader } from './link-reader.ts'
import { readNumber } from './link-text.ts'
import { partsOf } from './parts.ts'
import { readBasins } from './read-basins.ts'
import { readGround, type ReadGround } from './read-ground.ts'
import { readMethods } from './read-method.ts'
import { readNoise } from './read-noise.ts'
import { readCamera, readDomain, readParams, readStarts } from './read-plane.ts'
import { readRuns } from './read-run.ts'
import { AT, HEIGHTS, LAYERS, SEED, STEPS, VIEWS } from './settings.ts'
import { readSweep } from './sweep.ts'
import { PENALTIES, PENALTY_NAMES } from './terms.ts'
import { refuseAt, unknownWord } from './validate.ts'
import { within } from './within.ts'
import { shown } from './words.ts'

export interface Decoded {
  /** A valid experiment, whatever came. */
  readonly value: Experiment
  /** One sentence for each part that was not understood; the part was left out. */
  readonly issues: readonly Issue[]
  /** How many parts have a key that links have: 0 where the text is no link at all. */
  readonly known: number
  /** False where the link names a landscape or a formula that cannot be used; the one the page opens with stands in for it. */
  readonly landscapeRead: boolean
}

/** The version of the grammar that this file reads. */
const VERSION = 1
/** More sentences than this help nobody. */
const ISSUE_LIMIT = 40
const KEYS = [
  'v', 'landscape', 'f', 'over', 'data', 'data.name', ...PENALTY_NAMES, 'noise',
  'domain', 'start', 'method', 'run', 'steps', 'seed', 'at', 'view', 'camera', 'heights', 'hide', 'basins', 'sweep', 'ensemble',
]

/**
 * The experiment of a link: what follows the #, with or without the #, or a whole address. Never throws, whatever the text; the work
 * is bounded, however long it is. Each part that cannot be used becomes a sentence, and the rest opens. `data` stands in where the link
 * has no data set, or one whose rows are kept elsewhere.
 */
export function decode(text: string, data?: DataSet): Decoded {
  const issues: Issue[] = []
  const parts = partsOf(text, issues)
  const isKey = (key: string): boolean => KEYS.includes(key) || key.startsWith('p.')
  const known = parts.filter((part) => isKey(part.key)).length
  for (const { key } of parts) if (!isKey(key)) issues.push(unknownKey(key))
  const link = new LinkReader(parts, issues)
  readVersion(link)
  const { landscapeRead, ...ground } = readGround(link, data)
  const value = within(readExperiment(link, ground), (about, says) => link.issue(about, says))
  return { value, issues: issues.length > ISSUE_LIMIT ? shortened(issues) : issues, known, landscapeRead }
}

function readExperiment(link: LinkReader, { base, ground }: Pick<ReadGround, 'base' | 'ground'>): Experiment {
  const params = readParams(link, base, ground)
  const domain = readDomain(link, base, ground)
  const starts = readStarts(link, ground) ?? [freshStart(ground, params, domain)]
  const typed = readMethods(link.all('method'), link.issues)
  const runs = readRuns(link.all('run'), typed, link.issues) ?? base.runs
  const steps = link.number('steps', STEPS) ?? base.steps
  const noise = link.last('noise')
  const e: Experiment = {
    version: VERSION,
    landscape: base.landscape,
    ...(base.data && { data: base.data }),
    params,
    l1: link.number('l1', PENALTIES.l1) ?? base.l1,
    l2: link.number('l2', PENALTIES.l2) ?? base.l2,
    noise: noise === undefined ? base.noise : readNoise(noise, ground, link.issues) ?? base.noise,
    domain,
    starts,
    methods: typed.methods,
    runs,
    steps,
    seed: link.number('seed', SEED) ?? base.seed,
    at: readAt(link, steps),
    view: link.word('view', VIEWS) ?? base.view,
    camera: readCamera(link) ?? base.camera,
    heights: link.word('heights', HEIGHTS) ?? base.heights,
    hidden: readHidden(link) ?? base.hidden,
    ...readBasins(link.last('basins'), link.issues),
    ...readEnsemble(link.last('ensemble'), link.issues),
  }
  const swept = { ...e, ...readSweep(link.last('sweep'), e, link.issues) }
  const both = refuseEnsemble(swept).find((issue) => issue !== undefined)
  if (both === undefined) return swept
  link.issues.push(both)
  return e
}

function readVersion(link: LinkReader): void {
  const text = link.last('v')
  if (text === undefined || text === String(VERSION)) return
  const version = readNumber(text)
  if (version > VERSION) {
    const newer = `This link was made by a newer Descent (version ${shortNumber(version)})`
    link.issue('v', `${newer}; this one reads version ${VERSION}. What it understands is open.`)
  } else link.issue('v', `v is ${shown(text)}, expected ${VERSION}. The link is read as version ${VERSION}.`)
}

function readAt(link: LinkReader, steps: number): number {
  const at = link.number('at', AT)
  if (at === undefined) return steps
  const refused = refuseAt(at, steps)
  if (refused !== undefined) link.issues.push(refused)
  return Math.min(at, steps)
}

function readHidden(link: LinkReader): Experiment['hidden'] | undefined {
  const text = link.last('hide')
  if (text === undefined) return undefined
  const words = [...new Set(text.split(',').map((word) => word.trim()).filter((word) => word !== ''))]
  return words.flatMap((word) => {
    const layer = LAYERS.find((l) => l === word)
    if (layer === undefined) link.issues.push(unknownWord('hide', word, LAYERS))
    return layer ?? []
  })
}

const shortNumber = (value: number): string => shown(String(value)).replaceAll('"', '')

function unknownKey(key: string): Issue {
  const near = closest(key, KEYS)
  const hint = near === undefined ? `Keys are ${KEYS.join(', ')} and p.NAME.` : `Did you mean ${near}?`
  return { about: key, says: `The link has a part ${shown(key)} that means nothing here; it is left out. ${hint}` }
}

const shortened = (issues: readonly Issue[]): Issue[] =>
  [...issues.slice(0, ISSUE_LIMIT), { says: `${issues.length - ISSUE_LIMIT} more parts of the link were not understood.` }]
