/** Watches descents come to rest: near which minimum each is, since when, and whether it is certain that it stays. */
import { STAY } from '../explore/settle.ts'
import type { Minima } from './minima.ts'
import type { Swarm } from './swarm.ts'

/** Share of a side of the domain within which it is certain, and the steps of each of the two looks at it. */
const EARLY = 1e-6
const LOOK = 20

export interface Watch {
  /** Looks at the present iterate of lane `k`; true where it is certain that the descent rests. */
  look(swarm: Swarm, k: number): boolean
  /** Whether descent `id` has been near its minimum for so long before step `t` that verdicts call it settled. */
  rests(id: number, t: number): boolean
  minimum(id: number): number
  /** The first step from which on it stays near. */
  since(id: number): number
}

/** `early` where certainty is possible: with steps that only shrink at rest, at a constant rate, without noise. */
export function createWatch(lanes: number, minima: Minima, early: boolean): Watch {
  const minimum = new Int16Array(lanes).fill(-1)
  const since = new Int32Array(lanes)
  /** Since when it is within EARLY, -1 where it is not, and how far it was in the look before and in this one. */
  const within = new Int32Array(lanes).fill(-1)
  const [before, now] = [new Float64Array(lanes), new Float64Array(lanes)]

  function certain(id: number, t: number, away: number): boolean {
    if (!(away <= EARLY)) {
      within[id] = -1
      return false
    }
    if (within[id] < 0) {
      within[id] = t
      before[id] = -1
      now[id] = 0
    }
    now[id] = Math.max(now[id], away)
    if ((t - within[id] + 1) % LOOK !== 0) return false
    if (before[id] >= now[id]) return true
    before[id] = now[id]
    now[id] = 0
    return false
  }

  return {
    look({ ids, t, x }, k) {
      const id = ids[k]
      const m = minima.near(x, k)
      if (m !== minimum[id]) {
        minimum[id] = m
        since[id] = t
        within[id] = -1
      }
      return early && m >= 0 && certain(id, t, minima.away(x, k, m))
    },
    rests: (id, t) => minimum[id] >= 0 && t - since[id] >= STAY,
    minimum: (id) => minimum[id],
    since: (id) => since[id],
  }
}
