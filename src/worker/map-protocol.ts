/** What the page and the workers of a pool say to each other. Jobs and answers are values; whose they are does not matter here. */
import type { Tile } from '../core/ensembles/job.ts'

/** A tile to compute; without one, whatever is under way is given up. The newest epoch wins. */
export interface ToMapper<Job> {
  readonly epoch: number
  /** The job of this epoch: sent with its first tile. */
  readonly job?: Job
  readonly tile?: Tile
}

/** An answer, or only a sign of life; epoch 0 in the first message, which says that the worker has loaded. */
export interface FromMapper<Answer> {
  readonly epoch: number
  readonly answer?: Answer
  /** Set when the computation threw: it would throw again. */
  readonly failed?: string
  /** Set in the first message where the worker cannot compile: it interprets, which is slower. */
  readonly interprets?: true
}
