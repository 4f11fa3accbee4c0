/** What a picture of the landscape shows, in words, for people who do not see it. */
import { methodOf } from '../../store/methods.ts'
import type { State } from '../../store/state.ts'
import { describedOf } from '../../store/described.ts'
import { typeset } from '../format.ts'
import { drawingsOf } from './method-memory.ts'
import { drawingSays } from './method-words.ts'
import { coordinateText } from './label.ts'

const PLURAL: Readonly<Record<string, string>> = {
  minimum: 'minima', maximum: 'maxima', saddle: 'saddles', degenerate: 'degenerate points',
  'boundary minimum': 'minima at the boundary', 'kink minimum': 'minima at kinks',
}

/** `4 minima, 4 saddles and 1 maximum`; what there is none of is left out. */
export function countKinds(kinds: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const parts = [...counts].map(([kind, n]) => `${n} ${n === 1 ? kind : PLURAL[kind] ?? `${kind} points`}`)
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`
}

/** TeX between dollar signs as plain letters: `$2/\\lambda_{max}$` reads `2/lambda max`. */
function plain(text: string): string {
  const spelled = (tex: string): string => tex.replace(/\\([a-zA-Z]+)/g, '$1').replace(/[_{}]+/g, ' ').trim()
  return typeset(text.replace(/\$([^$]*)\$/g, (_, tex: string) => spelled(tex)))
}

/** Landscape and window, critical points by kind, and how each shown run ended. */
export function summaryOf({ experiment, results }: Pick<State, 'experiment' | 'results'>): string {
  const { name, coordinates } = describedOf(experiment)
  const window = experiment.domain
    .map(([low, high], i) => {
      const span = high - low
      return `${coordinates[i] ?? 'x'} from ${coordinateText(low, span)} to ${coordinateText(high, span)}`
    })
    .join(', ')
  const points = results.critical?.points ?? []
  const kinds = points.length === 0 ? 'No critical points found' : countKinds(points.map((p) => p.kind))
  const drawn = !experiment.hidden.includes('state')
  const ends = results.paths.filter((p) => experiment.runs[p.run]?.shown && p.ending).map((p) => {
    const run = experiment.runs[p.run]
    const from = experiment.starts.length > 1 ? ` from start ${p.start + 1}` : ''
    const name = methodOf(experiment, run.optimizer)?.name ?? run.optimizer
    const state = drawn ? drawingsOf(run.optimizer).map((d) => drawingSays(d, p, p.count - 1)).filter((says) => says !== undefined) : []
    const remembers = state.length === 0 ? '' : ` At its end: ${state.join('; ')}.`
    return `${name}${from}: ${p.ending?.word.toLowerCase()}. ${plain(p.ending?.says ?? '')}${remembers}`
  })
  return [`${name}, ${window}. ${kinds}.`, ...ends].join(' ')
}
