/** Watches descents come to rest: near which minimum each is, since when, and whether it is certain that it stays. */
import { STAY } from '../explore/settle.ts'
import { NONE, PLACES, type Minima } from './minima.ts'
import { STRETCH, type Swarm } from './swarm.ts'

/** Share of a side of the domain within which a descent stays that comes no further away. */
const EARLY = 1e-6
/** What the steps that are left should bring one within that only comes nearer, so that it is EARLY even where the slope bends on the way. */
const ENOUGH = EARLY / 2
/** What a stretch multiplies distances with at most where it comes nearer for certain; and where distances grow, and not by rounding alone. */
const HALF = 0.5
const GROWS = 1 + 1e-9

/**
 * Whether a descent stays that was so far away at most in one stretch, and so far in the next, with so many steps left.
 * @param contraction what a stretch multiplies distances with in the end, NaN where nobody knows
 */
function isCertain(before: number, now: number, left: number, contraction: number): boolean {
  if (!(now <= before) || contraction > GROWS) return false
  if (before <= EARLY) return true
  const shrinks = Math.max(now / before, contraction)
  if (!(shrinks <= HALF)) return false
  let far = now
  for (let rest = left; rest >= STRETCH && far > ENOUGH; rest -= STRETCH) far *= shrinks
  return far <= ENOUGH
}

export interface Watch {
  /**
   * Looks at the last stretch of `steps` steps of all lanes, and writes those of which it is certain that they rest, if they are finite, one
   * after the other; gives how many.
   */
  look(swarm: Swarm, steps: number, certain: Int32Array): number
  /** Whether descent `id` has been near its minimum for so long before step `t` that verdicts call it settled. */
  rests(id: number, t: number): boolean
  minimum(id: number): number
  /** The first step from which on it stays near. */
  since(id: number): number
  /** Coordinate `i` of the minimum that it is near. */
  place(id: number, i: number): number
}

/**
 * @param end the number of steps in all, where certainty is possible: with steps that only shrink at rest, at a constant rate, without noise
 * @param contractionOf what a stretch multiplies the distance from a minimum with in the end, NaN where nobody knows
 */
export function createWatch(lanes: number, minima: Minima, end?: number, contractionOf: (m: number) => number = () => NaN): Watch {
  const minimum = new Int16Array(lanes).fill(-1)
  const since = new Int32Array(lanes)
  /** How far it was at most over the stretch before; infinite where that is no matter. */
  const before = new Float64Array(lanes).fill(Infinity)

  const { first, last, table, crowded, among } = minima

  /** The first iterate from which on lane `k` is near `m`, of the last stretch: it is near at its end. */
  function arrival({ t, path, pathStep, pathAt }: Swarm, k: number, m: number, steps: number): number {
    const xs = path[0]
    const ys = path[path.length - 1]
    const x = first.at[m]
    const y = last.at[m]
    const reachX = first.reach
    const reachY = last.reach
    const begin = pathAt(k)
    let j = steps
    for (let at = begin + (j - 1) * pathStep; j > 0 && Math.abs(xs[at] - x) <= reachX && Math.abs(ys[at] - y) <= reachY; at -= pathStep) j--
    return t - steps + j + 1
  }

  return {
    // One loop over plain columns: this is asked for every descent after every stretch.
    look(swarm, steps, certain) {
      const { count, ids, t, x, low, high, bound } = swarm
      const n = x.length
      const [xs, ys, lowX, lowY, highX, highY] = [x[0], x[n - 1], low[0], low[n - 1], high[0], high[n - 1]]
      const { at: atX, reach: reachX, perSide: perSideX, low: left, perPlace: across } = first
      const { at: atY, reach: reachY, perSide: perSideY, low: bottom, perPlace: up } = last
      const whole = steps === STRETCH
      let found = 0
      for (let k = 0; k < count; k++) {
        const id = ids[k]
        let m = minimum[id]
        let far = Infinity
        if (m >= 0) {
          if (bound !== undefined) bound(k)
          const below = atX[m] - lowX[k]
          const above = highX[k] - atX[m]
          const farX = below > above ? below : above
          const under = atY[m] - lowY[k]
          const over = highY[k] - atY[m]
          const farY = under > over ? under : over
          if (farX <= reachX && farY <= reachY) {
            const shareX = farX * perSideX
            const shareY = farY * perSideY
            far = shareX > shareY ? shareX : shareY
          }
        }
        if (far === Infinity || crowded[m] === 1) {
          const u = xs[k]
          const v = ys[k]
          const p = (u - left) * across
          const q = (v - bottom) * up
          let now = p >= 0 && p < PLACES && q >= 0 && q < PLACES ? table[(q | 0) * PLACES + (p | 0)] : NONE
          if (now >= 0 && !(Math.abs(u - atX[now]) <= reachX && Math.abs(v - atY[now]) <= reachY)) now = NONE
          if (now < NONE) now = among(u, v)
          if (now !== m) far = Infinity
          m = now
          minimum[id] = m
          if (m < 0) continue
          if (far === Infinity) since[id] = steps === 0 ? t : arrival(swarm, k, m, steps)
        }
        if (end === undefined) continue
        if (whole && far <= before[id] && isCertain(before[id], far, end - t, contractionOf(m))) certain[found++] = k
        before[id] = whole ? far : Infinity
      }
      return found
    },
    rests: (id, t) => minimum[id] >= 0 && t - since[id] >= STAY,
    minimum: (id) => minimum[id],
    since: (id) => since[id],
    place: (id, i) => (i === 0 ? first : last).at[minimum[id]],
  }
}
