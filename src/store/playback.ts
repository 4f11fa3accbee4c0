/** The only clock: moves the playhead while playing. */
import { setSession, store } from './store.ts'

/** Milliseconds per step at speed 1. */
export const STEP_TIME = 160
/** Above this speed the playhead jumps from step to step instead of gliding between them. */
export const TWEEN_LIMIT = 8
/** With reduced motion the picture changes at most this often, in ms. */
export const CALM_INTERVAL = 250
/** A frame that comes later than this counts as this late: a page that was in the background goes on where it was. */
const LONGEST_FRAME = 100

let frame: number | undefined

/**
 * Moves the playhead with every frame until the end, then calls `ended`. Runs until `stopClock`; calling it again while it runs
 * does nothing. Speed and number of steps are read anew at every frame.
 */
export function startClock(ended: () => void): void {
  if (frame !== undefined) return
  const calm = window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false
  let exact = store.getState().session.playhead
  let shown = exact
  let last: number | undefined
  let changed = -Infinity
  const tick = (now: number) => {
    frame = requestAnimationFrame(tick)
    const { experiment, session } = store.getState()
    if (!session.playing) return stopClock()
    // Somebody moved the playhead meanwhile: go on from there.
    if (session.playhead !== shown) exact = session.playhead
    const passed = last === undefined ? 0 : Math.min(now - last, LONGEST_FRAME)
    last = now
    exact = Math.min(experiment.steps, exact + (passed * session.speed) / STEP_TIME)
    const whole = calm || session.speed > TWEEN_LIMIT
    const next = whole ? Math.floor(exact) : exact
    shown = session.playhead
    if (next !== shown && (!calm || now - changed >= CALM_INTERVAL)) {
      shown = next
      changed = now
      setSession({ playhead: next })
    }
    if (shown >= experiment.steps) ended()
  }
  frame = requestAnimationFrame(tick)
}

/** Stops the clock. */
export function stopClock(): void {
  if (frame !== undefined) cancelAnimationFrame(frame)
  frame = undefined
}
