/**
 * Data noise: every step sees a batch of the rows. As textbooks have it (Goodfellow, Bengio & Courville, Deep Learning, 2016, sec. 8.1.3)
 * the rows are shuffled and dealt out without replacement; when they are used up they are shuffled again. As in PyTorch's DataLoader
 * the last batch of such an epoch is what is left, and may be smaller.
 */
import { compile } from '../engine/compile.ts'
import type { Sample } from '../engine/reduce.ts'
import type { Landscape } from '../landscape.ts'
import { permutation, uniform } from '../math/random.ts'
import type { Experiment } from './experiment.ts'
import type { Resolved } from './resolve.ts'

/** First key of this use of the seed (see noise.ts). */
const BATCH = 4

/** A landscape whose reductions run over those rows only that `sample` has at the moment. */
export interface Sampled {
  readonly landscape: Landscape
  readonly sample: Sample
  /** How many rows there are in all. */
  readonly rows: number
}

/** The landscape of `e` for batches of its data; undefined where it has no rows. */
export function sampled({ expression, coordinates, data }: Resolved, { params }: Experiment): Sampled | undefined {
  if (data === undefined || data.missing === true) return undefined
  const sample: Sample = { rows: Uint32Array.from({ length: data.rows }, (_, row) => row) }
  return { sample, rows: data.rows, landscape: compile(expression, coordinates, params, data, sample) }
}

/** The rows of step `step` (0 for the first) of a run from start `start`; at most `size` of `count`. The array lives until the next call. */
export function batches(seed: number, start: number, count: number, size: number): (step: number) => Uint32Array {
  const perEpoch = Math.ceil(count / size)
  let shuffled: Uint32Array = new Uint32Array()
  let current = -1
  return (step) => {
    const epoch = Math.floor(step / perEpoch)
    if (epoch !== current) shuffled = permutation(count, (i) => uniform(seed, BATCH, start, epoch, i))
    current = epoch
    const from = (step - epoch * perEpoch) * size
    return shuffled.subarray(from, from + size)
  }
}
