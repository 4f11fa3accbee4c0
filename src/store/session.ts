/** Verbs for what does not survive a reload: the playhead, the selection, the pointer, the theme, the notices. */
import { commitPlayhead } from './commit.ts'
import { startClock, stopClock } from './playback.ts'
import type { Notice, Session } from './state.ts'
import { setSession, store } from './store.ts'
import { applyTheme, rememberTheme } from './theme.ts'

/** Speeds the transport offers; 1 is one step in 160 ms. */
export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 2, 4, 8, 16, 32]
/** Notices shown at once; older ones give way. */
const NOTICE_LIMIT = 4

/** Plays from the playhead, or from the start where the playhead is at the end. */
export function play(): void {
  const { experiment, session } = store.getState()
  if (session.playing || experiment.steps === 0) return
  const playhead = session.playhead >= experiment.steps ? 0 : session.playhead
  setSession({ playing: true, playhead })
  startClock(pause)
}

/** Stops at the playhead, on a whole step: the nearest one already passed or reached. */
export function pause(): void {
  stopClock()
  const { session } = store.getState()
  if (!session.playing) return
  setSession({ playing: false, playhead: Math.round(session.playhead) })
  commitPlayhead()
}

export function togglePlay(): void {
  if (store.getState().session.playing) pause()
  else play()
}

/** Moves the playhead to an iterate, 0 to `steps`; what lies outside is brought to the nearest end. Ignores NaN. */
export function seek(step: number): void {
  if (Number.isNaN(step)) return
  const { experiment, session } = store.getState()
  setSession({ playhead: Math.min(experiment.steps, Math.max(0, step)) })
  if (!session.playing && !session.dragging) commitPlayhead()
}

/** Moves the playhead by whole steps and stops playing: one step back or forward. */
export function stepBy(steps: number): void {
  pause()
  seek(Math.round(store.getState().session.playhead) + steps)
}

/** Back to the start, standing still. */
export function reset(): void {
  pause()
  seek(0)
}

/** How fast playing goes, relative to one step in 160 ms. Ignores what is not a positive finite number. */
export function setSpeed(speed: number): void {
  if (speed > 0 && Number.isFinite(speed)) setSession({ speed })
}

/** Shows the numbers of run `run` in the inspector. Ignores a run that does not exist. */
export function select(run: number): void {
  if (isIndex(run, store.getState().experiment.runs)) setSession({ selected: run })
}

/** Of the selected run, shows the path from start `start`. Ignores a start that does not exist. */
export function selectStart(start: number): void {
  const { experiment, session } = store.getState()
  if (start !== session.start && isIndex(start, experiment.starts)) setSession({ start })
}

function isIndex(i: number, list: readonly unknown[]): boolean {
  return Number.isInteger(i) && i >= 0 && i < list.length
}

/** The point under the pointer, in world coordinates, or undefined when it has left. */
export function setHover(point: readonly number[] | undefined): void {
  if (point !== store.getState().session.hover) setSession({ hover: point })
}

/** Light, dark, or as the system says; remembered on this device. */
export function setTheme(theme: Session['theme']): void {
  setSession({ theme })
  rememberTheme(theme)
  applyTheme(theme)
}

let lastNotice = 0

/** Tells the user something. A notice with the same title takes the place of the older one. Returns its id. */
export function notify(notice: Omit<Notice, 'id'>): number {
  lastNotice += 1
  const others = store.getState().session.notices.filter((n) => n.title !== notice.title)
  setSession({ notices: [...others, { ...notice, id: lastNotice }].slice(-NOTICE_LIMIT) })
  return lastNotice
}

/** Takes a notice away. */
export function dismiss(id: number): void {
  setSession({ notices: store.getState().session.notices.filter((n) => n.id !== id) })
}
