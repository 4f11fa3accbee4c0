/**
 * Whether the lowest points that were found are the lowest of the whole domain, kinks and border included: branch and bound on
 * the value.
 *
 * A box is done when the value certainly stays above the lowest one found, when it lies in the zone of a proved minimum that is no
 * lower, or when the slope says that a neighbour or a side of it is lower. Source: Hansen & Walster (2004), ch. 12; the zones:
 * curvature there is positive everywhere, so the value is lowest at the zero of the gradient.
 */
import type { Box, Enclosure } from '../landscape.ts'
import { above, below, BREAK, VOID } from '../math/interval.ts'
import { Boxes } from './boxes.ts'
import type { Listed } from './listed.ts'
import type { Zone, Zones } from './zones.ts'

const WORK = 20e6
const PAUSE = 100e3
const OVERHEAD = 50
const WAITING = 8000
/** Share of each side of the domain at which a box is given up. */
const SMALLEST = 2 ** -24
/** A box this close (a share of each side) to a lowest point, and no lower than the bounds of its value, belongs to it. */
const NEAR = 2e-3

/**
 * How many points of the domain share its lowest value: `tied`.length where it is proved that nothing is lower by more than
 * `tolerance` and nothing far from them as low; Infinity where nothing is lower but as low places are no single points; 0 where
 * neither could be proved.
 *
 * @param tied the lowest points found, equal to within `tolerance`
 */
export function* countLowest(
  enclosure: Enclosure, domain: Box, zones: Zones, tied: readonly Listed[], tolerance: number,
): Generator<undefined, number, void> {
  if (tied.length === 0) return 0
  const [lo, hi, middle] = [new Float64Array(domain.length), new Float64Array(domain.length), new Float64Array(domain.length)]
  let [least, floor] = [Infinity, Infinity]
  for (const { x } of tied) {
    enclosure.over(x, x, 0)
    least = Math.min(least, enclosure.hi[0])
    floor = Math.min(floor, enclosure.lo[0] - tolerance)
  }
  const [under, over] = [least - tolerance, least + tolerance]
  const notLower = notLowerZones(enclosure, zones, under)
  const near = ({ x }: Listed): boolean =>
    domain.every(([a, b], i) => lo[i] >= x[i] - NEAR * (b - a) && hi[i] <= x[i] + NEAR * (b - a))
  let level = new Boxes(domain)
  level.push(domain.map((side) => side[0]), domain.map((side) => side[1]))
  let [work, pause, elsewhere] = [0, PAUSE, 0]
  while (level.count > 0) {
    const next = new Boxes(domain)
    const last = work > WORK || level.count > WAITING
    for (let k = 0; k < level.count; k++) {
      level.read(k, lo, hi)
      work += enclosure.costs[0] + OVERHEAD
      if (work > pause) {
        pause = work + PAUSE
        yield undefined
      }
      const zone = zones.around(lo, hi)
      if (zone !== undefined && notLower.has(zone)) continue
      enclosure.over(lo, hi, 1)
      const [bounded, torn] = [enclosure.lo[0], (enclosure.marks[0] & BREAK) !== 0]
      if ((enclosure.marks[0] & VOID) !== 0 || bounded > over) continue
      const reach = torn ? Infinity : slopeReach(enclosure, lo, hi)
      for (let i = 0; i < middle.length; i++) middle[i] = lo[i] + (hi[i] - lo[i]) / 2
      enclosure.over(middle, middle, 0) // leaves the columns of the slopes
      if (enclosure.hi[0] < under) return 0
      const bottom = reach < Infinity ? Math.max(bounded, below(enclosure.lo[0] - reach)) : bounded
      if (bottom > over || (bottom >= floor && tied.some(near))) continue
      const share = level.share(lo, hi)
      if (last || share <= SMALLEST) {
        if (!(bottom >= under)) return 0
        elsewhere++
        continue
      }
      const way = torn ? 'open' : downhill(enclosure, domain, lo, hi)
      if (way === 'side') next.push(lo, hi)
      else if (way === 'open') next.halve(lo, hi)
    }
    level = next
  }
  return elsewhere > 0 ? Infinity : tied.length
}

/** The zones of minima in which no value lies under `bound`. */
function notLowerZones(enclosure: Enclosure, zones: Zones, bound: number): ReadonlySet<Zone> {
  const found = new Set<Zone>()
  for (const zone of zones.all) {
    if (zone.kind !== 'minimum') continue
    enclosure.over(zone.rootLo, zone.rootHi, 0)
    if (enclosure.lo[0] >= bound) found.add(zone)
  }
  return found
}

/** How far the value can be from that in the middle: the mean value theorem, for kinks too (Lebourg 1975). */
function slopeReach({ lo, hi }: Enclosure, from: Float64Array, to: Float64Array): number {
  let reach = 0
  for (let i = 0; i < from.length; i++) reach += above(Math.max(-lo[1 + i], hi[1 + i]) * above((to[i] - from[i]) / 2))
  return above(reach * (1 + 1e-15))
}

/**
 * Follows the slopes of the box last enclosed, whose function is continuous: `gone` where a neighbour is lower, `side` where the
 * box was flattened to the border of the domain, which is its lowest side, `open` where no slope has one sign.
 */
function downhill({ lo, hi }: Enclosure, domain: Box, from: Float64Array, to: Float64Array): 'gone' | 'side' | 'open' {
  let way: 'side' | 'open' = 'open'
  for (let i = 0; i < from.length; i++) {
    if (from[i] === to[i]) continue
    const rises = lo[1 + i] > 0
    if (!rises && !(hi[1 + i] < 0)) continue
    const end = rises ? domain[i][0] : domain[i][1]
    if ((rises ? from[i] : to[i]) !== end) return 'gone'
    from[i] = to[i] = end
    way = 'side'
  }
  return way
}
