/** Draws what moves on a chart: lines, limits, playhead, dots. Canvas only; plotly drew the frame below. */
import type { Line } from './chart-decimate.ts'
import type { AxisRange } from './chart-range.ts'
import { stepToX, valueToY, type Area } from './chart-scale.ts'
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
}

const FUTURE = 0.35
const WIDTH = 1.9
/** A line longer than this many times its extent in x is drawn without dashes. */
const DENSE = 9
const BAND = 0.55

/** Draws the picture onto a canvas whose unit is one CSS pixel. The selected run's series comes last, to lie on top. */
export function drawChart(ctx: CanvasRenderingContext2D, picture: ChartPicture, tokens: Tokens): void {
  const { area, range, steps, series, playhead } = picture
  const toY = valueToY(range, area)
  const now = stepToX(playhead, steps, area)
  const right = area.left + area.width
  for (const s of series) {
    clipped(ctx, now, right + 1, area, () => {
      trace(ctx, s.line, playhead, Infinity, steps, area, toY)
      paint(ctx, s.colour, 1.4, [], FUTURE)
    })
  }
  drawLimits(ctx, picture, toY)
  for (const s of series) {
    clipped(ctx, area.left - 1, now, area, () => {
      const length = trace(ctx, s.line, 0, playhead, steps, area, toY)
      // A line that fills the chart with zigzags is a band: its dashes cannot be seen, and it must not hide the other lines.
      const dense = length > DENSE * (now - area.left)
      paint(ctx, s.colour, dense ? 1.2 : WIDTH, dense ? [] : s.dash, dense ? BAND : 1)
    })
    drawExits(ctx, s, picture, toY, tokens)
  }
  if (picture.hover !== undefined) rule(ctx, stepToX(picture.hover, steps, area), area, tokens.ink3, [3, 3])
  labelLimits(ctx, picture, toY, tokens)
  rule(ctx, now, area, tokens.ink, [])
  for (const s of series) {
    drawDot(ctx, s, playhead, picture, toY, tokens)
    if (picture.hover !== undefined) drawDot(ctx, s, picture.hover, picture, toY, tokens, 2.6)
  }
}

/** The value of a column at a fractional step, linear between the steps around it; its last value after its end. */
export function valueAt(values: Float64Array, count: number, step: number): number {
  if (count === 0) return NaN
  const at = Math.min(Math.max(step, 0), count - 1)
  const k = Math.floor(at)
  return at === k ? values[k] : values[k] + (at - k) * (values[k + 1] - values[k])
}

/** Begins a path with the part of the line between two steps and a little beyond; returns its length inside the area, px. */
function trace(
  ctx: CanvasRenderingContext2D, line: Line, from: number, to: number, steps: number, area: Area, toY: (v: number) => number,
): number {
  ctx.beginPath()
  const bottom = area.top + area.height
  let pen = false
  let length = 0
  let last = 0
  let i = 0
  while (i + 1 < line.count && line.step[i + 1] <= from) i++
  for (; i < line.count; i++) {
    const y = toY(line.value[i])
    if (y !== y) {
      pen = false
      continue
    }
    const x = stepToX(line.step[i], steps, area)
    const seen = Math.min(Math.max(y, area.top), bottom)
    if (pen) {
      ctx.lineTo(x, y)
      length += Math.abs(seen - last)
    } else ctx.moveTo(x, y)
    pen = true
    last = seen
    if (line.step[i] > to) break
  }
  return length
}

