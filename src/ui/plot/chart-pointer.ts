/** Pointers on a chart: a press or drag moves the playhead, a hover shows the step in all charts and its point in the other views. */
import { positionAt } from '../../store/selectors.ts'
import { pause, seek, setHover } from '../../store/session.ts'
import type { Path } from '../../store/state.ts'
import { store } from '../../store/store.ts'
import { chartHover, setChartHover } from './chart-hover.ts'

export interface ChartPlaces {
  /** The step at a distance from the box's left edge, px. */
  stepAt(x: number): number
  /** The path whose line is nearest to a height (px from the top) at a step; undefined where there is none. */
  pathAt(step: number, y: number): Path | undefined
}

/** Attaches the gestures to the chart's box; returns the way to detach them. */
export function chartPointer(box: HTMLElement, places: ChartPlaces): () => void {
  let held: number | undefined

  const local = (event: PointerEvent): { x: number; y: number } => {
    const { left, top } = box.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }

  const hover = (event: PointerEvent): void => {
    const { x, y } = local(event)
    const step = places.stepAt(x)
    const path = store.getState().session.dragging ? undefined : places.pathAt(step, y)
    if (!path) return
    setChartHover({ step, run: path.run, start: path.start })
    setHover(positionAt(path, step))
  }

  const leave = (): void => {
    if (!chartHover()) return
    setChartHover(undefined)
    setHover(undefined)
  }

  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return
    held = event.pointerId
    box.setPointerCapture(event.pointerId)
    leave()
    pause()
    seek(places.stepAt(local(event).x))
  }
  const move = (event: PointerEvent): void => {
    if (held === event.pointerId) seek(places.stepAt(local(event).x))
    else if (event.pointerType !== 'touch') hover(event)
  }
  const up = (event: PointerEvent): void => {
    if (held === event.pointerId) held = undefined
  }

  box.addEventListener('pointerdown', down)
  box.addEventListener('pointermove', move)
  box.addEventListener('pointerup', up)
  box.addEventListener('pointercancel', up)
  box.addEventListener('pointerleave', leave)
  return () => {
    box.removeEventListener('pointerdown', down)
    box.removeEventListener('pointermove', move)
    box.removeEventListener('pointerup', up)
    box.removeEventListener('pointercancel', up)
    box.removeEventListener('pointerleave', leave)
    leave()
  }
}
