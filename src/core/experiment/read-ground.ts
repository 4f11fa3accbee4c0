import type { DataSet } from '../data/data-set.ts'
import { initialExperiment, freshOn } from './create.ts'
import { readData, UNNAMED } from './data-text.ts'
import type { Experiment, LandscapeChoice } from './experiment.ts'
import { groundOf, type Ground } from './ground.ts'
import type { LinkReader } from './link-reader.ts'
import { shown } from './words.ts'

export interface ReadGround {
  /** What the experiment is where the link says nothing more. */
  readonly base: Experiment
  readonly ground: Ground
  /** False where the link names a landscape or a formula that cannot be used; the one the page opens with stands in for it. */
  readonly landscapeRead: boolean
}

/** The landscape of a link. `given` stands in where the link has no data set, or one whose rows are kept elsewhere. */
export function readGround(link: LinkReader, given: DataSet | undefined): ReadGround {
  const id = link.last('landscape')
  const formula = link.last('f')
  if (id !== undefined && formula !== undefined) {
    link.issue('f', 'The link names a landscape and a formula as well. The formula is used; leave one of them out.')
  }
  const data = readLinkData(link, given, formula !== undefined)
  const over = readOver(link, formula !== undefined)
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
    if (read.ok) return { base: freshOn(choice, read.value, used), ground: read.value, landscapeRead: true }
    if (choice.kind === 'formula' && choice.over !== undefined) {
      link.issues.push(...read.issues.filter((issue) => issue.about === 'over'))
      continue
    }
    const came = choice.kind === 'formula' ? `f is ${shown(choice.text)}. ` : ''
    link.issues.push(...read.issues.map((issue) => ({ ...issue, says: came + issue.says })))
  }
  const base = initialExperiment()
  const read = groundOf(base.landscape)
  if (!read.ok) throw new RangeError(read.issues[0].says)
  return { base, ground: read.value, landscapeRead: choices.length === 0 }
}

function readLinkData(link: LinkReader, given: DataSet | undefined, formula: boolean): DataSet | undefined {
  const text = link.last('data')
  const name = link.last('data.name')
  if (text === undefined) {
    if (name !== undefined) link.issue('data.name', `The link names data ${shown(name)}, but has none.`)
    return formula ? given : undefined
  }
  if (!formula) {
    link.issue('data', 'The link has data, but no formula to use it: write one as f=. The data is left out.')
    return undefined
  }
  const read = readData(text, name?.trim().slice(0, 100) || UNNAMED, link.issues)
  return read === undefined || read.missing === true ? given ?? read : read
}

function readOver(link: LinkReader, formula: boolean): readonly string[] | undefined {
  const text = link.last('over')
  if (text === undefined) return undefined
  if (formula) return text.split(',', 10).map((name) => name.trim())
  link.issue('over', 'over names the coordinates of a typed formula, and the link has none. It is left out.')
  return undefined
}
