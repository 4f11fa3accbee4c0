/**
 * Canvas drawing shared by map, surface and curve: paths, iterates, balls and the glyphs of critical points (look of the page).
 */
import type { PointKind } from '../../core/landscape.ts'
import { decimate, type Frame } from './decimate.ts'
import { simplify } from './simplify.ts'
import type { Tokens } from './style.ts'

/** A canvas of the page, or one that a worker paints on. */
export type Canvas2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

export interface PathLook {
  readonly colour: string
  readonly casing: string
  readonly dash: readonly number[]
  /** Width of the coloured line; 2.4 on the map. */
  readonly width: number
  /** Size of the panel in px: nothing outside it is drawn. */
  readonly frame: Frame
  /** Multiplies every opacity: 1, less for what lies behind a surface. */
  readonly alpha?: number
  /** Draws the line without its casing. */
  readonly bare?: boolean
}

/** Look of a path on a landscape: `--casing` 5 wide under the run's hue 2.4 wide. */
export function pathLook(tokens: Tokens, colour: string, dash: readonly number[], frame: Frame): PathLook {
  return { colour, casing: tokens.casing, dash, width: 2.4, frame }
}

const CASING = 2.6
const FUTURE_WIDTH = 0.6
const FUTURE_ALPHA = 0.35

let scratch = new Float64Array(0)
let piece = new Float64Array(0)

/**
 * Segments stroked at a time. The rasteriser's work for one stroke grows faster than its number of edges, so a path of a thousand
 * segments costs less in pieces; an opaque line looks the same in pieces, since each begins where the last one ended.
 */
const PIECE = 48

/** Strokes vertices `from` … `to`, the pen lifted at NaN. Returns the length drawn, in px, so that dashes can go on where they were. */
function strokePiece(ctx: Canvas2D, points: Float64Array, from: number, to: number): number {
  let length = 0
  let pen = false
  ctx.beginPath()
  for (let i = from; i <= to; i++) {
    const x = points[2 * i], y = points[2 * i + 1]
    if (x !== x) pen = false
    else if (pen) {
      ctx.lineTo(x, y)
      length += Math.hypot(x - points[2 * i - 2], y - points[2 * i - 1])
    } else {
      ctx.moveTo(x, y)
      pen = true
    }
  }
  ctx.stroke()
  return length
}

function strokeAll(ctx: Canvas2D, points: Float64Array, n: number, piece: number): void {
  let drawn = 0
  for (let from = 0; from < n - 1; from += piece) {
    ctx.lineDashOffset = drawn
    drawn += strokePiece(ctx, points, from, Math.min(from + piece, n - 1))
  }
  ctx.lineDashOffset = 0
}

function stroke(
  ctx: Canvas2D, points: Float64Array, n: number, look: PathLook, width: number, alpha: number,
): void {
  const opacity = alpha * (look.alpha ?? 1)
  // Where pieces overlap a translucent line would show it.
  const piece = opacity === 1 ? PIECE : n
  ctx.globalAlpha = opacity
  // Corners lie under the rings of the iterates; bevelled ones cost the rasteriser much less than round ones.
  ctx.lineJoin = 'bevel'
  if (!look.bare) {
    ctx.setLineDash([])
    ctx.lineCap = 'round'
    ctx.lineWidth = width + CASING
    ctx.strokeStyle = look.casing
    strokeAll(ctx, points, n, piece)
  }
  ctx.lineCap = look.dash.length === 0 ? 'round' : 'butt'
  ctx.setLineDash([...look.dash])
  ctx.lineWidth = width
  ctx.strokeStyle = look.colour
  strokeAll(ctx, points, n, piece)
  ctx.setLineDash([])
  ctx.globalAlpha = 1
}

