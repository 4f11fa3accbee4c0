/** What moves in the strips of f′ and f″: dots, zeros, limits. */
import { methodOf } from '../../store/methods.ts'
import type { Path, State } from '../../store/state.ts'
import { formatRow } from '../format.ts'
import { curvatureLimit } from './chart-limits.ts'
import type { CurvePoint } from './curve-point.ts'
import { toX, toY, type CurveView, type Span, type Strip } from './curve-view.ts'
import { runColour, runStyle, type Tokens } from './style.ts'

/** Zeros as rings, and every run's dot at its ball's x. What is beyond the strip stays at its edge, as half a dot. */
export function drawStrip(
  ctx: CanvasRenderingContext2D, view: CurveView, span: Span, strip: Strip, tokens: Tokens,
  balls: readonly { readonly path: Path; readonly point: CurvePoint }[], value: (point: CurvePoint) => number, zeros: readonly number[],
): void {
  within(ctx, view.layout.width, strip, () => {
    ctx.lineWidth = 1.5
    for (const x of zeros) {
      ring(ctx, toX(view, x), toY(span, strip, 0), 3.2)
      ctx.fillStyle = tokens.casing
      ctx.fill()
      ctx.strokeStyle = tokens.ink
      ctx.stroke()
    }
    for (const { path, point } of balls) {
      const y = toY(span, strip, value(point))
      if (!Number.isFinite(y)) continue
      ring(ctx, toX(view, point.x), Math.min(Math.max(y, strip.top), strip.top + strip.height), 4.6)
      ctx.fillStyle = runColour(tokens, path.run)
      ctx.fill()
      ctx.strokeStyle = tokens.casing
      ctx.stroke()
    }
  })
}

/** 2/η of every run it applies to, as far as it lies in the strip; the label of the selected run is written first. */
export function drawLimits(ctx: CanvasRenderingContext2D, { experiment, session }: Pick<State, 'experiment' | 'session'>, view: CurveView, strip: Strip, tokens: Tokens): void {
  const taken: number[] = []
  const order = experiment.runs.map((_, i) => i).sort((a, b) => Number(b === session.selected) - Number(a === session.selected))
  for (const i of order) {
    const run = experiment.runs[i]
    const limit = run.shown ? curvatureLimit(run, methodOf(experiment, run.optimizer), (lr) => formatRow(lr, true)) : undefined
    const y = limit ? toY(view.curvature, strip, limit.value) : NaN
    if (!limit || !(y >= strip.top && y <= strip.top + strip.height)) continue
    const colour = runColour(tokens, i)
    ctx.beginPath()
    ctx.moveTo(0, y)
    ctx.lineTo(view.layout.width, y)
    ctx.lineWidth = 1.5
    ctx.strokeStyle = colour
    ctx.setLineDash([...runStyle(i).dash])
    ctx.stroke()
    ctx.setLineDash([])
    const place = [y - 19, y + 3].find((top) => top >= strip.top && top <= strip.top + strip.height - 16 && taken.every((t) => Math.abs(t - top) >= 17))
    if (place === undefined) continue
    taken.push(place)
    ctx.font = `400 13px ${tokens.fontUi}`
    ctx.textAlign = 'right'
    ctx.textBaseline = 'top'
    ctx.lineWidth = 4
    ctx.lineJoin = 'round'
    ctx.strokeStyle = tokens.halo
    ctx.strokeText(limit.label, view.layout.width - 12, place)
    ctx.fillStyle = colour
    ctx.fillText(limit.label, view.layout.width - 12, place)
  }
}

/** Begins a circle. */
export function ring(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  ctx.beginPath()
  ctx.arc(x, y, radius, 0, 2 * Math.PI)
}

/** Draws clipped to a strip. */
export function within(ctx: CanvasRenderingContext2D, width: number, strip: Strip, draw: () => void): void {
  ctx.save()
  ctx.beginPath()
  ctx.rect(0, strip.top, width, strip.height)
  ctx.clip()
  draw()
  ctx.restore()
}
