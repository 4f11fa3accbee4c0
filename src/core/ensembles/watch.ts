/** Watches descents come to rest: near which minimum each is, since when, and whether it is certain that it stays. */
import { STAY } from '../explore/settle.ts'
import type { Minima } from './minima.ts'
import { STRETCH, type Swarm } from './swarm.ts'

/**
 * Share of a side of the domain within which it is certain; and within which it is, where the distance halves from one stretch to the next
 * and the steps that are left bring it as near as that.
 */
const EARLY = 1e-6
const HALVING = 1e-4

/** Whether a descent stays that was so far away at most in one stretch, and so far in the next, with so many steps left. */
function isCertain(before: number, now: number, left: number): boolean {
  if (!(before <= HALVING) || !(now <= before)) return false
  if (before <= EARLY) return true
  if (now > before / 2) return false
  let far = now
  for (let rest = left; rest >= STRETCH && far > EARLY; rest -= STRETCH) far *= now / before
  return far <= EARLY
}

export interface Watch {
  /** Looks at the last stretch of `steps` steps of all lanes, and notes for which of those that are finite it is certain that they rest. */
  look(swarm: Swarm, steps: number, certain: Uint8Array): void
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
 */
export function createWatch(lanes: number, minima: Minima, end?: number): Watch {
  const minimum = new Int16Array(lanes).fill(-1)
  const since = new Int32Array(lanes)
  /** How far it was at most over the stretch before; infinite where that is no matter. */
  const before = new Float64Array(lanes).fill(Infinity)

  /** The first iterate from which on lane `k` is near `m`, of the last stretch: it is near at its end. */
  function arrival({ t, path, pathStep, pathAt }: Swarm, k: number, m: number, steps: number): number {
    return steps === 0 ? t : t + 1 - minima.stayed(path, pathAt(k), pathStep, steps, m)
  }

  /** By lane: the minimum that it is near. */
  const now = new Int16Array(lanes)
  return {
    look(swarm, steps, certain) {
      const { count, ids, x, low, high } = swarm
      minima.near(x, count, now)
      for (let k = 0; k < count; k++) {
        certain[k] = 0
        const id = ids[k]
        const m = now[k]
        const last = minimum[id]
        minimum[id] = m
        if (m < 0) continue
        if (m === last) swarm.bound(k)
        const far = m === last ? minima.away(low, high, k, m) : Infinity
        if (far === Infinity) since[id] = arrival(swarm, k, m, steps)
        if (end === undefined) continue
        if (steps === STRETCH && m === last && isCertain(before[id], far, end - swarm.t)) certain[k] = 1
        before[id] = steps === STRETCH ? far : Infinity
      }
    },
    rests: (id, t) => minimum[id] >= 0 && t - since[id] >= STAY,
    minimum: (id) => minimum[id],
    since: (id) => since[id],
    place: (id, i) => minima.place(minimum[id], i),
  }
}
