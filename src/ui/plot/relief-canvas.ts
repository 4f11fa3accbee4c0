/**
 * Keeps a canvas showing the relief of a surface through a moving window: painted once per surface, then only placed. Where the surface in
 * full has come, it takes the place of the first picture, painted in the meantime a little in each frame.
 */
import type { Surface } from '../../core/explore/events.ts'
import { fitCanvas, requestDraw } from './frame.ts'
import { painting, paintRelief, reliefOf, shaping, type Relief } from './relief.ts'
import type { Scale } from './scale.ts'
import type { Tokens } from './style.ts'
import { place, type Viewport } from './viewport.ts'

/** More device pixels than this are painted at half the resolution: the tones are soft, and lines come from plotly. */
const MANY = 1_200_000

/** How much of a frame painting in full may take, in ms. */
const SLICE = 5

export interface ReliefCanvas {
  /**
   * Brings the canvas up to date; returns the relief of `surface`. `full`, the same ground in more samples, is painted while nothing moves.
   * `quick` paints coarser, for surfaces that change every frame.
   */
  draw(surface: Surface | undefined, full: Surface | undefined, scale: Scale | undefined, tokens: Tokens, view: Viewport, quick: boolean): Relief | undefined
}

/** The picture of the surface in full. */
function* picture(full: Surface, scale: Scale, tokens: Tokens, w: number, h: number, ratio: number): Generator<undefined, ImageData, void> {
  const relief = yield* shaping(full, scale)
  return new ImageData(yield* painting(relief, tokens, w, h, ratio), w, h)
}

export function reliefCanvas(canvas: HTMLCanvasElement): ReliefCanvas {
  const ctx = canvas.getContext('2d')
  const bitmap = document.createElement('canvas')
  const bitmapCtx = bitmap.getContext('2d')
  let relief: Relief | undefined
  let of: Surface | undefined
  let painted = ''
  let shown = ''
  let work: { readonly of: Surface; readonly key: string; readonly slices: Generator<undefined, ImageData, void> | undefined } | undefined

  /** Goes on with the picture in full, and shows it once it is done. */
  const improve = (full: Surface | undefined, scale: Scale, tokens: Tokens, w: number, h: number, ratio: number, key: string): void => {
    if (!full || !bitmapCtx) {
      work = undefined
      return
    }
    if (work?.of !== full || work.key !== key) work = { of: full, key, slices: picture(full, scale, tokens, w, h, ratio) }
    if (!work.slices) return
    const until = performance.now() + SLICE
    for (;;) {
      const { done, value } = work.slices.next()
      if (done) {
        bitmapCtx.putImageData(value, 0, 0)
        work = { of: full, key, slices: undefined }
        shown = ''
        return
      }
      if (performance.now() >= until) return requestDraw()
    }
  }

  return {
    draw(surface, full, scale, tokens, view, quick) {
      if (!ctx || !bitmapCtx || view.width === 0 || view.height === 0) return undefined
      const ratio = window.devicePixelRatio || 1
      const resized = fitCanvas(canvas, view.width, view.height)
      if (!surface || !scale || surface.shape.length !== 2) {
        if (of || resized) ctx.clearRect(0, 0, canvas.width, canvas.height)
        of = undefined
        relief = undefined
        work = undefined
        painted = ''
        shown = ''
        return undefined
      }
      const fresh = of !== surface || relief?.scale !== scale
      const toned = `${tokens.theme} ${tokens.ramp.join()} ${canvas.width} ${canvas.height}`
      const keyOf = (by: number): string => `${toned} ${by}`
      const fine = canvas.width * canvas.height > MANY ? 0.5 : 1
      // What is there is not painted anew, and coarser, because something moves over it.
      const shrink = quick && (fresh || painted !== keyOf(fine)) ? 0.5 : fine
      const w = Math.max(2, Math.round(canvas.width * shrink))
      const h = Math.max(2, Math.round(canvas.height * shrink))
      const shape = !fresh && relief ? relief : reliefOf(surface, scale)
      relief = shape
      const key = keyOf(shrink)
      if (fresh || key !== painted) {
        bitmap.width = w
        bitmap.height = h
        bitmapCtx.putImageData(new ImageData(paintRelief(shape, tokens, w, h, ratio * shrink), w, h), 0, 0)
        of = surface
        painted = key
        shown = ''
        work = undefined
      }
      if (!quick) improve(full, scale, tokens, w, h, ratio * shrink, key)
      const [[x0, x1], [y0, y1]] = surface.domain
      const [left, top] = place(view, [x0, y1])
      const [right, bottom] = place(view, [x1, y0])
      const where = `${left} ${top} ${right} ${bottom}`
      if (where !== shown || resized) {
        shown = where
        ctx.clearRect(0, 0, canvas.width, canvas.height)
        ctx.imageSmoothingEnabled = true
        ctx.drawImage(bitmap, left * ratio, top * ratio, (right - left) * ratio, (bottom - top) * ratio)
      }
      return relief
    },
  }
}
