/** What a method is told of the landscape where there is noise in the telling: fresh at each evaluation, or from a batch of the data. */
import { normal } from '../math/random.ts'
import { batches, type Sampled } from './batch.ts'
import type { Experiment } from './experiment.ts'

/** First keys of these uses of the seed (see noise.ts). */
const SLOPE = 2
const VALUE = 5

/**
 * Turns what the landscape says at `x` into what a method is told. `step` counts iterates from 0, `asked` the values, or the
 * gradients, that were asked for in this step, from 0. The same keys give the same answer, whatever the method.
 */
export interface Disturbance {
  /** The value told where the landscape has `f`. */
  value(x: Float64Array, f: number, step: number, asked: number): number
  /** Makes the landscape's gradient the one that is told, in place. */
  gradient(x: Float64Array, gradient: Float64Array, step: number, asked: number): void
  /** The same for the Hessian. */
  hessian(x: Float64Array, hessian: Float64Array, step: number): void
}

/**
 * The noise that a run from start `start` meets; undefined where it is told nothing but the truth.
 * @param rows the landscape for batches of the data, asked for where the noise is of that kind
 */
export function disturbance(e: Experiment, start: number, rows: () => Sampled | undefined): Disturbance | undefined {
  if (e.noise?.kind === 'fresh' && e.noise.values.sd > 0) return fresh(e, start, e.noise.values.sd, e.noise.values.decay === 1)
  const all = e.noise?.kind === 'batch' ? rows() : undefined
  return e.noise === undefined || all === undefined || e.noise.values.size >= all.rows ? undefined : batched(all, e, start, e.noise.values.size)
}

/** Normal numbers on every value and on every component of every gradient; Hessians stay exact. */
function fresh({ seed, steps }: Experiment, start: number, sd: number, decay: boolean): Disturbance {
  const size = (step: number): number => (decay ? sd * (Math.max(0, steps - step) / Math.max(1, steps)) : sd)
  return {
    value: (_x, f, step, asked) => (size(step) === 0 ? f : f + size(step) * normal(seed, VALUE, start, step, asked)),
    gradient(_x, gradient, step, asked) {
      const now = size(step)
      if (now === 0) return
      // The first gradient of a step is the one that every method meets.
      const again = asked === 0 ? [] : [asked]
      for (let i = 0; i < gradient.length; i++) gradient[i] += now * normal(seed, SLOPE, start, step, i, ...again)
    },
    hessian: () => undefined,
  }
}

/** Value, gradient and Hessian of one batch: all that is asked for in a step is about the same rows. */
function batched({ landscape, sample, rows }: Sampled, { seed }: Experiment, start: number, size: number): Disturbance {
  const rowsOf = batches(seed, start, rows, size)
  const slope = new Float64Array(landscape.dimension)
  return {
    value(x, _f, step) {
      sample.rows = rowsOf(step)
      return landscape.value(x)
    },
    gradient(x, gradient, step) {
      sample.rows = rowsOf(step)
      landscape.gradient(x, gradient)
    },
    hessian(x, hessian, step) {
      sample.rows = rowsOf(step)
      landscape.hessian(x, slope, hessian)
    },
  }
}
