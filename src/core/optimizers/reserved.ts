/** Names that a run of a link uses for itself: no hyper-parameter may have one of them. */
import { AROUND } from './around/index.ts'
import { SCHEDULES } from './schedules/index.ts'

export const RESERVED: ReadonlySet<string> = new Set(['show', 'schedule', 'rate', ...[...SCHEDULES, ...AROUND].flatMap((entry) => Object.keys(entry.fields))])
