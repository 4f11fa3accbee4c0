/** The moving part of the map: paths, iterates, balls, marks where a path leaves the panel, and the cross-hair. */
import { isSelected } from '../../store/selectors.ts'
import type { Path, State } from '../../store/state.ts'
import { clipSegment } from './decimate.ts'
import { drawBall, drawIterates, drawPath, pathLook, pointAt, type PathLook } from './draw.ts'
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

const cut = new Float64Array(4)
/** How far inside the edge the tip of a mark stands. */
const INSET = 9

/**
 * Where the last played iterate lies outside the panel (or is not finite any more): the point of the edge where the path left,
 * and the direction it left in (radians). Undefined where the ball is on the panel.
 */
export function exitOf(
  at: Float64Array, count: number, played: number, view: Viewport,
): { readonly x: number; readonly y: number; readonly angle: number } | undefined {
  const inside = (i: number): boolean => {
    const x = at[2 * i], y = at[2 * i + 1]
    return x >= 0 && y >= 0 && x <= view.width && y <= view.height
  }
  let last = Math.min(count - 1, Math.floor(played))
  if (last < 0 || (inside(last) && pointAt(at, count, played))) return undefined
  while (last >= 0 && !inside(last)) last--
  const edge = (v: number, size: number): number => Math.min(Math.max(v, INSET), size - INSET)
  if (last < 0) {
    const x = at[0], y = at[1]
    if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined
    const ex = edge(x, view.width), ey = edge(y, view.height)
    return { x: ex, y: ey, angle: Math.atan2(y - ey, x - ex) }
  }
  const ax = at[2 * last], ay = at[2 * last + 1]
  const bx = at[2 * last + 2], by = at[2 * last + 3]
  // The next iterate is not a number: there is no direction to point in.
  if (last + 1 >= count || !Number.isFinite(bx) || !Number.isFinite(by)) return undefined
  const angle = Math.atan2(by / 2 - ay / 2, bx / 2 - ax / 2)
  // On the line where the whole mark fits; where the last iterate is nearer to the edge than that, beside the edge.
  if (!clipSegment(ax, ay, bx, by, view, cut, -INSET) && !clipSegment(ax, ay, bx, by, view, cut)) return undefined
  return { x: edge(cut[2], view.width), y: edge(cut[3], view.height), angle }
}

function drawExit(ctx: CanvasRenderingContext2D, x: number, y: number, angle: number, look: PathLook): void {
  ctx.save()
  ctx.translate(x, y)
  ctx.rotate(angle)
  ctx.beginPath()
  ctx.moveTo(7, 0)
  ctx.lineTo(-5, -6)
  ctx.lineTo(-5, 6)
  ctx.closePath()
  ctx.lineJoin = 'round'
  ctx.lineWidth = 3.5
  ctx.strokeStyle = look.casing
  ctx.stroke()
  ctx.fillStyle = look.colour
  ctx.fill()
  ctx.restore()
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

/** Draws cross-hair, paths and iterates. The context is scaled to CSS px and cleared by the caller. */
export function drawPaths(ctx: CanvasRenderingContext2D, state: Shown, view: Viewport, tokens: Tokens): void {
  const { session } = state
  if (session.hover && session.hover.length === 2 && !session.dragging) drawHover(ctx, session.hover, view, tokens)
  const paths = shownPaths(state)
  drawAround(ctx, state, paths, placing(view), tokens)
  for (const path of paths) {
    const at = pathPixels(path, view)
    const look = pathLook(tokens, runColour(tokens, path.run), runStyle(path.run).dash, view)
    drawPath(ctx, at, path.count, session.playhead, look)
    drawIterates(ctx, at, path.count, session.playhead, look)
  }
  drawMethodStates(ctx, state, paths, { place: placing(view), width: view.width }, tokens)
}

const placing = (view: Viewport): Placing => (point) => {
  const [x, y] = place(view, point)
  return Number.isFinite(x) && Number.isFinite(y) ? { x, y, behind: false } : undefined
}

/** Draws what stands over the glyphs: balls, and marks where a path left the panel. */
export function drawBalls(ctx: CanvasRenderingContext2D, state: Shown, view: Viewport, tokens: Tokens): void {
  const { session } = state
  const paths = shownPaths(state)
  drawMethodFront(ctx, state, paths, { place: placing(view), width: view.width }, tokens)
  for (const path of paths) {
    const at = pathPixels(path, view)
    const colour = runColour(tokens, path.run)
    const exit = exitOf(at, path.count, session.playhead, view)
    const ball = pointAt(at, path.count, session.playhead)
    if (exit) drawExit(ctx, exit.x, exit.y, exit.angle, pathLook(tokens, colour, [], view))
    else if (ball) drawBall(ctx, ball[0], ball[1], colour, tokens, isSelected(path, state))
  }
}
