import type { DataSet } from '../data/data-set.ts'
import { refuse, type Field } from '../fields.ts'
import { closest } from '../formula/spelling.ts'
import type { Issue } from '../issue.ts'
import type { Box } from '../landscape.ts'
import { initialExperiment, freshOn } from './create.ts'
import { readData, UNNAMED } from './data-text.ts'
import { START_LIMIT, type Experiment, type LandscapeChoice } from './experiment.ts'
import { freshStart } from './fresh.ts'
import { groundOf, type Ground } from './ground.ts'
import { readNumber } from './link-text.ts'
import { partsOf, type Part } from './parts.ts'
import { readBasins } from './read-basins.ts'
import { readMethods } from './read-method.ts'
import { readNoise } from './read-noise.ts'
import { readRuns } from './read-run.ts'
import { AT, CAMERA_FIELDS, LAYERS, SEED, STEPS, VIEWS } from './settings.ts'
import { PENALTIES, PENALTY_NAMES } from './terms.ts'
import { refuseAt, refuseDomain, refuseStart, unknownName, unknownWord } from './validate.ts'
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
  'domain', 'start', 'method', 'run', 'steps', 'seed', 'at', 'view', 'camera', 'hide', 'basins',
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
  const reader = new Reader(parts, issues, data)
  const value = reader.experiment()
  return { value, issues: issues.length > ISSUE_LIMIT ? shortened(issues) : issues, known, landscapeRead: reader.landscapeRead }
}

class Reader {
  landscapeRead = true

  constructor(
    private readonly parts: readonly Part[],
    private readonly issues: Issue[],
    private readonly given: DataSet | undefined,
  ) {}

  experiment(): Experiment {
    this.version()
    const { base, ground } = this.ground()
    const params = this.params(base, ground)
    const domain = this.domain(base, ground)
    const starts = this.starts(ground) ?? [freshStart(ground, params, domain)]
    const methods = readMethods(this.all('method'), this.issues)
    const runs = readRuns(this.all('run'), methods, this.issues) ?? base.runs
    const steps = this.number('steps', STEPS) ?? base.steps
    return {
      version: VERSION,
      landscape: base.landscape,
      ...(base.data && { data: base.data }),
      params,
      l1: this.number('l1', PENALTIES.l1) ?? base.l1,
      l2: this.number('l2', PENALTIES.l2) ?? base.l2,
      noise: this.noise(ground) ?? base.noise,
      domain,
      starts,
      methods,
      runs,
      steps,
      seed: this.number('seed', SEED) ?? base.seed,
      at: this.at(steps),
      view: this.word('view', VIEWS) ?? base.view,
      camera: this.camera() ?? base.camera,
      hidden: this.hidden() ?? base.hidden,
      ...readBasins(this.last('basins'), this.issues),
    }
  }

  private version(): void {
    const text = this.last('v')
    if (text === undefined || text === String(VERSION)) return
    const version = readNumber(text)
    if (version > VERSION) {
      const newer = `This link was made by a newer Descent (version ${shortNumber(version)})`
      this.issue('v', `${newer}; this one reads version ${VERSION}. What it understands is open.`)
    } else this.issue('v', `v is ${shown(text)}, expected ${VERSION}. The link is read as version ${VERSION}.`)
  }

  /** The landscape, and what the experiment is where the link says nothing more. */
  private ground(): { base: Experiment; ground: Ground } {
    const id = this.last('landscape')
    const formula = this.last('f')
    if (id !== undefined && formula !== undefined) {
      this.issue('f', 'The link names a landscape and a formula as well. The formula is used; leave one of them out.')
    }
    const data = this.data(formula !== undefined)
    const over = this.over(formula !== undefined)
    const choices: LandscapeChoice[] = []
    if (formula !== undefined) {
      const typed = { kind: 'formula', text: formula.trim() } as const
      if (over !== undefined) choices.push({ ...typed, over })
      choices.push(typed)
    }
    if (id !== undefined) choices.push({ kind: 'catalogue', id: id.trim() })
    for (const choice of choices) {
      const used = choice.kind === 'formula' ? data : undefined
      const read = groundOf(choice, used)
      if (read.ok) return { base: freshOn(choice, read.value, used), ground: read.value }
      if (choice.kind === 'formula' && choice.over !== undefined) {
        this.issues.push(...read.issues.filter((issue) => issue.about === 'over'))
        continue
      }
      const came = choice.kind === 'formula' ? `f is ${shown(choice.text)}. ` : ''
      this.issues.push(...read.issues.map((issue) => ({ ...issue, says: came + issue.says })))
    }
    this.landscapeRead = choices.length === 0
    const base = initialExperiment()
    const read = groundOf(base.landscape)
    if (!read.ok) throw new RangeError(read.issues[0].says)
    return { base, ground: read.value }
  }

  private data(formula: boolean): DataSet | undefined {
    const text = this.last('data')
    const name = this.last('data.name')
    if (text === undefined) {
      if (name !== undefined) this.issue('data.name', `The link names data ${shown(name)}, but has none.`)
      return formula ? this.given : undefined
    }
    if (!formula) {
      this.issue('data', 'The link has data, but no formula to use it: write one as f=. The data is left out.')
      return undefined
    }
    const read = readData(text, name?.trim().slice(0, 100) || UNNAMED, this.issues)
    return read === undefined || read.missing === true ? this.given ?? read : read
  }

  private over(formula: boolean): readonly string[] | undefined {
    const text = this.last('over')
    if (text === undefined) return undefined
    if (formula) return text.split(',', 10).map((name) => name.trim())
    this.issue('over', 'over names the coordinates of a typed formula, and the link has none. It is left out.')
    return undefined
  }

