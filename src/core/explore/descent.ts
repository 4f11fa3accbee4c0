/** A run about to begin: its method with everything around it, from a start of the experiment or from a random place. */
import { activeAround } from '../experiment/around.ts'
import type { Sampled } from '../experiment/batch.ts'
import { disturbance } from '../experiment/disturbance.ts'
import { START_LIMIT, type Experiment } from '../experiment/experiment.ts'
import { rateOf } from '../experiment/rates.ts'
import type { Landscape } from '../landscape.ts'
import { normal, uniform } from '../math/random.ts'
import { isDeclared, type Optimizer } from '../optimizers/optimizer.ts'
import type { Steppers } from '../optimizers/update.ts'
import type { PathChunk, PathKey } from './events.ts'
import { Trajectory } from './run.ts'
import type { Finished } from './scene.ts'
import type { Leaper } from './leaps.ts'
import { beginWalk } from './walk.ts'

/** First keys of the chance that methods take, and of the places that restarts begin at, apart from that of noise. */
const CHANCE = 9
const PLACE = 10

/** A run from one place. */
export class Descent {
  constructor(readonly key: PathKey, readonly trajectory: Trajectory, readonly run: Finished) {}

  /** How long one step takes (CodedOptimizer.work). */
  get work(): number {
    const { optimizer } = this.run
    return isDeclared(optimizer) ? 1 : optimizer.work ?? 1
  }

  get done(): boolean {
    return this.trajectory.done
  }

  /** Takes up to `steps` steps and returns the chunks that were completed. */
  advance(steps: number): PathChunk[] {
    return this.trajectory.advance(steps)
  }
}

/** What runs go down on. */
export interface Floor {
  readonly landscape: Landscape
  /** The landscape for batches of its data. */
  readonly rows: () => Sampled | undefined
  /** Formulas of methods that are compiled already. */
  readonly steppers?: Steppers
  /** What takes several steps at once. */
  readonly leaper?: Leaper
}

/**
 * Begins the run of `key`; with `restart`, 0 for the first, from a place of its own, uniform in the domain. What it takes by chance
 * is keyed by the seed, the start and the restart, so that it does not depend on order, and is the same for every method.
 */
export function beginDescent(e: Experiment, key: PathKey, method: Optimizer, floor: Floor, restart?: number): Descent {
  const entry = e.runs[key.run]
  const { hyper, schedule } = entry
  const { domain, steps, seed } = e
  const x = restart === undefined ? e.starts[key.start] : domain.map(([low, high], i) => low + (high - low) * uniform(seed, PLACE, key.start, restart, i))
  const chance = restart === undefined ? key.start : key.start + START_LIMIT * (restart + 1)
  const disturb = disturbance(e, chance, floor.rows)
  const setting = {
    start: Float64Array.from(x), hyper, domain, steps, exact: disturb === undefined,
    uniform: (...keys: readonly number[]) => uniform(seed, CHANCE, chance, ...keys),
    normal: (...keys: readonly number[]) => normal(seed, CHANCE, chance, ...keys),
  }
  const rate = rateOf(entry)
  const around = activeAround(entry)
  const walk = beginWalk(method, { landscape: floor.landscape, setting, disturb, rate, around, steppers: floor.steppers, leaper: floor.leaper })
  const trajectory = new Trajectory(key, floor.landscape, walk, x, steps, disturb)
  const { track, gradient, mean } = trajectory
  return new Descent(key, trajectory, { track, gradient, optimizer: method, hyper, around, schedule, rate, walk, disturb, broken: () => trajectory.broken, ...(mean && { mean }) })
}
