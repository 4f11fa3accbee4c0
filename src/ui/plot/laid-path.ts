/** A path as it lies on the map, and how it is painted: by the page, or by a worker while it changes in every frame. */
import { clipSegment, type Frame } from './decimate.ts'
import { drawBall, drawExit, drawIterates, drawPath, pointAt, type Canvas2D, type PathLook } from './draw.ts'
import type { Tokens } from './style.ts'

export interface LaidPath {
  /** Its iterates as panel pixels x0, y0, x1, y1, …; the first `count` are meant. */
  readonly at: Float64Array
  readonly count: number
  /** The playhead. */
  readonly played: number
  readonly look: PathLook
  readonly selected: boolean
}

const cut = new Float64Array(4)
/** How far inside the edge the tip of a mark stands. */
const INSET = 9

/**
 * Where the last played iterate lies outside the panel (or is not finite any more): the point of the edge where the path left,
 * and the direction it left in (radians). Undefined where the ball is on the panel.
 */
export function exitOf(
  at: Float64Array, count: number, played: number, frame: Frame,
): { readonly x: number; readonly y: number; readonly angle: number } | undefined {
  const inside = (i: number): boolean => {
    const x = at[2 * i], y = at[2 * i + 1]
    return x >= 0 && y >= 0 && x <= frame.width && y <= frame.height
  }
  let last = Math.min(count - 1, Math.floor(played))
  if (last < 0 || (inside(last) && pointAt(at, count, played))) return undefined
  while (last >= 0 && !inside(last)) last--
  const edge = (v: number, size: number): number => Math.min(Math.max(v, INSET), size - INSET)
  if (last < 0) {
    const x = at[0], y = at[1]
    if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined
    const ex = edge(x, frame.width), ey = edge(y, frame.height)
    return { x: ex, y: ey, angle: Math.atan2(y - ey, x - ex) }
  }
  const ax = at[2 * last], ay = at[2 * last + 1]
  const bx = at[2 * last + 2], by = at[2 * last + 3]
  // The next iterate is not a number: there is no direction to point in.
  if (last + 1 >= count || !Number.isFinite(bx) || !Number.isFinite(by)) return undefined
  const angle = Math.atan2(by / 2 - ay / 2, bx / 2 - ax / 2)
  // On the line where the whole mark fits; where the last iterate is nearer to the edge than that, beside the edge.
  if (!clipSegment(ax, ay, bx, by, frame, cut, -INSET) && !clipSegment(ax, ay, bx, by, frame, cut)) return undefined
  return { x: edge(cut[2], frame.width), y: edge(cut[3], frame.height), angle }
}

/** Draws the path with its iterates. */
export function drawLaid(ctx: Canvas2D, { at, count, played, look }: LaidPath): void {
  drawPath(ctx, at, count, played, look)
  drawIterates(ctx, at, count, played, look)
}

/** Draws what stands over the glyphs: the ball, or a mark where the path left the panel. */
export function drawFront(ctx: Canvas2D, { at, count, played, look, selected }: LaidPath, tokens: Pick<Tokens, 'casing' | 'ink'>): void {
  const exit = exitOf(at, count, played, look.frame)
  const ball = pointAt(at, count, played)
  if (exit) drawExit(ctx, exit.x, exit.y, exit.angle, look)
  else if (ball) drawBall(ctx, ball[0], ball[1], look.colour, tokens, selected)
}
