/** What a method believes of the landscape between the points it asked: the band on a curve, on a plane what is to be gained; and the next point. */
import type { SurrogateDrawing } from '../../core/optimizers/drawing.ts'
import { gainRegions } from './gain-regions.ts'
import { BEHIND, cased, dot, word, type Pen, type Spot } from './method-pen.ts'

/** Draws the surrogate of the one path that fills the panel, and of every path the points asked so far and the next one. */
export function drawSurrogate(pen: Pen, drawing: SurrogateDrawing): void {
  const { first, dimension, row } = pen
  if (first && dimension === 1) drawBand(pen, row(drawing.mean), row(drawing.sd))
  if (first && dimension === 2) drawRegions(pen, row(drawing.gain))
  drawAsked(pen, drawing.of)
  if (first && dimension === 1) drawFall(pen, row(drawing.next))
  else drawNext(pen, row(drawing.next))
}

/** The mean as a broken line inside a band of two standard deviations to either side. */
function drawBand({ ctx, colour, panel, domain }: Pen, mean: Float64Array | undefined, sd: Float64Array | undefined): void {
  const { over } = panel
  if (mean === undefined || sd === undefined || over === undefined || Number.isNaN(mean[0])) return
  const [low, high] = domain[0]
  const line = (times: number) => Array.from(mean, (m, k) => over(low + (k / (mean.length - 1)) * (high - low), m + times * sd[k]))
  const trace = (spots: readonly { readonly x: number; readonly y: number }[]): void => {
    for (const { x, y } of spots) ctx.lineTo(x, y)
  }
  const [above, below] = [line(2), line(-2)]
  ctx.beginPath()
  trace(above)
  trace(below.toReversed())
  ctx.closePath()
  ctx.globalAlpha = 0.17
  ctx.fillStyle = colour
  ctx.fill()
  ctx.lineJoin = 'round'
  ctx.lineWidth = 1
  ctx.strokeStyle = colour
  ctx.globalAlpha = 0.55
  for (const edge of [above, below]) {
    ctx.beginPath()
    trace(edge)
    ctx.stroke()
  }
  ctx.globalAlpha = 1
  ctx.beginPath()
  trace(line(0))
  ctx.lineWidth = 2
  ctx.strokeStyle = colour
  ctx.setLineDash([7, 4])
  ctx.stroke()
  ctx.setLineDash([])
}

/** Where most is to be gained, darker and darker in the run's hue. */
function drawRegions({ ctx, colour, panel, domain }: Pen, gain: Float64Array | undefined): void {
  if (gain === undefined || Number.isNaN(gain[0])) return
  for (const loops of gainRegions(gain)) {
    ctx.beginPath()
    for (const loop of loops) {
      let begun = false
      for (const [u, v] of loop) {
        const spot = panel.place([domain[0][0] + u * (domain[0][1] - domain[0][0]), domain[1][0] + v * (domain[1][1] - domain[1][0])])
        if (spot === undefined) continue
        if (begun) ctx.lineTo(spot.x, spot.y)
        else ctx.moveTo(spot.x, spot.y)
        begun = true
      }
      if (begun) ctx.closePath()
    }
    ctx.globalAlpha = 0.12
    ctx.fillStyle = colour
    ctx.fill('evenodd')
    ctx.globalAlpha = 0.75
    ctx.lineWidth = 1
    ctx.strokeStyle = colour
    ctx.stroke()
  }
}

/** Every point asked up to this step. */
function drawAsked({ ctx, tokens, colour, panel, row, step }: Pen, name: string): void {
  const spots = Array.from({ length: step }, (_, k) => row(name, k + 1)).map((at) => at && panel.place(at))
  for (const behind of [true, false]) {
    ctx.globalAlpha = behind ? BEHIND : 1
    ctx.beginPath()
    for (const s of spots) if (s?.behind === behind) dot(ctx, s.x, s.y, 4)
    ctx.fillStyle = tokens.casing
    ctx.fill()
    ctx.lineWidth = 2
    ctx.strokeStyle = colour
    ctx.stroke()
  }
}

/** Where it asks next: a ring with a cross in it, and the word. */
function drawNext(pen: Pen, at: Float64Array | undefined): void {
  const spot = at === undefined ? undefined : pen.panel.place(at)
  if (spot === undefined) return
  const { ctx } = pen
  ctx.globalAlpha = spot.behind ? BEHIND : 1
  ctx.beginPath()
  dot(ctx, spot.x, spot.y, 8)
  for (const [dx, dy] of [[1, 0], [0, 1]] as const) {
    ctx.moveTo(spot.x - 12 * dx, spot.y - 12 * dy)
    ctx.lineTo(spot.x + 12 * dx, spot.y + 12 * dy)
  }
  cased(pen, 1.75)
  named(pen, spot)
}

function named(pen: Pen, { x, y }: Pick<Spot, 'x' | 'y'>): void {
  const left = x + 52 > pen.panel.width
  pen.ctx.textAlign = left ? 'right' : 'left'
  word(pen, 'next', left ? x - 17 : x + 17, y)
}

/** On a curve: the point itself is not known yet, so the whole line over x is drawn; the strip below says why it is there. */
function drawFall(pen: Pen, next: Float64Array | undefined): void {
  const { ctx, panel } = pen
  if (next === undefined || panel.over === undefined) return
  const { x } = panel.over(next[0], 0)
  ctx.globalAlpha = 1
  ctx.beginPath()
  ctx.moveTo(x, 0)
  ctx.lineTo(x, 4000)
  ctx.setLineDash([2, 4])
  cased(pen, 1.5)
  ctx.setLineDash([])
}
