/** Critical points of a curve: sign changes and touching points of the slope, kinks, and the ends of the domain. */
import type { Box, Landscape } from '../landscape.ts'
import { isLowestNearby } from './border.ts'
import type { Findings } from './critical.ts'
import { lineThrough, pointsOnLine } from './line.ts'
import { listed, type Listed } from './listed.ts'
import { extent } from './surface.ts'

/** Samples of the slope: two roots closer than 1/16384 of the domain can be missed. */
const NODES = 16385
/** More points than this are not listed one by one. */
const LIMIT = 1000

export function* criticalOfCurve(landscape: Landscape, domain: Box): Generator<undefined, Findings, void> {
  const [lo, hi] = domain[0]
  const size = hi - lo
  const { flat, kinks, level, cut } = yield* pointsOnLine(lineThrough(landscape, 0, [0]), lo, hi, NODES, LIMIT)
  const points: Listed[] = []
  for (const t of flat) {
    points.push(listed(landscape, [t], size))
    if (points.length % 64 === 0) yield undefined
  }
  for (const t of kinks) points.push(listed(landscape, [t], size, 'kink minimum'))
  for (const end of [lo, hi]) {
    if (flat.includes(end) || !isLowestNearby(landscape, domain, [end])) continue
    points.push(listed(landscape, [end], size, 'boundary minimum'))
  }
  const f = new Float64Array(2049)
  landscape.block([Float64Array.from(f, (_, i) => lo + (size * i) / 2048)], f.length, f)
  const { low, high } = extent(f)
  return {
    points, low, range: high - low, method: `${NODES - 1} samples of the slope`,
    partial: level || cut,
    remarks: [
      ...(level ? ['Stretches where the curve is exactly level are not listed.'] : []),
      ...(cut ? [`The search stopped at ${LIMIT} points; narrow the domain to see the rest.`] : []),
    ],
  }
}
