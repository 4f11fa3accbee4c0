/** What the searches for critical points hand to each other. */
import type { Box, Landscape } from '../landscape.ts'
import type { Search } from './certificate.ts'
import { listed, type Listed } from './listed.ts'
import { diagonal } from './scene.ts'
import type { Zone, Zones } from './zones.ts'

/** What a search by sampling found, before letters are given. */
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
  /** True where the flat points listed stand for whole lines of them. */
  readonly lines: boolean
  /** Whole sentences about what is not listed. */
  readonly remarks: readonly string[]
}

/** What intervals proved before the search by sampling. */
export interface Proof {
  readonly zones: Zones
  readonly search: Search
}

/** The domain is searched with a rim of this share of its sides: a critical point on its very edge counts. */
export const RIM = 1e-12
/** The points of the zones that lie in `domain`, its edge included. */
export function provedPoints(landscape: Landscape, domain: Box, zones: readonly Zone[]): Listed[] {
  const size = diagonal(domain)
  const inside = ({ rootLo, rootHi }: Zone): boolean =>
    domain.every(([lo, hi], i) => rootHi[i] >= lo - RIM * (hi - lo) && rootLo[i] <= hi + RIM * (hi - lo))
  return zones.filter(inside).map((zone) => {
    const at = zone.at.map((v, i) => Math.min(domain[i][1], Math.max(domain[i][0], v)))
    return { ...listed(landscape, at, size, zone.kind), certified: true }
  })
}
