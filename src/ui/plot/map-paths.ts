/** The moving part of the map: paths with their iterates and balls, what methods remember, and the cross-hair. */
import { isSelected } from '../../store/selectors.ts'
import type { Path, State } from '../../store/state.ts'
import { pathLook } from './draw.ts'
import { drawFront, drawLaid, type LaidPath } from './laid-path.ts'
import type { Placing } from './method-pen.ts'
import { drawAround, drawMethodFront, drawMethodStates } from './method-layer.ts'
import { runColour, runStyle, type Tokens } from './style.ts'
import { place, type Viewport } from './viewport.ts'

let pixels = new Float64Array(0)

/**
 * The iterates of a path of two coordinates as panel pixels x0, y0, x1, y1, …; the buffer is shared and holds until the next
 * call.
 */
export function pathPixels(path: Pick<Path, 'x' | 'count'>, view: Viewport): Float64Array {
  if (pixels.length < 2 * path.count) pixels = new Float64Array(2 * path.count + 1024)
  const [[x0, x1], [y0, y1]] = view.box
  const sx = view.width / (x1 - x0)
  const sy = view.height / (y1 - y0)
  for (let i = 0; i < path.count; i++) {
    pixels[2 * i] = (path.x[2 * i] - x0) * sx
    pixels[2 * i + 1] = view.height - (path.x[2 * i + 1] - y0) * sy
  }
  return pixels
}

function drawHover(ctx: CanvasRenderingContext2D, point: readonly number[], view: Viewport, tokens: Tokens): void {
  const [x, y] = place(view, point)
  if (!(x >= 0 && y >= 0 && x <= view.width && y <= view.height)) return
  ctx.globalAlpha = 0.5
  ctx.strokeStyle = tokens.ink
  ctx.lineWidth = 1
  ctx.beginPath()
  ctx.moveTo(0, Math.round(y) + 0.5)
  ctx.lineTo(view.width, Math.round(y) + 0.5)
  ctx.moveTo(Math.round(x) + 0.5, 0)
  ctx.lineTo(Math.round(x) + 0.5, view.height)
  ctx.setLineDash([2, 4])
  ctx.stroke()
  ctx.setLineDash([])
  ctx.globalAlpha = 1
  ctx.beginPath()
  ctx.arc(x, y, 3.6, 0, 2 * Math.PI)
  ctx.fillStyle = tokens.casing
  ctx.fill()
  ctx.lineWidth = 1.5
  ctx.stroke()
}

type Shown = Pick<State, 'experiment' | 'results' | 'session'>

/** The paths to draw, the selected run last so that it lies on top. */
function shownPaths({ experiment, results, session }: Shown): Path[] {
  return results.paths
    .filter((p) => p.dimension === 2 && p.count > 0 && experiment.runs[p.run]?.shown)
    .sort((a, b) => Number(a.run === session.selected) - Number(b.run === session.selected) || a.run - b.run)
}

/** The paths to draw as they lie on the panel. Their pixels share one buffer, so that a worker is given them in one piece. */
export function laidPaths(state: Shown, view: Viewport, tokens: Tokens): readonly LaidPath[] {
  const frame = { width: view.width, height: view.height }
  const paths = shownPaths(state)
  const all = new Float64Array(paths.reduce((sum, { count }) => sum + 2 * count, 0))
  let end = 0
  return paths.map((path) => {
    const at = all.subarray(end, (end += 2 * path.count))
    at.set(pathPixels(path, view).subarray(0, 2 * path.count))
    return {
      at,
      count: path.count,
      played: state.session.playhead,
      look: pathLook(tokens, runColour(tokens, path.run), runStyle(path.run).dash, frame),
      selected: isSelected(path, state),
    }
  })
}

/** Draws cross-hair, paths and iterates. The context is scaled to CSS px and cleared by the caller. */
export function drawPaths(ctx: CanvasRenderingContext2D, state: Shown, laid: readonly LaidPath[], view: Viewport, tokens: Tokens): void {
  const { session } = state
  if (session.hover && session.hover.length === 2 && !session.dragging) drawHover(ctx, session.hover, view, tokens)
  const paths = shownPaths(state)
  drawAround(ctx, state, paths, placing(view), tokens)
  for (const path of laid) drawLaid(ctx, path)
  drawMethodStates(ctx, state, paths, { place: placing(view), width: view.width }, tokens)
}

const placing = (view: Viewport): Placing => (point) => {
  const [x, y] = place(view, point)
  return Number.isFinite(x) && Number.isFinite(y) ? { x, y, behind: false } : undefined
}

/** Draws what stands over the glyphs: balls, and marks where a path left the panel. */
export function drawBalls(ctx: CanvasRenderingContext2D, state: Shown, laid: readonly LaidPath[], view: Viewport, tokens: Tokens): void {
  drawMethodFront(ctx, state, shownPaths(state), { place: placing(view), width: view.width }, tokens)
  for (const path of laid) drawFront(ctx, path, tokens)
}
