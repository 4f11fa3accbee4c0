/** Grid and numbers of a chart on a canvas, in the look of plotly's frame: it stands in while that is out of date. */
import type { AxisRange } from './chart-range.ts'
import { stepToX, valueToY, type Area } from './chart-scale.ts'
import type { Tick } from './chart-ticks.ts'
import type { Tokens } from './style.ts'

export interface ChartTicks {
  readonly x: readonly Tick[]
  readonly y: readonly Tick[]
}

export function drawChartAxes(ctx: CanvasRenderingContext2D, area: Area, range: AxisRange | undefined, steps: number, ticks: ChartTicks, tokens: Tokens): void {
  ctx.fillStyle = tokens.ink3
  for (const { value, text } of ticks.x) tickText(ctx, text, stepToX(value, steps, area), area.top + area.height + 12, 'center', tokens)
  if (!range) return
  // Ticks are in units of the axis, from which the offset was taken already.
  const toY = valueToY({ ...range, offset: 0 }, area)
  for (const { value, text } of ticks.y) {
    const y = toY(value)
    ctx.fillStyle = tokens.line
    ctx.fillRect(area.left, Math.round(y - 0.5), area.width, 1)
    ctx.fillStyle = tokens.ink3
    tickText(ctx, text, area.left - 7, y, 'right', tokens)
  }
}

/** Widths of texts by font: axes that follow a drag write the same few numbers in every frame, and measuring costs more than drawing. */
const widths = new Map<string, number>()
const MANY = 2000

function widthOf(ctx: CanvasRenderingContext2D, font: string, text: string): number {
  const key = `${font} ${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  ctx.font = font
  const { width } = ctx.measureText(text)
  // A font that has not been loaded yet has other widths.
  if (!document.fonts.check(font)) return width
  if (widths.size >= MANY) widths.clear()
  widths.set(key, width)
  return width
}

/** Draws a tick's text, with what is between `<sup>` tags smaller and raised, as plotly writes it. */
export function tickText(ctx: CanvasRenderingContext2D, text: string, x: number, y: number, align: 'left' | 'center' | 'right', tokens: Tokens): void {
  const [base, power = ''] = text.replace('</sup>', '').split('<sup>')
  const large = `400 13px ${tokens.fontUi}`
  const small = `400 9.1px ${tokens.fontUi}`
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'left'
  const extra = power === '' ? 0 : widthOf(ctx, small, power)
  const width = widthOf(ctx, large, base) + extra
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
  ctx.font = large
  ctx.fillText(base, left, y)
  if (power === '') return
  ctx.font = small
  ctx.fillText(power, left + width - extra, y - 5.5)
}
