import type { Issue } from '../issue.ts'
import type { BasinChoice } from './experiment.ts'
import { readSettings } from './read-settings.ts'
import { BASINS } from './settings.ts'

/** The basin map of a link, `run:0,size:256`; none where the link has no such part. */
export function readBasins(text: string | undefined, issues: Issue[]): { readonly basins?: BasinChoice } {
  if (text === undefined) return {}
  const owner = { name: 'The basin map', calls: 'setting', about: 'basins', fields: BASINS }
  const { run, size } = readSettings(owner, text.split(','), issues)
  return { basins: { run, size } }
}
