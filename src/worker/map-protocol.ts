/** What the page and the workers of the pool say to each other. */
import type { MapJob, Tile, TileAnswer } from '../core/ensembles/job.ts'

/** A tile to compute; without one, whatever is under way is given up. The newest epoch wins. */
export interface ToMapper {
  readonly epoch: number
  /** The job of this epoch: sent with its first tile. */
  readonly job?: MapJob
  readonly tile?: Tile
}

/** An answer, or only a sign of life; epoch 0 in the first message, which says that the worker has loaded. */
export interface FromMapper {
  readonly epoch: number
  readonly answer?: TileAnswer
  /** Set when the computation threw: it would throw again. */
  readonly failed?: string
}
