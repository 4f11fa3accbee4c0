/**
 * All critical points of a landscape of one or two coordinates within its domain, with a certificate where one is possible, and
 * the minima that calculus alone does not find.
 */
import type { Box, Landscape } from '../landscape.ts'
import { searchAll } from './certificate.ts'
import { criticalOfCurve } from './critical-curve.ts'
import { criticalOfPlane } from './critical-plane.ts'
import { reasons } from './doubts.ts'
import type { CriticalPoint, CriticalReport } from './events.ts'
import { provedPoints, RIM, type Findings, type Proof } from './findings.ts'
import { Krawczyk } from './krawczyk.ts'
import { countLowest } from './global.ts'
import { ranked, tolerance } from './letters.ts'
import { say, sayDomain, sayPoint } from './words.ts'
import { Zones } from './zones.ts'

/** Points found so far are shown when there are so many new ones, and half as many again. */
const BATCH = 24

/**
 * Finds and classifies the critical points of `landscape` over `domain`; nothing is known of the formula but its bounds. Yields
 * reports that are not done while points are being found, and undefined every few milliseconds of work. Where no bounds are
 * known (`enclosure` is absent) the points are found by sampling only.
 */
export function* findCritical(
  landscape: Landscape, coordinates: readonly string[], domain: Box,
): Generator<CriticalReport | undefined, CriticalReport, void> {
  const where = sayDomain(coordinates, domain)
  const proof = yield* prove(landscape, domain, where)
  const findings = yield* landscape.dimension === 1 ? criticalOfCurve(landscape, domain, proof) : criticalOfPlane(landscape, domain, proof)
  const all = ranked(findings.points, findings.low, findings.range)
  const count = yield* lowestCount(landscape, domain, proof, all, findings)
  const points = count === 0 ? all : all.map((p) => (p.lowest ? { ...p, global: count } : p))
  const degenerate = points.filter((p) => p.kind === 'degenerate').map((p) => p.x)
  const reason = proof === undefined ? unbounded(landscape) : reasons(proof.search, degenerate, findings.lines)
  const certified = reason === ''
  const partial = findings.partial && !certified
  const says = summary(points, findings, where, reason)
  return { type: 'critical', points, done: true, certificate: { certified, reason }, ...(partial && { partial }), says }
}

/** Why there is no interval search. */
function unbounded({ work = 1 }: Landscape): string {
  return work > 1 ? `its sums run over ${work.toLocaleString('en-US')} rows of data, too many for bounds` : 'no bounds of this formula are known'
}

/** How many points are proved to share the lowest value; 0 where that is not proved. */
function* lowestCount(
  landscape: Landscape, domain: Box, proof: Proof | undefined, points: readonly CriticalPoint[], { low, range }: Findings,
): Generator<undefined, number, void> {
  const enclosure = landscape.enclosure?.()
  const tied = points.filter((p) => p.lowest)
  return enclosure === undefined || proof === undefined ? 0
    : yield* countLowest(enclosure, domain, proof.zones, tied, tolerance(low, range))
}

/** Which points are proved to be the lowest, as a sentence. */
function sayGlobal(points: readonly CriticalPoint[], where: string): string[] {
  const lowest = points.filter((p) => p.global > 0)
  if (lowest.length === 0) return []
  if (lowest[0].global === Infinity) return [`Certified: nothing lies lower than ${say(lowest[0].f)} in ${where}.`]
  const names = lowest.map((p) => (p.letter === '' ? `the point at ${sayPoint(p.x)}` : p.letter))
  const several = names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ')
  return [`Global in this domain, certified: ${several}${names.length > 1 ? `, tied ×${names.length}` : ''}.`]
}

/** Searches with intervals, and shows the points that are proved on the way. */
function* prove(landscape: Landscape, domain: Box, where: string): Generator<CriticalReport | undefined, Proof | undefined, void> {
  const enclosure = landscape.enclosure?.()
  if (enclosure === undefined) return undefined
  const wide = domain.map(([lo, hi]): readonly [number, number] => [lo - RIM * (hi - lo), hi + RIM * (hi - lo)])
  const test = new Krawczyk(enclosure, domain.length)
  const zones = new Zones(landscape, wide, test)
  const points = provedPoints(landscape, domain, zones)
  const work = searchAll(landscape, enclosure, wide, test, zones)
  let shown = 0
  for (;;) {
    const { done, value } = work.next()
    if (done) return { zones, search: value, points }
    if (zones.all.length >= 1.5 * shown + BATCH) {
      shown = zones.all.length
      const sofar = points().map((p) => ({ ...p, letter: '', lowest: false, global: 0 }))
      yield { type: 'critical', points: sofar, done: false, says: `${sofar.length} critical points in ${where} so far.` }
    } else yield undefined
  }
}

function summary(points: readonly CriticalPoint[], { method, partial, remarks }: Findings, where: string, reason: string): string {
  const edge = points.filter((p) => p.kind === 'boundary minimum').length
  const kinks = points.filter((p) => p.kind === 'kink minimum').length
  const flat = points.length - edge - kinks
  const extras = [counted(kinks, 'kink minimum', 'kink minima'), counted(edge, 'boundary minimum', 'boundary minima')]
  const rest = [...sayGlobal(points, where), ...remarks]
  const besides = extras.filter((t) => t !== '').join(' and ')
  if (reason === '') {
    const these = flat === 1 ? 'this is the only critical point' : `these ${flat} are all the critical points`
    const more = besides === '' ? '' : ` Besides, there ${kinks + edge === 1 ? 'is' : 'are'} ${besides}.`
    return [`Certified: ${flat === 0 ? 'there is no critical point' : these} in ${where}.${more}`, ...rest].join(' ')
  }
  const several = `${partial ? 'Some' : `All ${flat}`} critical points`
  const found = flat === 0 ? 'No critical point' : flat === 1 ? 'One critical point' : several
  const more = besides === '' ? '' : flat === 0 ? `, but ${besides},` : ` and ${besides}`
  return [`${found}${more} found in ${where}, by ${method}. Not certified: ${reason}.`, ...rest].join(' ')
}

const counted = (count: number, one: string, many: string): string => (count === 0 ? '' : `${count} ${count === 1 ? one : many}`)
