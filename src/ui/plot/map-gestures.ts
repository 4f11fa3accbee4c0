/**
 * Pointers on the map's background: a click places the start, a drag pans, two fingers pinch, the wheel zooms (after a click,
 * or with
 * Ctrl). Pan and zoom preview by moving the window; when the gesture ends the window becomes the domain of the experiment.
 */
import { moveStart, setDomain, undo } from '../../store/edit.ts'
import { setHover } from '../../store/session.ts'
import { store } from '../../store/store.ts'
import { requestDraw } from './frame.ts'
import type { MapView } from './map-view.ts'
import { panned, pick, place, placedPoint, tidied, zoomed } from './viewport.ts'
import { atHome, resetView } from './zoom.ts'

interface Finger {
  x: number
  y: number
}

/** Movement below which a press is a click, in px. */
const CLICK = { mouse: 4, other: 9 } as const
/** The wheel has come to rest after this many ms. */
const WHEEL_REST = 200
const DOUBLE = 420

/** What a press on an element with `data-point` places the start at: that exact point. */
function exactPoint(target: EventTarget | null): readonly number[] | undefined {
  const holder = target instanceof Element ? target.closest('[data-point]') : null
  const point = store.getState().results.critical?.points[Number(holder?.getAttribute('data-point') ?? NaN)]
  return point?.x
}

/** The start nearest to a place of the panel: the one a click moves. */
function nearestStart(view: MapView, x: number, y: number): number {
  let best = 0
  let least = Infinity
  store.getState().experiment.starts.forEach((start, i) => {
    const [sx, sy] = place(view, start)
    const d = Math.hypot(sx - x, sy - y)
    if (d < least) {
      least = d
      best = i
    }
  })
  return best
}

/**
 * Attaches the gestures to the map; returns the way to detach them. `hint` is told when a wheel turned that will not zoom yet.
 */
export function mapGestures(host: HTMLElement, view: MapView, hint: () => void): () => void {
  const fingers = new Map<number, Finger>()
  let press: { x: number; y: number; limit: number; target: EventTarget | null } | undefined
  let from: { box: MapView['box']; x: number; y: number; apart: number } | undefined
  let awake = false
  let wheelTimer = 0
  let lastClick: { time: number; x: number; y: number } | undefined

  const local = (event: MouseEvent): Finger => {
    const box = host.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  const middle = (): { x: number; y: number; apart: number } => {
    const [a, b] = [...fingers.values()]
    if (!b) return { x: a.x, y: a.y, apart: 0 }
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) }
  }

  const show = (box: MapView['box']): void => {
    view.box = box
    view.preview = true
    requestDraw()
  }

  const commit = (): void => {
    if (!view.preview) return
    view.preview = false
    setDomain(tidied(view.box))
    requestDraw()
  }

  const grip = (): void => {
    from = fingers.size === 0 ? undefined : { box: view.box, ...middle() }
  }

  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return
    awake = true
    setHover(undefined)
    fingers.set(event.pointerId, local(event))
    host.setPointerCapture(event.pointerId)
    view.current()
    grip()
    press = fingers.size === 1
      ? { ...local(event), limit: event.pointerType === 'mouse' ? CLICK.mouse : CLICK.other, target: event.target }
      : undefined
  }

  const move = (event: PointerEvent): void => {
    const at = local(event)
    if (!fingers.has(event.pointerId)) {
      // A finger that hovers is one that has just let go.
      if (event.pointerType !== 'touch' && fingers.size === 0 && !store.getState().session.dragging) {
        view.pointer = at
        setHover(exactPoint(event.target) ?? pick(view.current(), at.x, at.y))
      }
      return
    }
    fingers.set(event.pointerId, at)
    if (press) {
      if (Math.hypot(at.x - press.x, at.y - press.y) <= press.limit) return
      press = undefined
    }
    if (!from) return
    const now = middle()
    const shift = panned(from.box, [-(now.x - from.x) / view.width, (now.y - from.y) / view.height])
    if (from.apart > 0 && now.apart > 0) {
      show(zoomed(shift, from.apart / now.apart, [now.x / view.width, 1 - now.y / view.height]))
    } else show(shift)
  }

  const up = (event: PointerEvent): void => {
    if (!fingers.delete(event.pointerId)) return
    const clicked = press
    press = undefined
    if (event.type !== 'pointerup') {
      // The system took the pointer away: nothing was meant.
      view.preview = false
      grip()
      requestDraw()
      return
    }
    if (clicked) {
      const again = lastClick && event.timeStamp - lastClick.time < DOUBLE
        && Math.hypot(clicked.x - lastClick.x, clicked.y - lastClick.y) < 12
      if (again) {
        lastClick = undefined
        // The first click of the two has moved the start, which was not meant.
        undo()
        if (!atHome(store.getState().experiment.domain)) resetView()
        return
      }
      lastClick = { time: event.timeStamp, x: clicked.x, y: clicked.y }
      const point = exactPoint(clicked.target) ?? placedPoint(pick(view.current(), clicked.x, clicked.y), view.box)
      moveStart(nearestStart(view, clicked.x, clicked.y), point)
      return
    }
    if (fingers.size === 0) commit()
    grip()
  }

  const leave = (): void => {
    awake = false
    view.pointer = undefined
    if (fingers.size === 0) setHover(undefined)
  }

  const wheel = (event: WheelEvent): void => {
    if (!awake && !event.ctrlKey) {
      hint()
      return
    }
    event.preventDefault()
    const at = local(event)
    // Lines and pages instead of pixels, as some mice send.
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? view.height : 1
    // A pinch on a trackpad comes as a wheel with Ctrl in small steps.
    const speed = event.ctrlKey && Math.abs(event.deltaY) < 20 ? 0.01 : 0.0016
    view.current()
    show(zoomed(view.box, Math.exp(event.deltaY * unit * speed), [at.x / view.width, 1 - at.y / view.height]))
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
