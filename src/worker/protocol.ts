/** One message each way. The newest epoch wins; nobody acknowledges. */
import type { Experiment } from '../core/experiment/experiment.ts'
import type { Event } from '../core/explore/events.ts'

export interface ToWorker {
  readonly epoch: number
  readonly experiment: Experiment
  /** True while a handle or slider is held: send trajectories first, defer what is not visible in the drag. */
  readonly dragging: boolean
}

export interface FromWorker {
  readonly epoch: number
  readonly events: readonly Event[]
  readonly done: boolean
  /** Set when the computation threw; the client replaces the worker and tells the user. */
  readonly failed?: string
}
