/** Critical points of a curve: sign changes and touching points of the slope, kinks, and the ends of the domain. */
import type { Box, Landscape, PointKind } from '../landscape.ts'
import { isLowestNearby } from './bottom.ts'
import type { Findings } from './critical.ts'
import type { CriticalPoint } from './events.ts'
import { classifyFlat } from './flat-point.ts'
import { lineThrough, pointsOnLine } from './line.ts'
import { extent } from './surface.ts'

/** Samples of the slope: two roots closer than 1/16384 of the domain can be missed. */
const NODES = 16385
/** More points than this are not listed one by one. */
const LIMIT = 1000

export function* criticalOfCurve(landscape: Landscape, domain: Box): Generator<undefined, Findings, void> {
  const [lo, hi] = domain[0]
  const size = hi - lo
  const { flat, kinks, level, cut } = yield* pointsOnLine(lineThrough(landscape, 0, [0]), lo, hi, NODES, LIMIT)
  const points: Findings['points'][number][] = []
  for (const t of flat) {
    points.push(listed(landscape, [t], size))
    if (points.length % 64 === 0) yield undefined
  }
  for (const t of kinks) points.push(listed(landscape, [t], size, 'kink minimum'))
  for (const end of [lo, hi]) {
    if (!flat.includes(end) && isLowestNearby(landscape, domain, [end])) points.push(listed(landscape, [end], size, 'boundary minimum'))
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

/** A point for the report, classified by its Hessian unless its `kind` is known already. */
export function listed(landscape: Landscape, x: ArrayLike<number>, size: number, kind?: PointKind): Omit<CriticalPoint, 'letter' | 'lowest'> {
  const flat = classifyFlat(landscape, x, size)
  return { x: Array.from(flat.x), f: flat.f, slope: flat.slope, eigenvalues: flat.eigenvalues, eigenvectors: flat.eigenvectors, kind: kind ?? flat.kind }
}
