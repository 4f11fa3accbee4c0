/**
 * Names that a run of a link uses for itself: no hyper-parameter may have one of them. Links with typed methods may use all others, so
 * that a setting added from now on is called something with a dot, like `clip.later`, which no name of a formula has.
 */
import { AROUND } from './around/index.ts'
import { SCHEDULES } from './schedules/index.ts'

export const RESERVED: ReadonlySet<string> = new Set(['show', 'schedule', 'rate', ...[...SCHEDULES, ...AROUND].flatMap((entry) => Object.keys(entry.fields))])
