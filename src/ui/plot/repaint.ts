/** A canvas that is painted again only when something it was painted from has changed. */
import { fitCanvas } from './frame.ts'

export interface Repainter {
  /** Paints a clear canvas, scaled to CSS px, where size, pixel ratio or one of `from` (compared by identity) has changed. */
  paint(width: number, height: number, from: readonly unknown[], draw: (ctx: CanvasRenderingContext2D) => void): void
  /** The next `paint` paints in any case. */
  forget(): void
}

export function repainter(canvas: { readonly current: HTMLCanvasElement | null }): Repainter {
  let painted: readonly unknown[] = []
  return {
    paint(width, height, from, draw) {
      const ratio = window.devicePixelRatio || 1
      const wanted = [...from, width, height, ratio]
      if (painted.length === wanted.length && wanted.every((value, i) => value === painted[i])) return
      const ctx = canvas.current?.getContext('2d')
      if (!ctx) return
      painted = wanted
      fitCanvas(ctx.canvas, width, height)
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
      ctx.clearRect(0, 0, width, height)
      draw(ctx)
    },
    forget() {
      painted = []
    },
  }
}
