/** Pointers on a sweep map: a click takes a run, a drag draws the range to zoom into, two fingers pinch, the wheel zooms. */

export interface SweepTarget {
  /** Told where the mouse is, in shares of the plot from its lower left corner; undefined where it has left. */
  hover(at: readonly [number, number] | undefined): void
  take(at: readonly [number, number]): void
  /** A range is being drawn, between two corners; undefined where it is not any more. */
  draw(corners: readonly [number, number, number, number] | undefined): void
  /** Zooms to the range between two corners. */
  choose(corners: readonly [number, number, number, number]): void
  /** Makes the ranges `factor` times as wide about a place. */
  zoom(factor: number, about: readonly [number, number]): void
}

/** Movement below which a press is a click, in px. */
const CLICK = 5
/** Two fingers closer than this say nothing about scale, in px. */
const TOGETHER = 24

/** Attaches the gestures; returns the way to detach them. */
export function sweepGestures(host: HTMLElement, target: SweepTarget): () => void {
  const fingers = new Map<number, readonly [number, number]>()
  let press: readonly [number, number] | undefined
  let apart = 0

  const place = (event: MouseEvent): readonly [number, number] => {
    const box = host.getBoundingClientRect()
    const kept = (v: number): number => Math.min(1, Math.max(0, v))
    return [kept((event.clientX - box.left) / box.width), kept(1 - (event.clientY - box.top) / box.height)]
  }
  const far = ([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): number => (
    Math.hypot((x1 - x2) * host.clientWidth, (y1 - y2) * host.clientHeight)
  )
  const between = (): number => {
    const [a, b] = [...fingers.values()]
    return b === undefined ? 0 : far(a, b)
  }
  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return
    const at = place(event)
    fingers.set(event.pointerId, at)
    host.setPointerCapture(event.pointerId)
    press = fingers.size === 1 ? at : undefined
    apart = between()
    if (fingers.size > 1) target.draw(undefined)
  }
  const move = (event: PointerEvent): void => {
    const at = place(event)
    if (!fingers.has(event.pointerId)) {
      if (event.pointerType !== 'touch') target.hover(at)
      return
    }
    fingers.set(event.pointerId, at)
    if (press && far(press, at) > CLICK) target.draw([...press, ...at])
  }
  const up = (event: PointerEvent): void => {
    if (!fingers.has(event.pointerId)) return
    const at = place(event)
    const [a, b] = [...fingers.values()]
    const now = between()
    fingers.delete(event.pointerId)
    target.draw(undefined)
    if (press) {
      if (far(press, at) > CLICK) target.choose([...press, ...at])
      else target.take(at)
    } else if (b !== undefined && apart > TOGETHER && now > TOGETHER) target.zoom(apart / now, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])
    press = undefined
    apart = 0
  }
  const cancel = (event: PointerEvent): void => {
    fingers.delete(event.pointerId)
    press = undefined
    target.draw(undefined)
  }
  const leave = (): void => target.hover(undefined)
  const wheel = (event: WheelEvent): void => {
    event.preventDefault()
    target.zoom(1.0015 ** Math.max(-400, Math.min(400, event.deltaY)), place(event))
  }
  host.addEventListener('pointerdown', down)
  host.addEventListener('pointermove', move)
  host.addEventListener('pointerup', up)
  host.addEventListener('pointercancel', cancel)
  host.addEventListener('pointerleave', leave)
  host.addEventListener('wheel', wheel, { passive: false })
  return () => {
    host.removeEventListener('pointerdown', down)
    host.removeEventListener('pointermove', move)
    host.removeEventListener('pointerup', up)
    host.removeEventListener('pointercancel', cancel)
    host.removeEventListener('pointerleave', leave)
    host.removeEventListener('wheel', wheel)
  }
}