  private params(base: Experiment, ground: Ground): Experiment['params'] {
    const given = this.parts.filter((part) => part.key.startsWith('p.')).map((part) => part.key)
    if (given.length === 0) return base.params
    const values = new Map(Object.entries(base.params))
    for (const key of new Set(given)) {
      const name = key.slice(2)
      if (!Object.hasOwn(ground.params, name)) {
        this.issues.push({ ...unknownName('The formula has no parameter', name, ground.params), about: key })
        continue
      }
      const value = this.number(key, ground.params[name])
      if (value !== undefined) values.set(name, value)
    }
    return Object.fromEntries(values)
  }

  private noise(ground: Ground): Experiment['noise'] {
    const text = this.last('noise')
    return text === undefined ? undefined : readNoise(text, ground, this.issues)
  }

  private domain(base: Experiment, ground: Ground): Box {
    const text = this.last('domain')
    if (text === undefined) return base.domain
    const bounds = numbersOf(text)
    const { coordinates } = ground
    if (bounds.length !== 2 * coordinates.length) {
      const example = coordinates.map(() => '-5,5').join(',')
      this.issue('domain', `domain is ${shown(text)}, expected ${2 * coordinates.length} numbers. Write it like ${example}.`)
      return base.domain
    }
    const box = coordinates.map((_, i) => [bounds[2 * i], bounds[2 * i + 1]] as const)
    const refused = refuseDomain(box, coordinates)
    this.issues.push(...refused)
    return refused.length === 0 ? box : base.domain
  }

  private starts(ground: Ground): (readonly number[])[] | undefined {
    const starts: (readonly number[])[] = []
    const texts = this.all('start')
    for (const text of texts.slice(0, START_LIMIT)) {
      const point = numbersOf(text)
      const refused = refuseStart(point, ground.coordinates)
      if (refused === undefined) starts.push(point)
      else this.issues.push({ ...refused, says: `start is ${shown(text)}. ${refused.says}` })
    }
    if (texts.length > START_LIMIT) {
      this.issue('start', `The link has ${texts.length} starts; the limit is ${START_LIMIT}. The first ${START_LIMIT} are used.`)
    }
    return starts.length > 0 ? starts : undefined
  }

  private at(steps: number): number {
    const at = this.number('at', AT)
    if (at === undefined) return steps
    const refused = refuseAt(at, steps)
    if (refused !== undefined) this.issues.push(refused)
    return Math.min(at, steps)
  }

  private camera(): Experiment['camera'] | undefined {
    const text = this.last('camera')
    if (text === undefined) return undefined
    const values = numbersOf(text)
    if (values.length !== CAMERA_FIELDS.length) {
      this.issue('camera', `camera is ${shown(text)}, expected azimuth, elevation and zoom. Write it like 212,46,1.`)
      return undefined
    }
    const refused = CAMERA_FIELDS.flatMap(([name, field], i) => refuse(field, name, values[i]) ?? [])
    this.issues.push(...refused)
    return refused.length === 0 ? { azimuth: values[0], elevation: values[1], zoom: values[2] } : undefined
  }

  private hidden(): Experiment['hidden'] | undefined {
    const text = this.last('hide')
    if (text === undefined) return undefined
    const words = [...new Set(text.split(',').map((word) => word.trim()).filter((word) => word !== ''))]
    return words.flatMap((word) => {
      const layer = LAYERS.find((l) => l === word)
      if (layer === undefined) this.issues.push(unknownWord('hide', word, LAYERS))
      return layer ?? []
    })
  }

  private word<T extends string>(key: string, words: readonly T[]): T | undefined {
    const text = this.last(key)
    if (text === undefined) return undefined
    const word = words.find((w) => w === text.trim())
    if (word === undefined) this.issues.push(unknownWord(key, text, words))
    return word
  }

  /** The number of a key, undefined where it is absent or refused. */
  private number(key: string, field: Field): number | undefined {
    const text = this.last(key)
    if (text === undefined) return undefined
    const value = readNumber(text)
    const refused = Number.isNaN(value) ? notANumber(key, text, field) : refuse(field, key, value)
    if (refused !== undefined) this.issues.push(refused)
    return refused === undefined ? value : undefined
  }

  private all(key: string): string[] {
    return this.parts.filter((part) => part.key === key).map((part) => part.text)
  }

  /** The last value of a key that should come once. */
  private last(key: string): string | undefined {
    const texts = this.all(key)
    const last = texts.at(-1)
    if (last !== undefined && texts.length > 1) {
      this.issue(key, `The link has ${shown(key)} ${texts.length} times. The last one, ${shown(last)}, is used.`)
    }
    return last
  }

  private issue(about: string, says: string): void {
    this.issues.push({ about, says })
  }
}

const numbersOf = (text: string): number[] => text.split(',').map(readNumber)
const shortNumber = (value: number): string => shown(String(value)).replaceAll('"', '')

function notANumber(about: string, text: string, field: Field): Issue {
  return { about, says: `${about} is ${shown(text)}, which is not a number. Write it like ${Number(field.default)}.` }
}

function unknownKey(key: string): Issue {
  const near = closest(key, KEYS)
  const hint = near === undefined ? `Keys are ${KEYS.join(', ')} and p.NAME.` : `Did you mean ${near}?`
  return { about: key, says: `The link has a part ${shown(key)} that means nothing here; it is left out. ${hint}` }
}

const shortened = (issues: readonly Issue[]): Issue[] =>
  [...issues.slice(0, ISSUE_LIMIT), { says: `${issues.length - ISSUE_LIMIT} more parts of the link were not understood.` }]
