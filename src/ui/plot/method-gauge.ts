/** A number of a method's memory as a thermometer beside the ball. */
import { formatNumber } from '../format.ts'
import type { Pen } from './method-pen.ts'

const GAUGE = { width: 7, height: 34, away: 20, pad: 6, text: 6 } as const

/** A thermometer beside the ball with its number, on a plate of its own: logarithmic, from the lowest to the highest of the run. */
export function drawGauge({ ctx, tokens, colour, ball, panel }: Pen, symbol: string, value: number, [low, high]: readonly [number, number]): void {
  if (ball === undefined || !Number.isFinite(value)) return
  const share = low > 0 && high > low ? Math.log(value / low) / Math.log(high / low) : 1
  const { width, height, away, pad, text: gap } = GAUGE
  const text = `${symbol} ${formatNumber(value, 2)}`
  ctx.font = `500 13px ${tokens.fontUi}`
  // As wide as its digits are: they are all 7 px, so that the plate does not breathe while the number runs.
  const wide = 2 * pad + width + gap + 7.2 * text.length
  const left = ball.x + away + wide > panel.width ? ball.x - away - wide : ball.x + away
  const top = ball.y - height / 2
  ctx.globalAlpha = ball.behind ? 0.6 : 1
  ctx.beginPath()
  ctx.roundRect(left, top - pad, wide, height + 2 * pad, 6)
  ctx.fillStyle = tokens.bg
  ctx.fill()
  ctx.lineWidth = 1
  ctx.strokeStyle = tokens.lineStrong
  ctx.stroke()
  const x = left + pad
  ctx.beginPath()
  ctx.roundRect(x, top, width, height, width / 2)
  ctx.fillStyle = tokens.sunken
  ctx.fill()
  ctx.save()
  ctx.clip()
  ctx.fillStyle = colour
  ctx.fillRect(x, top + (1 - share) * height, width, share * height)
  ctx.restore()
  ctx.lineWidth = 1.25
  ctx.strokeStyle = tokens.ink
  ctx.stroke()
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  ctx.fillStyle = tokens.ink
  ctx.fillText(text, x + width + gap, ball.y)
}
