/** What the searches for critical points hand to each other. */
import type { Box, Landscape } from '../landscape.ts'
import type { Search } from './certificate.ts'
import { listed, type Listed } from './listed.ts'
import { diagonal } from './scene.ts'
import type { Zones } from './zones.ts'

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
  /** The points of all zones, those proved since included, that lie in the domain. */
  points(): readonly Listed[]
}

/** The domain is searched with a rim of this share of its sides: a critical point on its very edge counts. */
export const RIM = 1e-12
/** Lists the points of the zones that lie in `domain`, its edge included, each time those that came since. */
export function provedPoints(landscape: Landscape, domain: Box, zones: Zones): () => readonly Listed[] {
  const size = diagonal(domain)
  const points: Listed[] = []
  let seen = 0
  return () => {
    for (; seen < zones.all.length; seen++) {
      const { rootLo, rootHi, at, kind } = zones.all[seen]
      if (domain.some(([lo, hi], i) => rootHi[i] < lo - RIM * (hi - lo) || rootLo[i] > hi + RIM * (hi - lo))) continue
      const inside = at.map((v, i) => Math.min(domain[i][1], Math.max(domain[i][0], v)))
      points.push({ ...listed(landscape, inside, size, kind), certified: true })
    }
    return points
  }
}
