/** The ensemble of an experiment: its link text, and why one cannot be. */
import type { Issue } from '../issue.ts'
import { refuse, type Fields, type Values } from '../fields.ts'
import type { EnsembleChoice, Experiment } from './experiment.ts'
import { numberText, readNumber, settingText } from './link-text.ts'
import { readSettings } from './read-settings.ts'
import { DRAWS, ENSEMBLE, SEED } from './settings.ts'
import { shown } from './words.ts'

/** As minima are called (explore/letters.ts). */
const LETTER = /^[A-Z]{1,3}$/
const FIELDS: Fields = ENSEMBLE
/** What a link always says. */
const ALWAYS = ['run', 'draw', 'n']

const valuesOf = ({ run, start, draw, n, spread }: EnsembleChoice): Values => ({ run, draw: DRAWS.indexOf(draw), start, n, spread })

/** `run:0,draw:uniform,n:1000`, with the other settings where they are not the usual ones. */
export function ensembleText(choice: EnsembleChoice): string {
  const { target, seed } = choice
  const parts = Object.entries(valuesOf(choice)).filter(([name, value]) => ALWAYS.includes(name) || value !== FIELDS[name].default)
  const texts = parts.map(([name, value]) => `${name}:${settingText(FIELDS[name], value)}`)
  if (target !== undefined) texts.push(`target:${target}`)
  if (seed !== undefined) texts.push(`seed:${numberText(seed)}`)
  return texts.join(',')
}

/** The ensemble of a link; none where the link has no such part. */
export function readEnsemble(text: string | undefined, issues: Issue[]): { readonly ensemble?: EnsembleChoice } {
  if (text === undefined) return {}
  const own: { target?: string; seed?: number } = {}
  const other = (name: string, value: string, tell: (says: string) => void): boolean => {
    if (name !== 'target' && name !== 'seed') return false
    const next = { [name]: name === 'seed' ? readNumber(value) : value }
    const says = refuseOwn(next)
    if (says === undefined) Object.assign(own, next)
    else tell(says.says)
    return true
  }
  const { run, start, draw, n, spread } = readSettings({ name: 'The ensemble', calls: 'setting', about: 'ensemble', fields: FIELDS, other }, text.split(','), issues)
  return { ensemble: { run, start, draw: DRAWS[draw], n, spread, ...own } }
}

function refuseOwn({ target, seed }: Pick<EnsembleChoice, 'target' | 'seed'>): Issue | undefined {
  if (target === undefined || LETTER.test(target)) return seed === undefined ? undefined : refuse(SEED, 'seed', seed)
  return { about: 'target', says: `target is ${shown(target)}, expected the letter of a minimum. Write it like target:A, or leave it out for the lowest.` }
}

/** Every reason why `e` cannot have the ensemble that it has. */
export function refuseEnsemble({ ensemble, sweep }: Experiment): readonly (Issue | undefined)[] {
  if (ensemble === undefined) return []
  return [
    ...Object.entries(valuesOf(ensemble)).map(([name, value]) => refuse(FIELDS[name], name, value)), refuseOwn(ensemble),
    sweep && { about: 'ensemble', says: 'A sweep map and an ensemble have the same place on the page. Leave one of them out.' },
  ]
}
