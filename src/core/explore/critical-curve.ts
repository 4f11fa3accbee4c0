/** Critical points of a curve: proved by intervals; else sign changes and touching points of the slope, kinks, and the ends. */
import type { Box, Landscape } from '../landscape.ts'
import { isLowestNearby } from './border.ts'
import { POINT_LIMIT } from './certificate.ts'
import type { Findings, Proof } from './findings.ts'
import { lineThrough, pointsOnLine, type LinePoints } from './line.ts'
import { listed, type Listed } from './listed.ts'
import { extent } from './surface.ts'
import { affordable, inSlices } from './work.ts'

/** Samples of the slope: two roots closer than 1/16384 of the domain can be missed. */
const NODES = 16385
/** Of a landscape over many rows of data fewer: so many rows are added up in all. */
const ROWS = 2e7
const LEAST = 1025
/** Samples of the value, for its lowest and its range. */
const VALUES = 2049
const LIMIT = POINT_LIMIT[0]
const NOTHING: LinePoints = { flat: [], kinks: [], level: false, cut: false }
const CUT: LinePoints = { ...NOTHING, cut: true }

export function* criticalOfCurve(landscape: Landscape, domain: Box, proof: Proof | undefined): Generator<undefined, Findings, void> {
  const [lo, hi] = domain[0]
  const size = hi - lo
  const nodes = affordable(landscape, NODES, LEAST, ROWS)
  const settled = proof !== undefined && !proof.search.rough && proof.search.left.length === 0
  const { flat, kinks, level, cut } = settled ? NOTHING
    : proof !== undefined && proof.zones.all.length >= LIMIT ? CUT : yield* pointsOnLine(lineThrough(landscape, 0, [0]), lo, hi, nodes, LIMIT)
  const candidates: number[] = []
  for (const [k, t] of flat.entries()) {
    if (proof === undefined || !proof.zones.holds([t])) candidates.push(t)
    if (k % 64 === 63) yield undefined
  }
  const points: Listed[] = proof === undefined ? [] : [...proof.points()]
  yield undefined
  for (const t of candidates) points.push(listed(landscape, [t], size))
  for (const t of kinks) points.push(listed(landscape, [t], size, 'kink minimum'))
  for (const end of [lo, hi]) {
    if (points.some((p) => Math.abs(p.x[0] - end) <= 1e-12 * size) || !isLowestNearby(landscape, domain, [end])) continue
    points.push(listed(landscape, [end], size, 'boundary minimum'))
  }
  const f = new Float64Array(affordable(landscape, VALUES, LEAST, ROWS))
  yield* inSlices(landscape, [Float64Array.from(f, (_, i) => lo + (size * i) / (f.length - 1))], f.length, f)
  const { low, high } = extent(f)
  return {
    points, low, range: high - low, method: `${nodes - 1} samples of the slope`,
    partial: level || cut,
    lines: false,
    remarks: [
      ...(level ? ['Stretches where the curve is exactly level are not listed.'] : []),
      ...(cut ? [`The search stopped at ${LIMIT} points; narrow the domain to see the rest.`] : []),
    ],
  }
}
