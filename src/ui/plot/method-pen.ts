/** What the drawings of a method's memory are drawn with: where points of the landscape are on a panel, and strokes they share. */
import type { Box } from '../../core/landscape.ts'
import type { Tokens } from './style.ts'

/** A point of the landscape on a panel, in CSS px. */
export interface Spot {
  readonly x: number
  readonly y: number
  /** Behind the surface: drawn fainter. */
  readonly behind: boolean
}

/** Where a panel has a point; undefined where it has none. */
export type Placing = (point: ArrayLike<number>) => Spot | undefined

/** Map, curve or surface. */
export interface Panel {
  readonly place: Placing
  /** In CSS px. */
  readonly width: number
  /** On a curve: where any height stands over x; y is not finite where the height is not. */
  readonly over?: (x: number, height: number) => { readonly x: number; readonly y: number }
}

export interface Pen {
  readonly ctx: CanvasRenderingContext2D
  readonly tokens: Tokens
  readonly colour: string
  readonly panel: Panel
  readonly domain: Box
  readonly dimension: number
  readonly step: number
  /** The row of a column of the memory at a step, at the playhead's where none is given; undefined where there is no such column. */
  readonly row: (name: string, step?: number) => Float64Array | undefined
  /** The lowest and the highest number of a column over the whole path. */
  readonly range: (name: string) => readonly [number, number]
  /** The iterate of this step, and where it is. */
  readonly at: Float64Array
  readonly ball: Spot | undefined
  /** True for one path only, the selected one if it can be: what fills the panel is drawn of that alone. */
  readonly first: boolean
}

/** Opacity of what lies behind the surface. */
export const BEHIND = 0.3

/** Radius of the ring around what is too small to be seen beside the ball, and how far across that is, in px. */
const RING = 17
const SMALL = 14

/** Begins nothing: adds a circle to the path. */
export function dot(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  ctx.moveTo(x + radius, y)
  ctx.arc(x, y, radius, 0, 2 * Math.PI)
}

/** Strokes the path twice: the casing, and on it the hue. */
export function cased({ ctx, tokens, colour }: Pick<Pen, 'ctx' | 'tokens' | 'colour'>, width: number): void {
  ctx.lineCap = 'round'
  ctx.lineWidth = width + 2
  ctx.strokeStyle = tokens.casing
  ctx.stroke()
  ctx.lineWidth = width
  ctx.strokeStyle = colour
  ctx.stroke()
}

/** A word on the landscape, over its casing. */
export function word({ ctx, tokens }: Pick<Pen, 'ctx' | 'tokens'>, text: string, x: number, y: number): void {
  ctx.font = `500 13px ${tokens.fontUi}`
  ctx.textBaseline = 'middle'
  ctx.lineJoin = 'round'
  ctx.lineWidth = 4
  ctx.strokeStyle = tokens.casing
  ctx.strokeText(text, x, y)
  ctx.fillStyle = tokens.ink
  ctx.fillText(text, x, y)
}

/** Where the points of a column are: one spot for each n numbers, undefined where a point has no place. */
export function spotsOf({ panel, dimension }: Pen, points: Float64Array): (Spot | undefined)[] {
  return Array.from({ length: points.length / dimension }, (_, k) => panel.place(points.subarray(k * dimension, (k + 1) * dimension)))
}

/** A dotted ring around the ball where spots lie so near to each other that they hide behind it: what is there is smaller than the ring. */
export function ringIfSmall(pen: Pen, spots: readonly (Spot | undefined)[]): void {
  const { ctx, ball } = pen
  if (ball === undefined || spots.length === 0) return
  if (!spots.every((s) => s !== undefined && Math.hypot(s.x - ball.x, s.y - ball.y) < SMALL)) return
  ctx.globalAlpha = ball.behind ? BEHIND : 1
  ctx.setLineDash([2, 4.5])
  ctx.beginPath()
  dot(ctx, ball.x, ball.y, RING)
  cased(pen, 1.75)
  ctx.setLineDash([])
}
