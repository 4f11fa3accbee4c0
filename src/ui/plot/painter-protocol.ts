/** What the page tells the worker that paints on the map while a start is dragged, and what it hears. */
import type { LaidPath } from './laid-path.ts'
import type { Tokens } from './style.ts'

/** The canvases to paint on, given away once: paths, and balls above the glyphs. */
export interface Canvases {
  readonly canvases: readonly [OffscreenCanvas, OffscreenCanvas]
}

export interface Picture {
  /** Which drag it belongs to. */
  readonly drag: number
  /** Size of the panel in CSS px, and device pixels in one of them. */
  readonly width: number
  readonly height: number
  readonly ratio: number
  readonly paths: readonly LaidPath[]
  readonly tokens: Pick<Tokens, 'casing' | 'ink'>
}

export type ToPainter = Canvases | Picture

/** The drag of which the first picture has been painted. */
export interface FromPainter {
  readonly painted: number
}
