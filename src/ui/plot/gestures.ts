/**
 * Pointers on the background of the map or the curve: a click places the start, a drag pans, two fingers pinch, the wheel zooms
 * (after a click, or with Ctrl), a double click shows the first window again. Pan and zoom preview by moving the window; when the
 * gesture ends the window becomes the domain of the experiment.
 */
import type { Box } from '../../core/landscape.ts'
import { moveStart, setDomain, undo } from '../../store/edit.ts'
import { setHover } from '../../store/session.ts'
import { store } from '../../store/store.ts'
import { requestDraw } from './frame.ts'
import { panned, placedPoint, tidied, zoomed } from './viewport.ts'
import { atHome, resetView } from './zoom.ts'

interface Finger {
  readonly x: number
  readonly y: number
}

/** What the gestures act on: a window of one or two coordinates on a panel; px from its upper left corner. */
export interface GestureTarget {
  readonly width: number
  readonly height: number
  /** Where the mouse is. */
  pointer: Finger | undefined
  /** The window as it is drawn now. */
  box(): Box
  /** Draws another window in place of the experiment's domain; undefined goes back to it. */
  preview(box: Box | undefined): void
  /** The world point at a place of the panel. */
  pick(at: Finger): readonly number[]
  /** How far a start is from a place of the panel, in px. */
  distance(start: readonly number[], at: Finger): number
}

/** Movement below which a press is a click, in px. */
const CLICK = { mouse: 4, other: 9 } as const
/** The wheel has come to rest after this many ms. */
const WHEEL_REST = 200
const DOUBLE = 420
/** Two fingers closer than this say nothing about scale, in px. */
const TOGETHER = 8

/** What a press on an element with `data-point` means: that critical point, exactly. */
function exactPoint(target: EventTarget | null): readonly number[] | undefined {
  const holder = target instanceof Element ? target.closest('[data-point]') : null
  return store.getState().results.critical?.points[Number(holder?.getAttribute('data-point') ?? NaN)]?.x
}

/** Attaches the gestures; returns the way to detach them. `hint` is told when a wheel turned that will not zoom yet. */
export function stageGestures(host: HTMLElement, stage: GestureTarget, hint: () => void): () => void {
  const fingers = new Map<number, Finger>()
  let press: (Finger & { readonly limit: number; readonly target: EventTarget | null }) | undefined
  let from: (Finger & { readonly box: Box; readonly apart: number }) | undefined
  let previewed: Box | undefined
  let awake = false
  let wheelTimer = 0
  let lastClick: (Finger & { readonly time: number }) | undefined

  const local = (event: MouseEvent): Finger => {
    const box = host.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  /** Middle of the fingers and how far they are apart; on a curve only sideways counts. */
  const middle = (): Finger & { readonly apart: number } => {
    const [a, b] = [...fingers.values()]
    if (b === undefined) return { ...a, apart: 0 }
    const apart = stage.box().length === 1 ? Math.abs(a.x - b.x) : Math.hypot(a.x - b.x, a.y - b.y)
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart }
  }

  /** A place of the panel as shares of the window: y grows upwards in the world. */
  const shares = ({ x, y }: Finger): readonly number[] => [x / stage.width, 1 - y / stage.height].slice(0, stage.box().length)

  const show = (box: Box | undefined): void => {
    previewed = box
    stage.preview(box)
    requestDraw()
  }

  const commit = (): void => {
    if (previewed === undefined) return
    const box = tidied(previewed)
    show(undefined)
    setDomain(box)
  }

  const grip = (): void => {
    from = fingers.size === 0 ? undefined : { box: stage.box(), ...middle() }
  }

  const nearestStart = (at: Finger): number => {
    const distances = store.getState().experiment.starts.map((start) => stage.distance(start, at))
    return distances.indexOf(Math.min(...distances))
  }

  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return
    awake = true
    setHover(undefined)
    const at = local(event)
    fingers.set(event.pointerId, at)
    host.setPointerCapture(event.pointerId)
    grip()
    const limit = event.pointerType === 'mouse' ? CLICK.mouse : CLICK.other
    press = fingers.size === 1 ? { ...at, limit, target: event.target } : undefined
  }

  const move = (event: PointerEvent): void => {
    const at = local(event)
    if (!fingers.has(event.pointerId)) {
      // A finger that hovers is one that has just let go.
      if (event.pointerType === 'touch' || fingers.size > 0 || store.getState().session.dragging) return
      stage.pointer = at
      setHover(exactPoint(event.target) ?? stage.pick(at))
      return
    }
    fingers.set(event.pointerId, at)
    if (press) {
      if (Math.hypot(at.x - press.x, at.y - press.y) <= press.limit) return
      press = undefined
    }
    if (!from) return
    const now = middle()
    const [here, there] = [shares(now), shares(from)]
    const shifted = panned(from.box, here.map((share, i) => there[i] - share))
    const pinched = from.apart > TOGETHER && now.apart > TOGETHER
    show(pinched ? zoomed(shifted, from.apart / now.apart, here) : shifted)
  }

  const up = (event: PointerEvent): void => {
    if (!fingers.delete(event.pointerId)) return
    const clicked = press
    press = undefined
    if (event.type !== 'pointerup') {
      // The system took the pointer away: nothing was meant.
      show(undefined)
      grip()
      return
    }
    if (clicked) {
      click(clicked, event.timeStamp)
      return
    }
    if (fingers.size === 0) commit()
    grip()
  }

  const click = (at: Finger & { readonly target: EventTarget | null }, time: number): void => {
    if (lastClick && time - lastClick.time < DOUBLE && Math.hypot(at.x - lastClick.x, at.y - lastClick.y) < 12) {
      lastClick = undefined
      // The first click of the two has moved the start, which was not meant.
      undo()
      if (!atHome(store.getState().experiment.domain)) resetView()
      return
    }
    lastClick = { time, x: at.x, y: at.y }
    moveStart(nearestStart(at), exactPoint(at.target) ?? placedPoint(stage.pick(at), stage.box()))
  }

  const leave = (): void => {
    awake = false
    stage.pointer = undefined
    if (fingers.size === 0) setHover(undefined)
  }

  const wheel = (event: WheelEvent): void => {
    if (!awake && !event.ctrlKey) {
      hint()
      return
    }
    event.preventDefault()
    // Lines and pages instead of pixels, as some mice send.
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? stage.height : 1
    // A pinch on a trackpad comes as a wheel with Ctrl in small steps.
    const speed = event.ctrlKey && Math.abs(event.deltaY) < 20 ? 0.01 : 0.0016
    show(zoomed(stage.box(), Math.exp(event.deltaY * unit * speed), shares(local(event))))
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
