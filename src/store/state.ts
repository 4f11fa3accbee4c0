/** The shapes the interface reads. Numbers travel in typed-array columns; React sees only revisions. */
import type { Experiment } from '../core/experiment/experiment.ts'
import type { CriticalReport, PointReport, RunEnding, Surface } from '../core/explore/events.ts'
import type { Issue } from '../core/issue.ts'

/** One trajectory, growing. Arrays are longer than `count` rows; only the first `count` rows are meant. */
export interface Path {
  readonly run: number
  readonly start: number
  readonly dimension: number
  count: number
  x: Float64Array
  f: Float64Array
  gradient: Float64Array
  hessian: Float64Array
  /** Largest Hessian eigenvalue and gradient norm per iterate, derived on arrival for the charts. */
  sharpness: Float64Array
  norm: Float64Array
  /** Gradients the method saw in the step to each iterate, where something around it changes them. */
  seen?: Float64Array
  /** The average of the iterates so far and the landscape's value there, where the run keeps one. */
  average?: { readonly x: Float64Array; readonly f: Float64Array }
  /** Iterates of all its restarts, thinned, once they are done. */
  tries?: readonly Float64Array[]
  memory: Record<string, Float64Array>
  ending: RunEnding | undefined
}

/** Everything the worker has said about the current experiment. Mutable columns; `revision` rises with each change. */
export interface Results {
  readonly revision: number
  readonly paths: readonly Path[]
  readonly surface: Surface | undefined
  /** The same with up to a million samples, where it has come. */
  readonly full: Surface | undefined
  readonly surfaceRevision: number
  readonly critical: CriticalReport | undefined
  readonly at: readonly (PointReport | undefined)[]
  readonly notices: readonly string[]
  readonly busy: boolean
  readonly runsDone: boolean
  /** Which experiment each part belongs to, once it has arrived whole: what need not be computed again. */
  readonly delivered?: Delivered
}

/** A part is absent while it is missing, or only partly or coarsely there. */
export interface Delivered {
  readonly surface?: Experiment
  readonly critical?: Experiment
  /** Trajectories and start reports. */
  readonly runs?: Experiment
}

/** What does not survive a reload. */
export interface Session {
  readonly playing: boolean
  /** Iterate under the playhead; may be fractional while playing. */
  readonly playhead: number
  readonly speed: number
  /** Index of the run whose numbers the inspector shows. */
  readonly selected: number
  /** Index of the start whose path of that run it is. */
  readonly start: number
  readonly dragging: boolean
  /** The typed method whose formulas are open. */
  readonly method: string | undefined
  /** The point under the pointer, in world coordinates, or none. */
  readonly hover: readonly number[] | undefined
  /** The formula as typed, while it differs from the experiment's (it may not parse yet). */
  readonly draft: string | undefined
  readonly draftIssues: readonly Issue[]
  /** What was wrong with the link that was opened, or what happened to the worker. */
  readonly notices: readonly Notice[]
  readonly theme: 'system' | 'light' | 'dark'
}

export interface Notice {
  readonly id: number
  readonly tone: 'info' | 'warn' | 'bad'
  readonly title: string
  readonly lines: readonly string[]
}

export interface State {
  readonly experiment: Experiment
  readonly session: Session
  readonly results: Results
  readonly canUndo: boolean
  readonly canRedo: boolean
}
