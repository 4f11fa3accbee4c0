/** What moves over the map, on two canvases with the glyphs between them. */
import type { State } from '../../store/state.ts'
import { drawBalls, drawPaths, laidPaths } from './map-paths.ts'
import { loadedDrawings } from './method-layer.ts'
import { movesFrom } from './moving.ts'
import { painter } from './painter.ts'
import { repainter } from './repaint.ts'
import type { Tokens } from './style.ts'
import type { Viewport } from './viewport.ts'

export interface MapOverlay {
  /** Brings both canvases up to date. */
  draw(state: State, view: Viewport, tokens: Tokens): void
  destroy(): void
}

/** The overlay on these canvases: paths, and balls above the glyphs. */
export function mapOverlay(paths: HTMLCanvasElement, balls: HTMLCanvasElement): MapOverlay {
  const below = repainter({ current: paths })
  const above = repainter({ current: balls })
  const helper = painter([paths, balls])
  return {
    draw(state, view, tokens) {
      const from = [view.box, tokens, ...movesFrom(state)]
      const laid = () => laidPaths(state, view, tokens)
      // What methods remember is drawn by the page, between their paths.
      if (!state.session.dragging || loadedDrawings(state.experiment)) helper.rest()
      else if (helper.paint(view, from, laid, tokens)) return
      below.paint(view.width, view.height, from, (ctx) => drawPaths(ctx, state, laid(), view, tokens))
      above.paint(view.width, view.height, from, (ctx) => drawBalls(ctx, state, laid(), view, tokens))
    },
    destroy: () => helper.destroy(),
  }
}
