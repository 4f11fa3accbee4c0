/**
 * All zeros of the gradient in a box, proved: branch and bound with interval arithmetic.
 *
 * The domain is cut into boxes. A box is done when the gradient certainly does not vanish in it, or when it lies in a zone that
 * holds exactly one zero; else it is narrowed or halved. What is left at the smallest width could not be decided: a degenerate
 * point, a kink. Source: Hansen & Walster, Global Optimization Using Interval Analysis (2004), ch. 11; Neumaier, Interval
 * Methods for Systems of Equations (1990), ch. 5. Deterministic: work is counted, not timed.
 */
import type { Box, Enclosure, Landscape } from '../landscape.ts'
import { BREAK } from '../math/interval.ts'
import { Boxes } from './boxes.ts'
import { onLines } from './flat-lines.ts'
import type { Krawczyk } from './krawczyk.ts'
import type { Zones } from './zones.ts'

/** Operations that one certificate may cost, and after how many it pauses. A box costs those of its formula, and this much. */
const WORK = 60e6
const PAUSE = 100e3
const OVERHEAD = 50
/** Boxes that the proof of one point costs, about. */
const PROVING = 40
/**
 * More boxes than this waiting at once are an area that bounds cannot decide; and more than the second number, once every side was
 * halved FINE times, a line of points, not points: their boxes go on doubling.
 */
const WAITING = [60_000, 16_000] as const
const FINE = 11
/** So many boxes waiting are looked into for lines of flat points, and again at each doubling. */
const CROWD = 2000
/** More points than this are not listed one by one, on a curve and in the plane. */
export const POINT_LIMIT = [1000, 3000] as const
/** Shares of each side of the domain at which a box is given up: smooth ones, and those with a kink or a break in them. */
const SMALLEST = 2 ** -20
const SMALLEST_ROUGH = 2 ** -8
/** A box that lost this much of a side is looked at again before it is halved. */
const NARROWED = 0.6

/** Why a box is left: what the formula may have there, or why the search ended. */
export type Doubt = 'kink' | 'break' | 'degenerate' | 'level' | 'budget'

export interface Left {
  readonly lo: readonly number[]
  readonly hi: readonly number[]
  readonly doubt: Doubt
}

export interface Search {
  /** Boxes in which nothing could be proved. */
  readonly left: readonly Left[]
  /** Whether any box had a kink or a break in it. */
  readonly rough: boolean
  /** How many boxes were looked at. */
  readonly boxes: number
}

/** Looks through the whole of `domain`; every zero of the gradient is then in a zone or in a box that is left. */
export function* searchAll(
  landscape: Landscape, enclosure: Enclosure, domain: Box, test: Krawczyk, zones: Zones,
): Generator<undefined, Search, void> {
  const left: Left[] = []
  const { lo, hi } = { lo: Float64Array.from(domain, (side) => side[0]), hi: Float64Array.from(domain, (side) => side[1]) }
  const guess = new Float64Array(domain.length)
  let level = new Boxes(domain)
  level.push(lo, hi)
  let work = 0
  let pause = PAUSE
  let rough = false
  let spent = false
  let crowd = CROWD
  let lines = false
  let boxes = 0
  const leave = (doubt: Doubt): void => void left.push({ lo: Array.from(lo), hi: Array.from(hi), doubt })
  for (let depth = 0; level.count > 0; depth++) {
    const waiting = WAITING[depth > FINE * domain.length ? 1 : 0]
    const next = new Boxes(domain)
    for (let k = 0; k < level.count; k++) {
      level.read(k, lo, hi)
      if (work > WORK || next.count > waiting || zones.all.length >= POINT_LIMIT[domain.length - 1]) {
        spent = true
        leave('budget')
        continue
      }
      boxes++
      work += OVERHEAD
      if (work > pause) {
        pause = work + PAUSE
        yield undefined
      }
      if (zones.around(lo, hi) !== undefined) continue
      const finding = test.examine(lo, hi)
      work += test.cost
      const share = level.share(lo, hi)
      if (finding === 'none') continue
      if (finding === 'level') leave('level')
      else if (finding === 'rough') {
        rough = true
        if (share > SMALLEST_ROUGH) next.halve(lo, hi)
        else leave((enclosure.marks[0] & BREAK) !== 0 ? 'break' : 'kink')
      } else {
        let narrow = false
        for (let i = 0; i < lo.length; i++) {
          narrow ||= test.hi[i] - test.lo[i] < NARROWED * (hi[i] - lo[i])
          lo[i] = test.lo[i]
          hi[i] = test.hi[i]
          guess[i] = test.guess[i]
        }
        if (finding !== 'open') pause -= PROVING * enclosure.costs[1]
        if (finding !== 'open' && zones.prove(guess) !== undefined && zones.around(lo, hi) !== undefined) continue
        if (lines) leave('budget')
        else if (share <= SMALLEST) leave('degenerate')
        else if (narrow) next.push(lo, hi)
        else next.halve(lo, hi)
      }
    }
    if (domain.length > 1 && !lines && next.count >= crowd) {
      crowd *= 2
      lines = yield* onLines(landscape, next, domain)
    }
    if (spent) {
      for (let k = 0; k < next.count; k++) {
        next.read(k, lo, hi)
        leave('budget')
      }
      break
    }
    level = next
  }
  return { left, rough, boxes }
}
