/** Marks on the lines of a chart: dots, limits with labels, arrows where a line leaves, crosses where a run broke off. */
import type { ChartPicture, Series } from './chart-lines.ts'
import { stepToX, type Area } from './chart-scale.ts'
import type { Tokens } from './style.ts'

/** Width of a line that has been played, px. */
export const WIDTH = 1.9

/** The value of a column at a fractional step, linear between the steps around it; its last value after its end. */
export function valueAt(values: Float64Array, count: number, step: number): number {
  if (count === 0) return NaN
  const at = Math.min(Math.max(step, 0), count - 1)
  const k = Math.floor(at)
  return at === k ? values[k] : values[k] + (at - k) * (values[k + 1] - values[k])
}

/** Strokes the current path. */
export function paint(ctx: CanvasRenderingContext2D, colour: string, width: number, dash: readonly number[], alpha: number): void {
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

/** The dot of a run at a step. */
export function drawDot(
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

/** A small arrow where a line leaves the top or the bottom for the first time, and a cross where a run broke off inside. `at` is where its entries are. */
export function drawExits(ctx: CanvasRenderingContext2D, s: Series, at: Float64Array, { area }: ChartPicture, tokens: Tokens): void {
  const bottom = area.top + area.height
  let over = false
  let under = false
  let lastX = NaN
  let lastY = NaN
  for (let i = 0; i < s.line.count; i++) {
    const x = at[2 * i], y = at[2 * i + 1]
    if (y !== y) continue
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

/** Solid lines where limits are on the axis. */
export function drawLimits(ctx: CanvasRenderingContext2D, { area, limits }: ChartPicture, toY: (v: number) => number): void {
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
export function labelLimits(
  ctx: CanvasRenderingContext2D, { area, limits }: Pick<ChartPicture, 'area' | 'limits'>, toY: (v: number) => number, tokens: Tokens,
): void {
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