function paint(ctx: CanvasRenderingContext2D, colour: string, width: number, dash: readonly number[], alpha: number): void {
  ctx.lineJoin = 'round'
  ctx.lineCap = 'butt'
  ctx.globalAlpha = alpha
  ctx.strokeStyle = colour
  ctx.lineWidth = width
  ctx.setLineDash([...dash])
  ctx.stroke()
  ctx.setLineDash([])
  ctx.globalAlpha = 1
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

function drawDot(
  ctx: CanvasRenderingContext2D, s: Series, step: number, { area, steps }: ChartPicture, toY: (v: number) => number, tokens: Tokens, radius = 3.6,
): void {
  const at = Math.min(step, s.count - 1)
  const y = toY(valueAt(s.values, s.count, at))
  if (!(y >= area.top - 2 && y <= area.top + area.height + 2)) return
  ctx.beginPath()
  ctx.arc(stepToX(at, steps, area), y, radius + 0.6, 0, 2 * Math.PI)
  ctx.fillStyle = s.colour
  ctx.fill()
  ctx.lineWidth = 1.4
  ctx.strokeStyle = tokens.bg
  ctx.stroke()
}

/** A small arrow where a line leaves the top or the bottom for the first time, and a cross where a run broke off inside. */
function drawExits(ctx: CanvasRenderingContext2D, s: Series, { area, steps }: ChartPicture, toY: (v: number) => number, tokens: Tokens): void {
  const bottom = area.top + area.height
  let over = false
  let under = false
  let lastX = NaN
  let lastY = NaN
  for (let i = 0; i < s.line.count; i++) {
    const y = toY(s.line.value[i])
    if (y !== y) continue
    const x = stepToX(s.line.step[i], steps, area)
    if (y < area.top - 1 && !over) {
      over = true
      arrow(ctx, crossing(lastX, lastY, x, y, area.top), area.top, -1, s.colour, tokens)
    }
    if (y > bottom + 1 && !under) {
      under = true
      arrow(ctx, crossing(lastX, lastY, x, y, bottom), bottom, 1, s.colour, tokens)
    }
    lastX = x
    lastY = y
  }
  if (!s.broken || !(lastY >= area.top && lastY <= bottom)) return
  ctx.beginPath()
  for (const [dx, dy] of [[-1, -1], [-1, 1]]) {
    ctx.moveTo(lastX + 3.5 * dx, lastY + 3.5 * dy)
    ctx.lineTo(lastX - 3.5 * dx, lastY - 3.5 * dy)
  }
  paint(ctx, tokens.bg, 4, [], 1)
  paint(ctx, s.colour, WIDTH, [], 1)
}

function crossing(ax: number, ay: number, bx: number, by: number, y: number): number {
  return ay === ay && ay !== by ? ax + ((y - ay) / (by - ay)) * (bx - ax) : bx
}

function arrow(ctx: CanvasRenderingContext2D, x: number, y: number, way: 1 | -1, colour: string, tokens: Tokens): void {
  ctx.beginPath()
  ctx.moveTo(x, y + way * 2)
  ctx.lineTo(x - 4, y - way * 5)
  ctx.lineTo(x + 4, y - way * 5)
  ctx.closePath()
  ctx.lineJoin = 'round'
  ctx.lineWidth = 2
  ctx.strokeStyle = tokens.bg
  ctx.stroke()
  ctx.fillStyle = colour
  ctx.fill()
}

const LABEL = 16

function drawLimits(ctx: CanvasRenderingContext2D, { area, limits }: ChartPicture, toY: (v: number) => number): void {
  for (const limit of limits) {
    const y = toY(limit.value)
    if (!onAxis(y, area)) continue
    ctx.beginPath()
    ctx.moveTo(area.left, y)
    ctx.lineTo(area.left + area.width, y)
    paint(ctx, limit.colour, 1.25, [], 1)
  }
}

/** Writes the limits on their lines, above or below, wherever no other label stands. */
function labelLimits(ctx: CanvasRenderingContext2D, { area, limits }: ChartPicture, toY: (v: number) => number, tokens: Tokens): void {
  const right = area.left + area.width
  const bottom = area.top + area.height
  const taken: number[] = []
  const free = (y: number): boolean => y >= area.top - 4 && y <= bottom - LABEL + 4 && taken.every((t) => Math.abs(t - y) >= LABEL)
  ctx.font = `400 13px ${tokens.fontUi}`
  ctx.textAlign = 'right'
  ctx.textBaseline = 'top'
  ctx.lineJoin = 'round'
  for (const limit of limits) {
    const y = toY(limit.value)
    const place = onAxis(y, area) ? [y - LABEL - 1, y + 3].find(free) : undefined
    if (place === undefined) continue
    taken.push(place)
    ctx.lineWidth = 4
    ctx.strokeStyle = tokens.bg
    ctx.strokeText(limit.label, right, place)
    ctx.fillStyle = limit.colour
    ctx.fillText(limit.label, right, place)
  }
}

function onAxis(y: number, { top, height }: Area): boolean {
  return y >= top - 1 && y <= top + height + 1
}
