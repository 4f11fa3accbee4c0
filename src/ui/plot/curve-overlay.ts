/** What moves on the curve panel: hops, balls, tangent, dots in the strips, limits, cross-hair. */
import type { Landscape } from '../../core/landscape.ts'
import { isSelected, positionAt } from '../../store/selectors.ts'
import type { Path, State } from '../../store/state.ts'
import { formatNumber } from '../format.ts'
import { shownPaths } from './chart-model.ts'
import { playedIn, rememberedHops } from './curve-hops.ts'
import { curvePoint, type CurvePoint } from './curve-point.ts'
import { drawLimits, drawStrip, ring, within } from './curve-strips.ts'
import { drawTangent, tangentAt } from './curve-tangent.ts'
import { toX, toY, type CurveView } from './curve-view.ts'
import { drawBall, drawExit, drawIterates, drawPath, type PathLook } from './draw.ts'
import { drawGain } from './gain-strip.ts'
import type { Placing } from './method-pen.ts'
import { drawAround, drawMethodFront, drawMethodStates } from './method-layer.ts'
import { runColour, runStyle, type Tokens } from './style.ts'

/** Draws everything of the state that moves. The context is scaled to CSS px and cleared by the caller. */
export function drawCurve(
  ctx: CanvasRenderingContext2D, state: Pick<State, 'experiment' | 'results' | 'session'>, landscape: Landscape, view: CurveView, tokens: Tokens,
): void {
  const { experiment, results, session } = state
  const { layout } = view
  const hidden = new Set(experiment.hidden)
  const paths = shownPaths(results, experiment.runs.map((run) => run.shown), session.selected).filter((p) => p.dimension === 1 && p.count > 0)
  const balls = paths.map((path) => ({ path, point: curvePoint(landscape, positionAt(path, session.playhead)?.[0] ?? NaN) }))
  const chosen = balls.find((ball) => isSelected(ball.path, state))

  within(ctx, layout.width, layout.curve, () => {
    const frame = { width: layout.width, height: layout.curve.height }
    const look = (path: Path): PathLook =>
      ({ colour: runColour(tokens, path.run), casing: tokens.casing, dash: runStyle(path.run).dash, width: 1.5, frame })
    const lines = paths.map((path) => {
      const hops = rememberedHops(path, view)
      return { hops, played: playedIn(hops, session.playhead), look: look(path) }
    })
    for (const { hops, played, look } of lines) drawPath(ctx, hops.pixels, hops.count, played, { ...look, bare: true, alpha: 0.8 })
    if (chosen && !hidden.has('tangent')) drawSlope(ctx, chosen.point, view, tokens)
    for (const { hops, played, look } of lines) drawIterates(ctx, hops.pixels, hops.count, played, look)
    const placing: Placing = (at) => {
      const point = curvePoint(landscape, at[0])
      const x = toX(view, point.x)
      const y = toY(view.f, layout.curve, point.f)
      return Number.isFinite(x) && Number.isFinite(y) ? { x, y, behind: false } : undefined
    }
    drawAround(ctx, state, paths, placing, tokens)
    const over = (x: number, height: number) => ({ x: toX(view, x), y: toY(view.f, layout.curve, height) })
    const panel = { place: placing, width: layout.width, over }
    drawMethodStates(ctx, state, paths, panel, tokens)
    drawMethodFront(ctx, state, paths, panel, tokens)
    for (const { path, point } of balls) {
      const y = toY(view.f, layout.curve, point.f)
      const x = toX(view, point.x)
      if (Number.isFinite(x) && Number.isFinite(y)) ball(ctx, x, y, path, isSelected(path, state), view, tokens)
    }
  })
  if (layout.gain) drawGain(ctx, state, paths, view, layout.gain, tokens)
  if (layout.slope) {
    const zeros = hidden.has('critical') ? [] : (results.critical?.points ?? []).filter((p) => !p.kind.includes(' ')).map((p) => p.x[0])
    drawStrip(ctx, view, view.slope, layout.slope, tokens, balls, (p) => p.slope, zeros)
  }
  if (layout.curvature) {
    const strip = layout.curvature
    within(ctx, layout.width, strip, () => drawLimits(ctx, state, view, strip, tokens))
    drawStrip(ctx, view, view.curvature, strip, tokens, balls, (p) => p.curvature, [])
  }
  if (session.hover?.length === 1 && !session.dragging) drawHover(ctx, curvePoint(landscape, session.hover[0]), view, tokens)
}

/** A ball on the curve; one that is off the panel leaves an arrow of its colour at the edge where it went. */
function ball(ctx: CanvasRenderingContext2D, x: number, y: number, path: Path, selected: boolean, view: CurveView, tokens: Tokens): void {
  const { width, curve } = view.layout
  const bottom = curve.top + curve.height
  const colour = runColour(tokens, path.run)
  if (x >= 0 && x <= width && y >= curve.top && y <= bottom) {
    drawBall(ctx, x, y, colour, tokens, selected)
    return
  }
  const [ex, ey] = [Math.min(Math.max(x, 10), width - 10), Math.min(Math.max(y, curve.top + 10), bottom - 10)]
  drawExit(ctx, ex, ey, Math.atan2(y - ey, x - ex), { colour, casing: tokens.casing })
}

function drawSlope(ctx: CanvasRenderingContext2D, point: CurvePoint, view: CurveView, tokens: Tokens): void {
  const { width, curve } = view.layout
  const x = toX(view, point.x)
  const y = toY(view.f, curve, point.f)
  if (!Number.isFinite(point.slope) || !(x >= 0 && x <= width && y >= curve.top && y <= curve.top + curve.height)) return
  const perPixel = (((point.slope * curve.height) / (view.f.high - view.f.low)) * (view.x[1] - view.x[0])) / width
  if (!Number.isFinite(perPixel)) return
  // Less than a millionth of the picture is rounding: at a minimum the slope is never exactly zero.
  const words = point.slope !== 0 && Math.abs(perPixel) < 1e-6 ? 'slope ≈ 0' : `slope ${formatNumber(point.slope, 3)}`
  drawTangent(ctx, tangentAt(x, y, perPixel, width, curve), words, tokens)
}

function drawHover(ctx: CanvasRenderingContext2D, point: CurvePoint, view: CurveView, tokens: Tokens): void {
  const { layout } = view
  const x = toX(view, point.x)
  if (!(x >= 0 && x <= layout.width)) return
  const last = layout.curvature ?? layout.curve
  ctx.beginPath()
  ctx.moveTo(Math.round(x) + 0.5, 0)
  ctx.lineTo(Math.round(x) + 0.5, last.top + last.height)
  ctx.lineWidth = 1
  ctx.strokeStyle = tokens.ink
  ctx.globalAlpha = 0.5
  ctx.setLineDash([2, 4])
  ctx.stroke()
  ctx.setLineDash([])
  ctx.globalAlpha = 1
  for (const [span, strip, value] of [[view.f, layout.curve, point.f], [view.slope, layout.slope, point.slope], [view.curvature, layout.curvature, point.curvature]] as const) {
    const y = strip ? toY(span, strip, value) : NaN
    if (!strip || !(y >= strip.top && y <= strip.top + strip.height)) continue
    ring(ctx, x, y, 3.6)
    ctx.fillStyle = tokens.casing
    ctx.fill()
    ctx.lineWidth = 1.5
    ctx.strokeStyle = tokens.ink
    ctx.stroke()
  }
}
