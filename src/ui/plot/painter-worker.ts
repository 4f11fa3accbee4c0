/// <reference lib="webworker" />
/** The worker that paints paths while a start is dragged, as often as the screen shows a picture; the newest one wins. */
import { drawFront, drawLaid, type LaidPath } from './laid-path.ts'
import type { FromPainter, Picture, ToPainter } from './painter-protocol.ts'

declare const self: DedicatedWorkerGlobalScope

let contexts: readonly (OffscreenCanvasRenderingContext2D | null)[] = []
let wanted: Picture | undefined
let painted = 0

self.onmessage = ({ data }: MessageEvent<ToPainter>) => {
  if ('canvases' in data) {
    contexts = data.canvases.map((canvas) => canvas.getContext('2d'))
    return
  }
  if (wanted === undefined) self.requestAnimationFrame(paint)
  wanted = data
}

function paint(): void {
  const picture = wanted
  wanted = undefined
  const [below, above] = contexts
  if (!picture || !below || !above) return
  onto(below, picture, (path) => drawLaid(below, path))
  onto(above, picture, (path) => drawFront(above, path, picture.tokens))
  if (picture.drag === painted) return
  painted = picture.drag
  self.postMessage({ painted } satisfies FromPainter)
}

function onto(ctx: OffscreenCanvasRenderingContext2D, { width, height, ratio, paths }: Picture, draw: (path: LaidPath) => void): void {
  const { canvas } = ctx
  const w = Math.max(1, Math.round(width * ratio))
  const h = Math.max(1, Math.round(height * ratio))
  if (canvas.width !== w) canvas.width = w
  if (canvas.height !== h) canvas.height = h
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
  ctx.clearRect(0, 0, width, height)
  for (const path of paths) draw(path)
}
