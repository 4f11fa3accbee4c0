/** One message each way. The newest epoch wins; nobody acknowledges. */
import type { Experiment } from '../core/experiment/experiment.ts'
import type { Event } from '../core/explore/events.ts'
import type { Picture } from '../core/explore/picture.ts'

/** `E` is what stands for an experiment on the way: its data may travel apart. */
export interface ToWorker<E = Experiment> {
  readonly epoch: number
  readonly experiment: E
  /** True while a handle or slider is held: send trajectories first, defer what is not visible in the drag. */
  readonly dragging: boolean
  /**
   * What the page already holds results for, as the experiment they belong to. Only the receiver knows: a message may be dropped
   * as stale after it was posted, so the worker must not guess. Absent where nothing usable is held.
   */
  readonly since?: E
}

/** Asks for the picture of a landscape of the catalogue, which comes between two slices of other work and belongs to no epoch. */
export interface ToPainter {
  readonly picture: string
}

export interface FromPainter {
  readonly picture: Picture
}

/** Also the sign of life: while busy one is posted at least every half second, with no events where there are none. */
export interface FromWorker {
  /** 0 in the very first message, which only says that the worker has loaded. */
  readonly epoch: number
  readonly events: readonly Event[]
  readonly done: boolean
  /** Set when the computation threw; the client replaces the worker and tells the user. */
  readonly failed?: string
}
