/** Draws what moves on a chart: lines, limits, playhead, dots. Canvas only; plotly drew the frame below. */
import type { Line } from './chart-decimate.ts'
import type { AxisRange } from './chart-range.ts'
import { drawDot, drawExits, drawLimits, labelLimits, paint, WIDTH } from './chart-marks.ts'
import { stepToX, valueToY, type Area } from './chart-scale.ts'
import { simplify } from './simplify.ts'
import type { Tokens } from './style.ts'

export interface Series {
  /** Thinned for the width at hand. */
  readonly line: Line
  /** The full column: the dot at the playhead is exact. */
  readonly values: Float64Array
  readonly count: number
  readonly colour: string
  readonly dash: readonly number[]
  /** True where the run ended before its last step because something stopped being finite. */
  readonly broken: boolean
}

export interface Limit {
  readonly value: number
  readonly colour: string
  readonly label: string
}

export interface ChartPicture {
  readonly area: Area
  readonly range: AxisRange
  readonly steps: number
  readonly series: readonly Series[]
  readonly limits: readonly Limit[]
  readonly playhead: number
  /** A step under the pointer, here or in a linked chart. */
  readonly hover: number | undefined
  /** Drawn again in the next frames: what costs much and shows little is left out. */
  readonly moving?: boolean
}

const FUTURE = 0.35
/** A line longer than this many times its extent in x is drawn without dashes. */
const DENSE = 9
/** The same while it moves: a rasteriser's work for dashes grows with the length of the line. */
const DENSE_MOVING = 1.5
const BAND = 0.55

/**
 * Draws the picture onto a canvas whose unit is one CSS pixel. The selected run's series comes last, to lie on top.
 *
 * @param label writes the limits on their lines
 */
export function drawChart(ctx: CanvasRenderingContext2D, picture: ChartPicture, tokens: Tokens, label = labelLimits): void {
  const { area, range, steps, series, playhead } = picture
  const toY = valueToY(range, area)
  const now = stepToX(playhead, steps, area)
  const right = area.left + area.width
  for (const s of series) {
    clipped(ctx, now, right + 1, area, () => {
      trace(ctx, s.line, placed(s.line, steps, area, toY), playhead, Infinity, area)
      paint(ctx, s.colour, 1.4, [], FUTURE)
    })
  }
  drawLimits(ctx, picture, toY)
  for (const s of series) {
    const at = placed(s.line, steps, area, toY)
    clipped(ctx, area.left - 1, now, area, () => {
      const length = trace(ctx, s.line, at, 0, playhead, area)
      // A line that fills the chart with zigzags is a band: its dashes cannot be seen, and it must not hide the other lines.
      const dense = length > DENSE * (now - area.left)
      const plain = dense || (picture.moving === true && length > DENSE_MOVING * (now - area.left))
      paint(ctx, s.colour, dense ? 1.2 : WIDTH, plain ? [] : s.dash, dense ? BAND : 1)
    })
    drawExits(ctx, s, at, picture, tokens)
  }
  if (picture.hover !== undefined) rule(ctx, stepToX(picture.hover, steps, area), area, tokens.ink3, [3, 3])
  label(ctx, picture, toY, tokens)
  rule(ctx, now, area, tokens.ink, [])
  for (const s of series) {
    drawDot(ctx, s, playhead, picture, toY, tokens)
    if (picture.hover !== undefined) drawDot(ctx, s, picture.hover, picture, toY, tokens, 2.6)
  }
}

/** How far outside the area a line may be and still show the edge of its stroke, px. */
const EDGE = 4

let points = new Float64Array(0)
let spots = new Float64Array(0)

/** Where the entries of a line are, x0, y0, x1, y1, … in px; the buffer is shared and holds until the next call. */
function placed(line: Line, steps: number, area: Area, toY: (v: number) => number): Float64Array {
  if (spots.length < 2 * line.count) spots = new Float64Array(2 * line.count)
  for (let i = 0; i < line.count; i++) {
    spots[2 * i] = stepToX(line.step[i], steps, area)
    spots[2 * i + 1] = toY(line.value[i])
  }
  return spots
}

/** Begins a path with the part of the line between two steps and a little beyond; returns its length inside the area, px. */
function trace(
  ctx: CanvasRenderingContext2D, line: Line, at: Float64Array, from: number, to: number, area: Area,
): number {
  // A vertex of the line is written three times at most: where it goes out of sight, and after the break where it comes back.
  if (points.length < 6 * line.count) points = new Float64Array(6 * line.count)
  const bottom = area.top + area.height
  let n = 0
  let length = 0
  /** Above the area (-1), below it (1) or neither, at the last vertex; undefined where there is none. */
  let side: number | undefined
  let lastX = 0, lastY = 0
  const put = (x: number, y: number): void => {
    points[2 * n] = x
    points[2 * n + 1] = y
    n++
  }
  let i = 0
  while (i + 1 < line.count && line.step[i + 1] <= from) i++
  for (; i < line.count; i++) {
    const x = at[2 * i], y = at[2 * i + 1]
    if (y !== y) {
      side = undefined
      continue
    }
    const now = y < area.top - EDGE ? -1 : y > bottom + EDGE ? 1 : 0
    if (side === undefined) put(NaN, NaN)
    // What runs on out of sight is not drawn; where it comes back the line begins at the last point before.
    const hidden = side !== undefined && side !== 0 && side === now
    if (!hidden) {
      if (n > 0 && side !== undefined && (points[2 * n - 2] !== lastX || points[2 * n - 1] !== lastY)) {
        put(NaN, NaN)
        put(lastX, lastY)
      }
      put(x, y)
    }
    if (side !== undefined) length += Math.abs(Math.min(Math.max(y, area.top), bottom) - Math.min(Math.max(lastY, area.top), bottom))
    side = now
    lastX = x
    lastY = y
    if (line.step[i] > to) break
  }
  n = simplify(points, n)
  ctx.beginPath()
  for (let k = 0; k < n; k++) {
    const x = points[2 * k], y = points[2 * k + 1]
    if (x !== x) continue
    if (k === 0 || points[2 * k - 2] !== points[2 * k - 2]) ctx.moveTo(x, y)
    else ctx.lineTo(x, y)
  }
  return length
}

function clipped(ctx: CanvasRenderingContext2D, from: number, to: number, area: Area, draw: () => void): void {
  if (to - from <= 1) return
  ctx.save()
  ctx.beginPath()
  // The highest and lowest lines are drawn whole: half a stroke beyond the area.
  ctx.rect(from, area.top - 1, to - from, area.height + 2)
  ctx.clip()
  draw()
  ctx.restore()
}

function rule(ctx: CanvasRenderingContext2D, x: number, area: Area, colour: string, dash: readonly number[]): void {
  ctx.beginPath()
  ctx.moveTo(x, area.top - 4)
  ctx.lineTo(x, area.top + area.height)
  paint(ctx, colour, 1.25, dash, 1)
}
