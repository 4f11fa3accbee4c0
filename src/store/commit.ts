/** The one place where an experiment replaces another: history, playhead, draft and results follow here and nowhere else. */
import { panelsOf, validate } from '../core/experiment/create.ts'
import type { Experiment } from '../core/experiment/experiment.ts'
import { within } from '../core/experiment/within.ts'
import type { Issue } from '../core/issue.ts'
import { EMPTY, record, stepBack, stepForward, type History } from './history.ts'
import { reconcile } from './results.ts'
import { sameChoice, sameWork } from './same.ts'
import type { Session } from './state.ts'
import { freshState, setSession, store } from './store.ts'

/** How an experiment came about: an edit that starts an entry of the history, one that joins it, … */
export type How = 'step' | 'join' | 'view' | 'undo' | 'open'
type Listener = (after: Experiment, before: Experiment, how: How) => void

let history: History = EMPTY
let gesture: { before: Experiment; changed: boolean } | undefined
const listeners = new Set<Listener>()

/** Calls `listener` after every change of the experiment; returns the way to stop. */
export function onCommit(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Starts over with `experiment`, forgetting history, session and results (only the theme stays). */
export function startWith(experiment: Experiment): void {
  history = EMPTY
  gesture = undefined
  const { theme } = store.getState().session
  const state = freshState(experiment)
  store.setState({ ...state, session: { ...state.session, theme } }, true)
}

/**
 * Makes `next` the experiment as one undoable edit. Edits with the same `key` in quick succession, and all edits of one gesture,
 * are one entry of the history.
 */
export function commit(next: Experiment, key: string): void {
  const before = store.getState().experiment
  if (next === before) return
  if (gesture) {
    const how = gesture.changed ? 'join' : 'step'
    if (!gesture.changed) history = { ...history, future: [] }
    gesture.changed = true
    replace(next, how)
    return
  }
  const recorded = record(history, before, key, Date.now())
  history = recorded.history
  replace(next, recorded.fresh ? 'step' : 'join')
}

/** Commits what `make` gives unless the whole is not a valid experiment. */
export function tryCommit(make: () => Experiment | { ok: false; issues: readonly Issue[] }, key: string): Issue | undefined {
  const next = make()
  if ('ok' in next) return next.issues[0]
  const issue = validate(next)[0]
  if (!issue) commit(next, key)
  return issue
}

/** The experiment before the burst of edits with this key that an edit made now would join, if there is one. */
export function beforeBurst(key: string): Experiment | undefined {
  const { burst, past } = history
  return !gesture && burst?.key === key && Date.now() <= burst.until ? past.at(-1) : undefined
}

/** Makes `next` the experiment without an entry in the history: what is looked at, not what is computed. */
export function commitView(next: Experiment): void {
  if (next !== store.getState().experiment) replace(next, 'view')
}

/** Writes the playhead into the experiment, as a whole step, so that a link opens where the picture stands. No undo entry. */
export function commitPlayhead(): void {
  const { experiment, session } = store.getState()
  const at = Math.min(experiment.steps, Math.max(0, Math.round(session.playhead)))
  if (at !== experiment.at) commitView({ ...experiment, at })
}

/** The formula as typed, where the experiment does not have it as its own, and what is wrong with it. */
export function setDraft(draft: string | undefined, draftIssues: readonly Issue[]): void {
  setSession({ draft, draftIssues })
}

/** Opens another experiment as one undoable step. */
export function commitOpened(next: Experiment): void {
  endGesture()
  history = { ...record(history, store.getState().experiment, 'open', Date.now()).history, burst: undefined }
  replace(next, 'open')
}

/** A drag begins: until `endGesture`, all edits together are one entry of the history. */
export function beginGesture(): void {
  if (gesture) return
  gesture = { before: store.getState().experiment, changed: false }
  setSession({ dragging: true })
}

/** The drag is over. Harmless where none is under way. */
export function endGesture(): void {
  if (!gesture) return
  const { before, changed } = gesture
  gesture = undefined
  if (changed) history = { ...record({ ...history, burst: undefined }, before, 'gesture', Date.now()).history, burst: undefined }
  store.setState((state) => ({ ...flags(), session: { ...state.session, dragging: false } }))
  if (!store.getState().session.playing) commitPlayhead()
}

/** Back to the experiment before the last edit. View, camera and playhead stay as they are. Returns false at the beginning. */
export function undo(): boolean {
  endGesture()
  return travel(stepBack(history, store.getState().experiment))
}

/** The edit that was undone last, again. Returns false where there is none. */
export function redo(): boolean {
  endGesture()
  return travel(stepForward(history, store.getState().experiment))
}

function travel(step: { history: History; experiment: Experiment } | undefined): boolean {
  if (!step) return false
  const present = store.getState().experiment
  const { view, camera, heights, hidden, at } = present
  history = step.history
  const { basins: _basins, sweep: _sweep, ensemble: _ensemble, ...former } = step.experiment
  replace({ ...former, ...panelsOf(present), view, camera, heights, hidden, at: Math.min(at, step.experiment.steps) }, 'undo')
  return true
}

function flags(): { canUndo: boolean; canRedo: boolean } {
  return { canUndo: history.past.length > 0 || (gesture?.changed ?? false), canRedo: history.future.length > 0 }
}

function replace(wanted: Experiment, how: How): void {
  const next = within(wanted)
  const before = store.getState().experiment
  store.setState((state) => {
    const session = follow(state.session, before, next, how)
    const results = sameWork(before, next) ? state.results : reconcile(state.results, before, next)
    // A start or a number of steps moves the end; the playhead in the experiment follows unless it is travelling.
    const stands = how === 'open' || session.playing ? next.at : Math.round(session.playhead)
    const at = Math.min(next.steps, stands)
    const experiment = at === next.at ? next : { ...next, at }
    return { experiment, session, results, ...flags() }
  })
  const after = store.getState().experiment
  for (const listener of listeners) listener(after, before, how)
}

function follow(session: Session, before: Experiment, next: Experiment, how: How): Session {
  const otherLandscape = !sameChoice(before.landscape, next.landscape)
  const atEnd = session.playhead >= before.steps || how === 'open'
  const end = how === 'open' ? next.at : next.steps
  const playhead = atEnd ? end : Math.min(session.playhead, next.steps)
  const selected = followRun(session.selected, before, next)
  const start = followStart(session.start, before, next)
  const playing = session.playing && how !== 'open'
  const same = playhead === session.playhead && selected === session.selected && start === session.start && playing === session.playing
  if (same && !otherLandscape) return session
  const moved = { ...session, playhead, selected, start, playing }
  return otherLandscape ? { ...moved, draft: undefined, draftIssues: [], hover: undefined } : moved
}

/** The selected run stays selected when others come or go before it; where it is gone, the one in its place is. */
function followRun(selected: number, before: Experiment, next: Experiment): number {
  const moved = before.runs === next.runs ? selected : next.runs.indexOf(before.runs[selected])
  return moved >= 0 ? moved : Math.min(selected, Math.max(0, next.runs.length - 1))
}

/** The same for the start, which is another value after each move: only where starts come or go it is looked for. */
function followStart(start: number, before: Experiment, next: Experiment): number {
  if (before.starts.length === next.starts.length) return start
  const moved = next.starts.indexOf(before.starts[start])
  return moved >= 0 ? moved : Math.min(start, next.starts.length - 1)
}
