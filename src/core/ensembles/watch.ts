/** Watches descents come to rest: near which minimum each is, since when, and whether it is certain that it stays. */
import { STAY } from '../explore/settle.ts'
import type { Minima } from './minima.ts'
import { STRETCH, type Swarm } from './swarm.ts'

/** Share of a side of the domain within which it is certain. */
const EARLY = 1e-6

export interface Watch {
  /** Looks at the last stretch of `steps` steps of lane `k`, all of it finite; true where it is certain that the descent rests. */
  look(swarm: Swarm, k: number, steps: number): boolean
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
  /** How far it was at most over the stretch before; infinite where that is no matter. */
  const before = new Float64Array(lanes).fill(Infinity)

  /** The first iterate from which on lane `k` is near `m`, of the last stretch: it is near at its end. */
  function arrival({ t, path, pathLength }: Swarm, k: number, m: number, steps: number): number {
    let j = steps
    while (j > 0 && minima.isNear(path, (j - 1) * pathLength + k, m)) j--
    return t - steps + j + 1
  }

  return {
    look(swarm, k, steps) {
      const id = swarm.ids[k]
      const m = minima.near(swarm.x, k)
      const last = minimum[id]
      minimum[id] = m
      if (m < 0) return false
      if (m !== last || !minima.isNear(swarm.low, k, m) || !minima.isNear(swarm.high, k, m)) since[id] = steps === 0 ? swarm.t : arrival(swarm, k, m, steps)
      if (!early) return false
      const away = Math.max(minima.away(swarm.low, k, m), minima.away(swarm.high, k, m))
      const certain = steps === STRETCH && m === last && away <= EARLY && before[id] >= away && before[id] <= EARLY
      before[id] = steps === STRETCH ? away : Infinity
      return certain
    },
    rests: (id, t) => minimum[id] >= 0 && t - since[id] >= STAY,
    minimum: (id) => minimum[id],
    since: (id) => since[id],
  }
}
