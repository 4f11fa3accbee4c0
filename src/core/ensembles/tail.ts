/** The last iterates of a swarm's descents, and a descent that comes to nothing told as a single run, so that the verdicts judge it. */
import type { Disturbance } from '../experiment/disturbance.ts'
import type { Finished } from '../explore/scene.ts'
import type { Track } from '../explore/run.ts'
import type { Walk } from '../explore/walk.ts'
import type { Swarm } from './swarm.ts'

/**
 * Iterates that are kept: as far back as any verdict looks at where a run stands (`wander` in cycle.ts compares twice 100 steps where a
 * track has 400).
 */
export const KEPT = 402

export interface Tail {
  /** Takes down the present iterates. */
  note(swarm: Swarm): void
  /** The last iterates of descent `id`, and which one is the first of them. */
  track(id: number): { readonly track: Track; readonly by: number }
}

/** Room for the last iterates of `lanes` descents of `steps` steps. */
export function createTail(lanes: number, dimension: number, steps: number): Tail {
  const rows = Math.min(steps + 1, KEPT)
  const from = steps + 1 - rows
  const column = (): Float64Array => new Float64Array(rows * lanes)
  const [f, slope, x] = [column(), column(), Array.from({ length: dimension }, column)]
  const counts = new Int32Array(lanes)
  return {
    note({ t, count, ids, f: values, slope: lengths, x: places }) {
      if (t < from) return
      const row = (t - from) * lanes
      for (let k = 0; k < count; k++) {
        const at = row + ids[k]
        f[at] = values[k]
        slope[at] = lengths[k]
        for (let i = 0; i < dimension; i++) x[i][at] = places[i][k]
        counts[ids[k]] = t - from + 1
      }
    },
    track(id) {
      const count = counts[id]
      const pick = (all: Float64Array): Float64Array => Float64Array.from({ length: count }, (_, r) => all[r * lanes + id])
      const points = x.map(pick)
      const rows = Float64Array.from({ length: count * dimension }, (_, j) => points[j % dimension][Math.floor(j / dimension)])
      return { track: { dimension, count, f: pick(f), slope: pick(slope), x: rows }, by: from }
    },
  }
}

/** A run whose track begins at iterate `by` as if it began at 0: step numbers of its walk, rate and noise are told as they are. */
export function later(run: Finished, by: number): Finished {
  const { rate, disturb } = run
  if (by === 0) return run
  return {
    ...run,
    walk: laterWalk(run.walk, by),
    ...(rate && { rate: (t: number) => rate(t + by) }),
    ...(disturb && { disturb: laterNoise(disturb, by) }),
  }
}

const laterWalk = (walk: Walk, by: number): Walk => ({
  ...walk,
  step: (x, gradient, t) => walk.step(x, gradient, t + by),
  clone: () => laterWalk(walk.clone(), by),
})

const laterNoise = (disturb: Disturbance, by: number): Disturbance => ({
  value: (x, f, step, asked) => disturb.value(x, f, step + by, asked),
  gradient: (x, gradient, step, asked) => disturb.gradient(x, gradient, step + by, asked),
  hessian: (x, hessian, step) => disturb.hessian(x, hessian, step + by),
})
