/**
 * All critical points of a landscape of one or two coordinates within its domain, and the minima that calculus alone does not
 * find.
 */
import type { Box, Landscape } from '../landscape.ts'
import type { CriticalPoint, CriticalReport } from './events.ts'
import { criticalOfCurve } from './critical-curve.ts'
import { criticalOfPlane } from './critical-plane.ts'
import { ranked } from './letters.ts'
import type { Listed } from './listed.ts'
import { sayDomain } from './words.ts'

/** What a search found, before letters are given. */
export interface Findings {
  readonly points: readonly Listed[]
  /** The lowest value met anywhere while searching. */
  readonly low: number
  /** Highest minus lowest value met. */
  readonly range: number
  /** How the points were looked for, to follow "found … by". */
  readonly method: string
  /** True where not all points that were found are listed. */
  readonly partial: boolean
  /** Whole sentences about what is not listed. */
  readonly remarks: readonly string[]
}

/**
 * Finds and classifies the critical points of `landscape` over `domain`, by a generic method: nothing is known of the formula.
 * The report says how they were found; it is not a proof of completeness. Pauses at least every few milliseconds of work.
 */
export function* findCritical(
  landscape: Landscape, coordinates: readonly string[], domain: Box,
): Generator<undefined, CriticalReport, void> {
  const find = landscape.dimension === 1 ? criticalOfCurve : criticalOfPlane
  const findings = yield* find(landscape, domain)
  const points = ranked(findings.points, findings.low, findings.range)
  return { type: 'critical', points, done: true, says: summary(points, findings, sayDomain(coordinates, domain)) }
}

function summary(points: readonly CriticalPoint[], { method, partial, remarks }: Findings, where: string): string {
  const edge = points.filter((p) => p.kind === 'boundary minimum').length
  const kinks = points.filter((p) => p.kind === 'kink minimum').length
  const flat = points.length - edge - kinks
  const extras = [counted(kinks, 'kink minimum', 'kink minima'), counted(edge, 'boundary minimum', 'boundary minima')]
  const besides = extras.filter((t) => t !== '').join(' and ')
  const several = `${partial ? 'Some' : `All ${flat}`} critical points`
  const found = flat === 0 ? 'No critical point' : flat === 1 ? 'One critical point' : several
  const more = besides === '' ? '' : flat === 0 ? `, but ${besides},` : ` and ${besides}`
  return [`${found}${more} found in ${where}, by ${method}; not proved complete.`, ...remarks].join(' ')
}

const counted = (count: number, one: string, many: string): string => (count === 0 ? '' : `${count} ${count === 1 ? one : many}`)
