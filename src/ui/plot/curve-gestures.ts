/**
 * Pointers on the curve's background, with the map's manners: a click places the start, a drag pans, two fingers pinch, the wheel
 * zooms (after a click, or with Ctrl), a double click shows the whole curve again.
 */
import { moveStart, setDomain, undo } from '../../store/edit.ts'
import { setHover } from '../../store/session.ts'
import { store } from '../../store/store.ts'
import { fromX, toX, toY } from './curve-view.ts'
import type { CurveWindow } from './curve-window.ts'
import { requestDraw } from './frame.ts'
import { panned, tidied, zoomed } from './viewport.ts'
import { atHome, resetView } from './zoom.ts'

/** Movement below which a press is a click, in px. */
const CLICK = { mouse: 4, other: 9 } as const
const WHEEL_REST = 200
const DOUBLE = 420
/** A click this near to a critical point means that point, exactly. */
const SNAP = 11

/** Attaches the gestures; returns the way to detach them. `hint` is told when a wheel turned that will not zoom yet. */
export function curveGestures(host: HTMLElement, window_: CurveWindow, hint: () => void): () => void {
  const fingers = new Map<number, number>()
  let press: { x: number; y: number; limit: number } | undefined
  let from: { interval: readonly [number, number]; x: number; apart: number } | undefined
  let awake = false
  let wheelTimer = 0
  let lastClick: { time: number; x: number } | undefined

  const local = (event: MouseEvent): { x: number; y: number } => {
    const box = host.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  /** The x a click at this place means. */
  const meant = (at: { x: number; y: number }): number => {
    const view = window_.current()
    const { results, experiment } = store.getState()
    const points = experiment.hidden.includes('critical') ? [] : (results.critical?.points ?? [])
    const near = points.find((p) => Math.hypot(toX(view, p.x[0]) - at.x, toY(view.f, view.layout.curve, p.f) - at.y) <= SNAP)
    return near?.x[0] ?? fromX(view, at.x)
  }

  const nearestStart = (x: number): number => {
    const distances = store.getState().experiment.starts.map((start) => Math.abs(start[0] - x))
    return distances.indexOf(Math.min(...distances))
  }

  const middle = (): { x: number; apart: number } => {
    const [a, b] = [...fingers.values()]
    return b === undefined ? { x: a, apart: 0 } : { x: (a + b) / 2, apart: Math.abs(a - b) }
  }

  const grip = (): void => {
    from = fingers.size === 0 ? undefined : { interval: window_.current().x, ...middle() }
  }

  const show = (interval: readonly [number, number]): void => {
    window_.preview = interval
    requestDraw()
  }

  const commit = (): void => {
    if (!window_.preview) return
    const box = tidied([window_.preview])
    window_.preview = undefined
    setDomain(box)
    requestDraw()
  }

  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return
    awake = true
    setHover(undefined)
    const at = local(event)
    fingers.set(event.pointerId, at.x)
    host.setPointerCapture(event.pointerId)
    grip()
    press = fingers.size === 1 ? { ...at, limit: event.pointerType === 'mouse' ? CLICK.mouse : CLICK.other } : undefined
  }

  const move = (event: PointerEvent): void => {
    const at = local(event)
    if (!fingers.has(event.pointerId)) {
      if (event.pointerType === 'touch' || fingers.size > 0 || store.getState().session.dragging) return
      window_.pointer = at
      setHover([fromX(window_.current(), at.x)])
      return
    }
    fingers.set(event.pointerId, at.x)
    if (press) {
      if (Math.hypot(at.x - press.x, at.y - press.y) <= press.limit) return
      press = undefined
    }
    if (!from) return
    const now = middle()
    const { width } = window_
    const [shifted] = panned([from.interval], [-(now.x - from.x) / width])
    // Two fingers on top of each other say nothing about scale.
    if (from.apart > 8 && now.apart > 8) show(zoomed([shifted], from.apart / now.apart, [now.x / width])[0])
    else show(shifted)
  }

  const up = (event: PointerEvent): void => {
    if (!fingers.delete(event.pointerId)) return
    const clicked = press
    press = undefined
    if (event.type !== 'pointerup') {
      // The system took the pointer away: nothing was meant.
      window_.preview = undefined
      grip()
      requestDraw()
      return
    }
    if (clicked) {
      if (lastClick && event.timeStamp - lastClick.time < DOUBLE && Math.abs(clicked.x - lastClick.x) < 12) {
        lastClick = undefined
        // The first click of the two has moved the start, which was not meant.
        undo()
        if (!atHome(store.getState().experiment.domain)) resetView()
        return
      }
      lastClick = { time: event.timeStamp, x: clicked.x }
      const x = meant(clicked)
      moveStart(nearestStart(x), [x])
      return
    }
    if (fingers.size === 0) commit()
    grip()
  }

  const leave = (): void => {
    awake = false
    window_.pointer = undefined
    if (fingers.size === 0) setHover(undefined)
  }

  const wheel = (event: WheelEvent): void => {
    if (!awake && !event.ctrlKey) {
      hint()
      return
    }
    event.preventDefault()
    // Lines and pages instead of pixels, as some mice send.
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? window_.height : 1
    // A pinch on a trackpad comes as a wheel with Ctrl in small steps.
    const speed = event.ctrlKey && Math.abs(event.deltaY) < 20 ? 0.01 : 0.0016
    show(zoomed([window_.current().x], Math.exp(event.deltaY * unit * speed), [local(event).x / window_.width])[0])
    window.clearTimeout(wheelTimer)
    wheelTimer = window.setTimeout(commit, WHEEL_REST)
  }

  host.addEventListener('pointerdown', down)
  host.addEventListener('pointermove', move)
  host.addEventListener('pointerup', up)
  host.addEventListener('pointercancel', up)
  host.addEventListener('lostpointercapture', up)
  host.addEventListener('pointerleave', leave)
  host.addEventListener('wheel', wheel, { passive: false })
  return () => {
    window.clearTimeout(wheelTimer)
    host.removeEventListener('pointerdown', down)
    host.removeEventListener('pointermove', move)
    host.removeEventListener('pointerup', up)
    host.removeEventListener('pointercancel', up)
    host.removeEventListener('lostpointercapture', up)
    host.removeEventListener('pointerleave', leave)
    host.removeEventListener('wheel', wheel)
  }
}
