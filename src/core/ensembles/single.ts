/** A descent of a swarm as the single run that it is, for the verdicts: what they ask for is taken once more from its last stretch. */
import type { Disturbance } from '../experiment/disturbance.ts'
import type { Values } from '../fields.ts'
import type { Finished } from '../explore/scene.ts'
import { Trajectory, type Track } from '../explore/run.ts'
import { beginWalk, type Walk } from '../explore/walk.ts'
import type { DeclaredOptimizer } from '../optimizers/optimizer.ts'
import type { Steppers } from '../optimizers/update.ts'
import type { MapJob } from './job.ts'
import { hyperOf, STRETCH, type Lanes, type SwarmWays } from './swarm.ts'
import { later, laterNoise, laterWalk, type Tail } from './tail.ts'

export interface Single {
  /** The run that broke off in the stretch that began at the one lane of `from`; its track begins at iterate `by`. */
  broken(from: Lanes, start: readonly number[], f: number): { readonly finished: Finished; readonly by: number }
  /** The run that took all its steps; its track begins at iterate `by`. */
  ended(tail: Tail, start: readonly number[], f: number, by: number): Finished
}

/** The first iterate of a track is told as the start, where the loss was `f`: verdicts compare with it. */
function fromStart(track: Track, start: readonly number[], f: number): Track {
  track.x.set(start)
  track.f[0] = f
  return track
}

/** `track` with one iterate more before its first. */
function longer({ dimension, count, x, f, slope }: Track): Track {
  const after = (column: Float64Array, width: number): Float64Array => {
    const all = new Float64Array((count + 1) * width).fill(NaN)
    all.set(column.subarray(0, count * width), width)
    return all
  }
  return { dimension, count: count + 1, x: after(x, dimension), f: after(f, 1), slope: after(slope, 1) }
}

export function createSingle(
  method: DeclaredOptimizer, { job: { experiment: e, run }, floor }: { readonly job: MapJob; readonly floor: { readonly steppers: Steppers } }, ways: SwarmWays,
): Single {
  const { landscape, rate, around } = ways
  const { schedule } = e.runs[run]
  const walkOf = (start: readonly number[], kept: Lanes['memory'], hyper: Values, disturb: Disturbance | undefined): Walk => {
    const setting = { start: Float64Array.from(start), hyper, domain: e.domain, steps: e.steps, exact: disturb === undefined, uniform: noChance, normal: noChance }
    const walk = beginWalk(method, { landscape, setting, disturb, rate, around, steppers: floor.steppers })
    for (const [slot, values] of Object.entries(walk.memory())) if (values instanceof Float64Array) kept.forEach((slots, i) => { values[i] = slots[slot][0] })
    return walk
  }
  const finished = (track: Track, walk: Walk, gradient: Float64Array, hyper: Values, disturb: Disturbance | undefined): Finished =>
    ({ track, optimizer: method, hyper, around, schedule, rate, walk, disturb, gradient })
  return {
    broken(from, start, f) {
      const { t } = from
      const [id] = from.ids
      const [hyper, disturb] = [hyperOf(ways, id), ways.disturb?.(id)]
      const walk = walkOf(start, from.memory, hyper, disturb)
      const here = from.x.map(([v]) => v)
      const trajectory = new Trajectory({ run, start: 0 }, landscape, laterWalk(walk, t), here, Math.min(STRETCH, e.steps - t), disturb && laterNoise(disturb, t))
      trajectory.quiet = true
      while (!trajectory.done) trajectory.advance(STRETCH)
      const by = Math.max(0, t - 1)
      const track = t === 0 ? trajectory.track : longer(trajectory.track)
      const broken = trajectory.broken && { ...trajectory.broken, t: trajectory.broken.t + t }
      return { by, finished: later({ ...finished(fromStart(track, start, f), walk, trajectory.gradient, hyper, disturb), broken: () => broken }, by) }
    },
    ended({ id, track, gradient, memory }, start, f, by) {
      const [hyper, disturb] = [hyperOf(ways, id), ways.disturb?.(id)]
      return later(finished(fromStart(track, start, f), walkOf(start, memory, hyper, disturb), gradient, hyper, disturb), by)
    },
  }
}

/** Methods of formulas take no chances. */
const noChance = (): number => NaN
