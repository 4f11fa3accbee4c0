/** What gestures on the surface do to the experiment: turning and zooming is its camera, a click places a start, hovering is shared. */
import { CAMERA, type Camera } from '../../core/experiment/experiment.ts'
import { moveStart, setCamera, undo } from '../../store/edit.ts'
import { setHover } from '../../store/session.ts'
import { store } from '../../store/store.ts'
import { requestDraw } from './frame.ts'
import { attachGestures } from './surface-gestures.ts'
import { glyphAt, nearestStart, pick, type Model } from './surface-model.ts'
import { placedPoint } from './viewport.ts'

/** What the hand is doing on this view and no other part of the page needs to know. */
export interface Hand {
  /** The camera of a gesture that is going on; the experiment learns it when the gesture ends. */
  camera: Camera | undefined
  /** Where the pointer hovers, px. */
  pointer: { readonly x: number; readonly y: number } | undefined
}

/** A tenth of a degree is about a pixel at the block's corner, and keeps links short. */
const rounded = ({ azimuth, elevation, zoom }: Camera): Camera => ({
  azimuth: Math.round(azimuth * 10) / 10, elevation: Math.round(elevation * 10) / 10, zoom: Math.round(zoom * 1000) / 1000,
})

/** Listens on the focusable region of the surface until the returned function is called. `hand` is kept up to date. */
export function attachControls(region: HTMLElement, hand: Hand, model: () => Model | undefined): () => void {
  return attachGestures(region, region.parentElement ?? region, {
    camera: () => hand.camera ?? store.getState().experiment.camera,
    scale: () => model()?.view.scale ?? 200,
    turn(camera) {
      hand.camera = camera
      requestDraw()
    },
    settle() {
      if (hand.camera) setCamera(rounded(hand.camera))
      hand.camera = undefined
    },
    click(px, py) {
      const now = model()
      const { experiment, results } = store.getState()
      const glyphs = experiment.hidden.includes('critical') ? [] : results.critical?.points ?? []
      const hit = now && pick(now, px, py)
      const point = (now && glyphAt(now, glyphs.map((g) => g.x), px, py)) ?? (hit && placedPoint(hit, experiment.domain))
      if (now && point) moveStart(nearestStart(now, experiment.starts, px, py), point)
      return point !== undefined
    },
    clickAgain(placed) {
      // The first click of the two has moved the start, which was not meant.
      if (placed) undo()
      setCamera(CAMERA)
    },
    hover(px, py) {
      const now = model()
      hand.pointer = { x: px, y: py }
      setHover(now && pick(now, px, py))
    },
    leave() {
      hand.pointer = undefined
      setHover(undefined)
    },
  })
}