/** Where the path stands at a fractional iterate: linear between the iterates around it. Undefined where that is not finite. */
export function pointAt(pixels: Float64Array, count: number, played: number): readonly [number, number] | undefined {
  if (count === 0) return undefined
  const at = Math.min(Math.max(played, 0), count - 1)
  const k = Math.floor(at)
  const share = at - k
  const x = share === 0 ? pixels[2 * k] : pixels[2 * k] + share * (pixels[2 * k + 2] - pixels[2 * k])
  const y = share === 0 ? pixels[2 * k + 1] : pixels[2 * k + 1] + share * (pixels[2 * k + 3] - pixels[2 * k + 1])
  return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : undefined
}

/**
 * Draws a path of `count` iterates given as pixels x0, y0, x1, y1, … (NaN breaks it). What comes after iterate `played`
 * (fractional while playing) is thinner and fainter. Coordinates may be of any size, infinite or NaN.
 */
export function drawPath(
  ctx: Canvas2D, pixels: Float64Array, count: number, played: number, look: PathLook,
): void {
  if (count < 2) return
  if (scratch.length < 6 * count + 12) scratch = new Float64Array(6 * count + 1024)
  if (piece.length < 2 * count + 4) piece = new Float64Array(2 * count + 512)
  const last = count - 1
  const at = Math.min(Math.max(played, 0), last)
  const k = Math.floor(at)
  const here = pointAt(pixels, count, at)
  if (at < last) {
    // From the ball to the end: the point between two iterates takes the place of the earlier one.
    piece.set(pixels.subarray(2 * k, 2 * count))
    if (here) piece.set(here)
    const n = simplify(scratch, decimate(piece, 0, last - k, look.frame, scratch))
    stroke(ctx, scratch, n, look, look.width * FUTURE_WIDTH, FUTURE_ALPHA)
  }
  if (at > 0) {
    piece.set(pixels.subarray(0, 2 * (k + 1)))
    let end = k
    if (here && at > k) {
      piece.set(here, 2 * (k + 1))
      end = k + 1
    }
    const n = simplify(scratch, decimate(piece, 0, end, look.frame, scratch))
    stroke(ctx, scratch, n, look, look.width, 1)
  }
}

const APART = 7
/** Side of the cells in which only one iterate is drawn: a second one would hide the first. */
const CELL = 3
let taken = new Uint8Array(0)

/**
 * Draws the iterates up to `played` as small rings, leaving out those closer than 7 px to the last one drawn and those that lie
 * on
 * top of an earlier one: a run that swaps between a few points for ever has a few rings, not thousands.
 */
export function drawIterates(
  ctx: Canvas2D, pixels: Float64Array, count: number, played: number, look: PathLook,
): void {
  const { width, height } = look.frame
  const columns = Math.ceil((width + 8) / CELL) + 1
  const cells = columns * (Math.ceil((height + 8) / CELL) + 1)
  if (taken.length < cells) taken = new Uint8Array(cells)
  else taken.fill(0, 0, cells)
  let lx = NaN, ly = NaN
  ctx.beginPath()
  const end = Math.min(count - 1, Math.floor(played))
  for (let i = 0; i <= end; i++) {
    const x = pixels[2 * i], y = pixels[2 * i + 1]
    if (!(x > -4 && y > -4 && x < width + 4 && y < height + 4) || (x - lx) ** 2 + (y - ly) ** 2 < APART * APART) continue
    lx = x
    ly = y
    const cell = Math.floor((y + 4) / CELL) * columns + Math.floor((x + 4) / CELL)
    if (taken[cell] === 1) continue
    taken[cell] = 1
    ctx.moveTo(x + 2.3, y)
    ctx.arc(x, y, 2.3, 0, 2 * Math.PI)
  }
  ctx.globalAlpha = look.alpha ?? 1
  ctx.fillStyle = look.casing
  ctx.fill()
  ctx.lineWidth = 1.5
  ctx.strokeStyle = look.colour
  ctx.stroke()
  ctx.globalAlpha = 1
}

