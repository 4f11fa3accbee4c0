/** Undo and redo over immutable experiments: two stacks and the rule of what counts as one step. */
import type { Experiment } from '../core/experiment/experiment.ts'

export interface History {
  readonly past: readonly Experiment[]
  readonly future: readonly Experiment[]
  /** The edit under way that later ones of the same key may join: typing in one field, holding an arrow key. */
  readonly burst: { readonly key: string; readonly until: number } | undefined
}

export const EMPTY: History = { past: [], future: [], burst: undefined }
/** Entries kept. An experiment is small, and its parts are shared between entries. */
export const HISTORY_LIMIT = 200
/** Edits of one kind closer together than this are one entry, in ms. */
export const BURST = 1000

/**
 * Remembers `before`, the experiment an edit replaces. Edits with the same `key` within BURST ms of each other are one entry.
 * `fresh` tells whether an entry was added.
 */
export function record(history: History, before: Experiment, key: string, now: number): { history: History; fresh: boolean } {
  const joins = history.burst !== undefined && history.burst.key === key && now <= history.burst.until && history.past.length > 0
  const burst = { key, until: now + BURST }
  if (joins) return { history: { past: history.past, future: [], burst }, fresh: false }
  const past = [...history.past, before]
  return { history: { past: past.length > HISTORY_LIMIT ? past.slice(-HISTORY_LIMIT) : past, future: [], burst }, fresh: true }
}

/** One step back, or undefined at the beginning. */
export function stepBack(history: History, present: Experiment): { history: History; experiment: Experiment } | undefined {
  const experiment = history.past.at(-1)
  if (!experiment) return undefined
  return { experiment, history: { past: history.past.slice(0, -1), future: [...history.future, present], burst: undefined } }
}

/** One step forward again, or undefined where nothing was undone. */
export function stepForward(history: History, present: Experiment): { history: History; experiment: Experiment } | undefined {
  const experiment = history.future.at(-1)
  if (!experiment) return undefined
  return { experiment, history: { past: [...history.past, present], future: history.future.slice(0, -1), burst: undefined } }
}
