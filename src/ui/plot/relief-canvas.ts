/** Keeps a canvas showing the relief of a surface through a moving window: painted once per surface, then only placed. */
import type { Surface } from '../../core/explore/events.ts'
import { fitCanvas } from './frame.ts'
import { paintRelief, reliefOf, type Relief } from './relief.ts'
import type { Scale } from './scale.ts'
import type { Tokens } from './style.ts'
import { place, type Viewport } from './viewport.ts'

/** More device pixels than this are painted at half the resolution: the tones are soft, and lines come from plotly. */
const MANY = 1_200_000

export interface ReliefCanvas {
  /** Brings the canvas up to date; returns the relief it shows. `quick` paints coarser, for surfaces that change every frame. */
  draw(surface: Surface | undefined, scale: Scale | undefined, tokens: Tokens, view: Viewport, quick: boolean): Relief | undefined
}

export function reliefCanvas(canvas: HTMLCanvasElement): ReliefCanvas {
  const ctx = canvas.getContext('2d')
  const bitmap = document.createElement('canvas')
  const bitmapCtx = bitmap.getContext('2d')
  let relief: Relief | undefined
  let of: Surface | undefined
  let painted = ''
  let shown = ''

  return {
    draw(surface, scale, tokens, view, quick) {
      if (!ctx || !bitmapCtx || view.width === 0 || view.height === 0) return undefined
      const ratio = window.devicePixelRatio || 1
      const resized = fitCanvas(canvas, view.width, view.height)
      if (!surface || !scale || surface.shape.length !== 2) {
        if (of || resized) ctx.clearRect(0, 0, canvas.width, canvas.height)
        of = undefined
        relief = undefined
        painted = ''
        shown = ''
        return undefined
      }
      const shrink = quick || canvas.width * canvas.height > MANY ? 0.5 : 1
      const w = Math.max(2, Math.round(canvas.width * shrink))
      const h = Math.max(2, Math.round(canvas.height * shrink))
      if (of !== surface || relief?.scale !== scale) relief = reliefOf(surface, scale)
      const key = `${tokens.theme} ${tokens.ramp.join()} ${w} ${h}`
      if (of !== surface || key !== painted) {
        bitmap.width = w
        bitmap.height = h
        bitmapCtx.putImageData(new ImageData(paintRelief(relief, tokens, w, h, ratio * shrink), w, h), 0, 0)
        of = surface
        painted = key
        shown = ''
      }
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
