import type { Issue } from '../issue.ts'
import { refuse } from '../fields.ts'
import type { BasinChoice } from './experiment.ts'
import { readNumber } from './link-text.ts'
import { readSettings } from './read-settings.ts'
import { AGAINST, BASINS } from './settings.ts'
import { shown } from './words.ts'

/** The basin map of a link, `run:0,against:1,size:256`; none where the link has no such part. */
export function readBasins(text: string | undefined, issues: Issue[]): { readonly basins?: BasinChoice } {
  if (text === undefined) return {}
  let against: number | undefined
  const other = (name: string, value: string, tell: (says: string) => void): boolean => {
    if (name !== 'against') return false
    const number = readNumber(value)
    const says = Number.isNaN(number) ? `against is ${shown(value)}, expected a number. Write it like against:1.` : refuse(AGAINST, 'against', number)?.says
    if (says === undefined) against = number
    else tell(says)
    return true
  }
  const owner = { name: 'The basin map', calls: 'setting', about: 'basins', fields: BASINS, other }
  const { run, size } = readSettings(owner, text.split(','), issues)
  return { basins: { run, ...(against !== undefined && { against }), size } }
}