/** Draws the ball of a run: r 6 with a casing edge; the selected run's is larger, with a ring of ink. */
export function drawBall(
  ctx: Canvas2D, x: number, y: number, colour: string, tokens: Pick<Tokens, 'casing' | 'ink'>, selected: boolean, scale = 1,
): void {
  const radius = (selected ? 7.5 : 6) * scale
  if (selected) {
    ctx.beginPath()
    ctx.arc(x, y, 11.5 * scale, 0, 2 * Math.PI)
    ctx.fillStyle = tokens.casing
    ctx.globalAlpha = 0.55
    ctx.fill()
    ctx.globalAlpha = 1
    ctx.lineWidth = 1.75 * scale
    ctx.strokeStyle = tokens.ink
    ctx.stroke()
  }
  ctx.beginPath()
  ctx.arc(x, y, radius, 0, 2 * Math.PI)
  ctx.fillStyle = colour
  ctx.fill()
  ctx.lineWidth = 2 * scale
  ctx.strokeStyle = tokens.casing
  ctx.stroke()
}

/** Draws the glyph of a critical point centred at (x, y); at scale 1 it fills a box of 18 px. */
export function drawCritical(
  ctx: CanvasRenderingContext2D, kind: PointKind, x: number, y: number, tokens: Tokens, scale = 1,
): void {
  ctx.save()
  ctx.translate(x, y)
  ctx.scale(scale, scale)
  ctx.lineJoin = 'round'
  ctx.strokeStyle = tokens.ink
  ctx.fillStyle = tokens.casing
  if (kind === 'maximum') {
    ctx.beginPath()
    ctx.moveTo(0, -7)
    ctx.lineTo(7, 5.6)
    ctx.lineTo(-7, 5.6)
    ctx.closePath()
    ctx.lineWidth = 3
    ctx.strokeStyle = tokens.casing
    ctx.stroke()
    ctx.fillStyle = tokens.ink
    ctx.fill()
  } else if (kind === 'saddle') {
    ctx.beginPath()
    ctx.moveTo(-6.5, -6.5)
    ctx.quadraticCurveTo(0, 0, -6.5, 6.5)
    ctx.moveTo(6.5, -6.5)
    ctx.quadraticCurveTo(0, 0, 6.5, 6.5)
    ctx.lineWidth = 5.5
    ctx.strokeStyle = tokens.casing
    ctx.stroke()
    ctx.lineWidth = 2.2
    ctx.strokeStyle = tokens.ink
    ctx.stroke()
  } else if (kind === 'degenerate') {
    ctx.beginPath()
    ctx.moveTo(0, -7)
    ctx.lineTo(7, 0)
    ctx.lineTo(0, 7)
    ctx.lineTo(-7, 0)
    ctx.closePath()
    ctx.fill()
    ctx.lineWidth = 1.75
    ctx.setLineDash([3.2, 2])
    ctx.stroke()
  } else {
    // A ring and a dot; at a boundary the edge cuts the ring open, at a kink two straight slopes meet in it.
    const edge = new Path2D(kind === 'boundary minimum' ? 'M-6-3A6.5 6.5 0 1 1-6 3M-6.5-7.5V7.5' : '')
    if (kind !== 'boundary minimum') edge.arc(0, 0, 6.5, 0, 2 * Math.PI)
    ctx.lineWidth = 4
    ctx.strokeStyle = tokens.casing
    ctx.stroke(edge)
    ctx.fill(edge)
    ctx.lineWidth = 1.75
    ctx.strokeStyle = tokens.ink
    ctx.stroke(edge)
    if (kind === 'kink minimum') {
      ctx.stroke(new Path2D('M-3.6-2.5L0 2.8L3.6-2.5'))
    } else {
      ctx.beginPath()
      ctx.arc(0, 0, 2.6, 0, 2 * Math.PI)
      ctx.fillStyle = tokens.ink
      ctx.fill()
    }
  }
  ctx.restore()
}

/** Draws the mark where a path left the panel: its tip points the way it went, `angle` in radians. */
export function drawExit(ctx: Canvas2D, x: number, y: number, angle: number, look: Pick<PathLook, 'colour' | 'casing'>): void {
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
