/** A drawing kept as a picture while what it shows stays the same: text costs a canvas more than all the lines around it. */
import { fitCanvas } from './frame.ts'

/** Puts the picture on a context scaled to CSS px; `draw` makes it anew where `key` (or size, or pixel ratio) is another one than last time. */
export type KeptPicture = (
  ctx: CanvasRenderingContext2D, width: number, height: number, key: string, draw: (ctx: CanvasRenderingContext2D) => void,
) => void

export function keptPicture(): KeptPicture {
  const canvas = document.createElement('canvas')
  let drawn = ''
  return (onto, width, height, key, draw) => {
    const ctx = canvas.getContext('2d')
    if (!ctx) return
    const ratio = window.devicePixelRatio || 1
    if (fitCanvas(canvas, width, height) || key !== drawn) {
      drawn = key
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
      ctx.clearRect(0, 0, width, height)
      draw(ctx)
    }
    onto.drawImage(canvas, 0, 0, canvas.width / ratio, canvas.height / ratio)
  }
}
