/** Turning, zooming and clicking the block with mouse, fingers, wheel and keys. Knows nothing of what is drawn. */
import { CAMERA, type Camera } from '../../core/experiment/experiment.ts'
import { tidyCamera } from './projection.ts'

export interface GestureTarget {
  /** The camera as it is now. */
  camera(): Camera
  /** Pixels per unit of the block, so that the near edge stays under the pointer while it turns. */
  scale(): number
  /** The camera moves; called once per pointer event. */
  turn(camera: Camera): void
  /** The gesture is over: the camera may be kept. */
  settle(): void
  /** A click or tap that did not move, in pixels of the element. Returns whether it has changed something. */
  click(px: number, py: number): boolean
  /** The second click of two; `placed` is what the first one returned. */
  clickAgain(placed: boolean): void
  /** The pointer hovers, or has left. */
  hover(px: number, py: number): void
  leave(): void
}

/** A pointer that moves less than this clicks. */
const SLOP = 5
/** ms after which a turn of the wheel is over. */
const WHEEL_END = 180
/** Two clicks within this many ms are a double click. */
const DOUBLE = 420
const DEGREES = 180 / Math.PI
/** Distance from the block's axis to its near corner region, block units: what turns as fast as the pointer moves. */
const ARM = 0.74

interface Finger {
  x: number
  y: number
}

/**
 * Listens on `element` until the returned function is called, for the wheel on all of `panel` round it: handles lie over the
 * element, keep pointers to themselves, and leave the wheel to the panel.
 */
export function attachGestures(element: HTMLElement, panel: HTMLElement, target: GestureTarget): () => void {
  const fingers = new Map<number, Finger>()
  let moved = false
  let from: Finger = { x: 0, y: 0 }
  let last: { readonly time: number; readonly at: Finger; readonly placed: boolean } | undefined
  let wheelEnd: ReturnType<typeof setTimeout> | undefined

  const local = (event: MouseEvent): Finger => {
    const box = element.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const change = (part: Partial<Camera>): void => target.turn(tidyCamera({ ...target.camera(), ...part }))
  const spread = (): { gap: number; x: number; y: number } => {
    const [a, b] = [...fingers.values()]
    return b ? { gap: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : { gap: 0, x: a.x, y: a.y }
  }

  const down = (event: PointerEvent): void => {
    if (event.button !== 0 || fingers.size >= 2) return
    const at = local(event)
    fingers.set(event.pointerId, at)
    element.setPointerCapture(event.pointerId)
    if (fingers.size === 1) {
      moved = false
      from = at
    } else moved = true
    target.leave()
  }
  const move = (event: PointerEvent): void => {
    const at = local(event)
    const finger = fingers.get(event.pointerId)
    if (!finger) {
      if (fingers.size === 0 && event.pointerType !== 'touch') target.hover(at.x, at.y)
      return
    }
    if (!moved && Math.hypot(at.x - from.x, at.y - from.y) < SLOP) return
    moved = true
    const before = spread()
    finger.x = at.x
    finger.y = at.y
    const after = spread()
    const camera = target.camera()
    const perPixel = DEGREES / (ARM * target.scale())
    change({
      azimuth: camera.azimuth + (after.x - before.x) * perPixel,
      elevation: camera.elevation + (after.y - before.y) * perPixel,
      zoom: before.gap > 0 ? camera.zoom * after.gap / before.gap : camera.zoom,
    })
  }
  const up = (event: PointerEvent): void => {
    if (!fingers.delete(event.pointerId)) return
    if (fingers.size > 0) return
    if (moved) {
      last = undefined
      target.settle()
    } else if (event.type === 'pointerup') clicked(event.timeStamp)
  }
  const clicked = (time: number): void => {
    if (last && time - last.time < DOUBLE && Math.hypot(from.x - last.at.x, from.y - last.at.y) < 12) {
      const { placed } = last
      last = undefined
      target.clickAgain(placed)
    } else last = { time, at: from, placed: target.click(from.x, from.y) }
  }
  const leave = (): void => target.leave()
  const wheel = (event: WheelEvent): void => {
    event.preventDefault()
    // Lines and pages count as 16 and 400 px; a pinch on a touch pad arrives as a wheel with Ctrl and small deltas.
    const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1)
    change({ zoom: target.camera().zoom * Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.0016)) })
    clearTimeout(wheelEnd)
    wheelEnd = setTimeout(() => target.settle(), WHEEL_END)
  }
  const key = (event: KeyboardEvent): void => {
    if (event.target !== element || event.altKey || event.ctrlKey || event.metaKey) return
    const next = keyed(event.key, event.shiftKey, target.camera())
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    target.turn(tidyCamera(next))
    target.settle()
  }

  element.addEventListener('pointerdown', down)
  element.addEventListener('pointermove', move)
  element.addEventListener('pointerup', up)
  element.addEventListener('pointercancel', up)
  element.addEventListener('pointerleave', leave)
  panel.addEventListener('wheel', wheel, { passive: false })
  element.addEventListener('keydown', key)
  return () => {
    clearTimeout(wheelEnd)
    element.removeEventListener('pointerdown', down)
    element.removeEventListener('pointermove', move)
    element.removeEventListener('pointerup', up)
    element.removeEventListener('pointercancel', up)
    element.removeEventListener('pointerleave', leave)
    panel.removeEventListener('wheel', wheel)
    element.removeEventListener('keydown', key)
  }
}

/** The camera after a key, or undefined where the key means nothing here: arrows turn, plus and minus zoom, 0 resets. */
export function keyed(key: string, big: boolean, camera: Camera): Camera | undefined {
  const step = big ? 15 : 5
  switch (key) {
    case 'ArrowLeft': return { ...camera, azimuth: camera.azimuth - step }
    case 'ArrowRight': return { ...camera, azimuth: camera.azimuth + step }
    case 'ArrowUp': return { ...camera, elevation: camera.elevation - step }
    case 'ArrowDown': return { ...camera, elevation: camera.elevation + step }
    case '+': case '=': return { ...camera, zoom: camera.zoom * 1.15 }
    case '-': case '_': return { ...camera, zoom: camera.zoom / 1.15 }
    case '0': return CAMERA
    default: return undefined
  }
}
