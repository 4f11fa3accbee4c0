/**
 * The map's window as a mutable object that its layers share: the domain of the experiment, or a preview of it during a gesture.
 */
import type { Box } from '../../core/landscape.ts'
import { store } from '../../store/store.ts'
import type { GestureTarget } from './gestures.ts'
import { pick, place, type Viewport } from './viewport.ts'

export interface MapView extends Viewport {
  box: Box
  width: number
  height: number
  /** True while a gesture shows another window than the experiment's domain. */
  preview: boolean
  /** Where the mouse is on this panel, in px. */
  pointer: { readonly x: number; readonly y: number } | undefined
  /** The view itself, brought up to date with the experiment. */
  current(): MapView
}

const UNIT: Box = [[0, 1], [0, 1]]

export function mapView(): MapView {
  const view: MapView = {
    box: UNIT, width: 0, height: 0, preview: false, pointer: undefined,
    current() {
      const { domain } = store.getState().experiment
      if (!view.preview && domain.length === 2) view.box = domain
      return view
    },
  }
  return view
}

/** The map's window as what gestures act on. */
export function mapTarget(view: MapView): GestureTarget {
  return {
    get width() { return view.width },
    get height() { return view.height },
    get pointer() { return view.pointer },
    set pointer(at) { view.pointer = at },
    box: () => view.current().box,
    preview(box) {
      view.preview = box !== undefined
      if (box !== undefined) view.box = box
    },
    pick: ({ x, y }) => pick(view.current(), x, y),
    distance(start, at) {
      const [x, y] = place(view.current(), start)
      return Math.hypot(x - at.x, y - at.y)
    },
  }
}
