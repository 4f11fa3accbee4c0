/**
 * The canvas under plotly: ground in ramp bands below the curve, hatching where the formula is undefined. During a gesture, while
 * plotly's picture is out of date and hidden, the lines and axes too, in the same look.
 */
import type { Surface } from '../../core/explore/events.ts'
import { tickText } from './chart-axes.ts'
import { AREA, curveTicks } from './curve-figure.ts'
import { drawable, gaps } from './curve-range.ts'
import { within } from './curve-strips.ts'
import { AXIS, toX, toY, type CurveView, type Span, type Strip } from './curve-view.ts'
import { rampColour } from './scale.ts'
import { css, type Tokens } from './style.ts'

/** Height of one band of ground, in px: about the spacing of contours on the map. */
const BAND = 17

/** Draws the ground of a window. `live` adds what plotly draws at rest. */
export function drawGround(ctx: CanvasRenderingContext2D, surface: Surface, view: CurveView, live: boolean, tokens: Tokens): void {
  const { layout } = view
  const { curve } = layout
  const line = linePixels(surface.f, surface, view, view.f, curve)
  within(ctx, layout.width, curve, () => {
    ctx.save()
    fillTo(ctx, line, curve.top + curve.height)
    ctx.clip()
    drawBands(ctx, surface, view, tokens)
    ctx.restore()
    hatch(ctx, surface.f, surface, view, curve, tokens, true)
  })
  if (layout.gain) drawGainGround(ctx, view, layout.gain, tokens)
  const strips: readonly [Float64Array | undefined, Span, Strip | undefined][] = [
    [surface.slope, view.slope, layout.slope], [surface.curvature, view.curvature, layout.curvature],
  ]
  if (live) drawAxes(ctx, view, tokens)
  for (const [values, span, strip] of strips) {
    if (!values || !strip) continue
    within(ctx, layout.width, strip, () => {
      hatch(ctx, values, surface, view, strip, tokens, false)
      if (!live) return
      const pixels = linePixels(values, surface, view, span, strip)
      fillTo(ctx, pixels, toY(span, strip, 0))
      ctx.globalAlpha = AREA
      ctx.fillStyle = css(tokens.ramp[1])
      ctx.fill()
      ctx.globalAlpha = 1
      strokeLine(ctx, pixels, tokens.ink2, 1.75)
    })
    ctx.fillStyle = tokens.line
    ctx.fillRect(0, strip.top, layout.width, 1)
  }
  if (live) within(ctx, layout.width, curve, () => strokeLine(ctx, line, tokens.ink, 2.25))
}

/** Samples as x0, y0, x1, y1, … in px with NaN breaks. */
function linePixels(values: Float64Array, surface: Surface, view: CurveView, span: Span, strip: Strip): Float64Array {
  const [low, high] = surface.domain[0]
  const step = (high - low) / Math.max(1, values.length - 1)
  const { at, value } = drawable(values, span)
  const pixels = new Float64Array(2 * at.length)
  for (let i = 0; i < at.length; i++) {
    pixels[2 * i] = toX(view, low + at[i] * step)
    pixels[2 * i + 1] = toY(span, strip, value[i])
  }
  return pixels
}

/** A closed path between the line and a level, one piece for each unbroken part. */
function fillTo(ctx: CanvasRenderingContext2D, pixels: Float64Array, level: number): void {
  ctx.beginPath()
  let open = false
  for (let i = 0; i < pixels.length; i += 2) {
    if (pixels[i + 1] !== pixels[i + 1]) {
      if (open) ctx.lineTo(pixels[i - 2], level)
      if (open) ctx.closePath()
      open = false
      continue
    }
    if (!open) ctx.moveTo(pixels[i], level)
    open = true
    ctx.lineTo(pixels[i], pixels[i + 1])
  }
  if (!open) return
  ctx.lineTo(pixels[pixels.length - 2], level)
  ctx.closePath()
}

function strokeLine(ctx: CanvasRenderingContext2D, pixels: Float64Array, colour: string, width: number): void {
  ctx.beginPath()
  let pen = false
  for (let i = 0; i < pixels.length; i += 2) {
    if (pixels[i + 1] !== pixels[i + 1]) pen = false
    else if (pen) ctx.lineTo(pixels[i], pixels[i + 1])
    else {
      ctx.moveTo(pixels[i], pixels[i + 1])
      pen = true
    }
  }
  ctx.lineJoin = 'round'
  ctx.lineCap = 'round'
  ctx.lineWidth = width
  ctx.strokeStyle = colour
  ctx.stroke()
}

function drawBands(ctx: CanvasRenderingContext2D, surface: Surface, { f, layout }: CurveView, tokens: Tokens): void {
  const { curve, width } = layout
  const bottom = curve.top + curve.height
  const highest = Math.max(curve.top, toY(f, curve, Number.isFinite(surface.high) ? surface.high : f.high))
  const bands = Math.max(4, Math.round((bottom - highest) / BAND))
  const height = (bottom - highest) / bands
  for (let k = 0; k < bands; k++) {
    ctx.fillStyle = css(rampColour(tokens.ramp, (k + 0.5) / bands))
    // Half a pixel of overlap, or a hairline of the page shows between two bands.
    const top = k === bands - 1 ? curve.top : bottom - (k + 1) * height
    ctx.fillRect(0, top - 0.5, width, bottom - k * height - top + 0.5)
  }
}

/** Slanted lines over the intervals where the values are not numbers, with words where there is room. */
function hatch(
  ctx: CanvasRenderingContext2D, values: Float64Array, surface: Surface, view: CurveView, strip: Strip, tokens: Tokens, named: boolean,
): void {
  const [low, high] = surface.domain[0]
  const step = (high - low) / Math.max(1, values.length - 1)
  for (const [from, to] of gaps(values)) {
    const left = toX(view, low + from * step)
    const wide = toX(view, low + to * step) - left
    // A single undefined sample between defined ones is a point, not a region.
    if (to - from <= 2 && from > 0 && to < values.length - 1) continue
    ctx.save()
    ctx.beginPath()
    ctx.rect(left, strip.top, wide, strip.height)
    ctx.clip()
    ctx.beginPath()
    for (let x = left - strip.height - (left % 8); x < left + wide; x += 8) {
      ctx.moveTo(x, strip.top + strip.height)
      ctx.lineTo(x + strip.height, strip.top)
    }
    ctx.lineWidth = 1
    ctx.strokeStyle = tokens.lineStrong
    ctx.globalAlpha = 0.45
    ctx.stroke()
    ctx.restore()
    if (!named || wide < 116) continue
    ctx.font = `400 13px ${tokens.fontUi}`
    ctx.textAlign = 'center'
    ctx.textBaseline = 'middle'
    ctx.lineWidth = 5
    ctx.lineJoin = 'round'
    ctx.strokeStyle = tokens.bg
    ctx.fillStyle = tokens.ink2
    const x = left + wide / 2
    const middle = strip.top + strip.height / 2
    // Beside the zero line, which plotly draws over this canvas.
    const y = Math.abs(toY(view.f, strip, 0) - middle) < 14 ? middle - 28 : middle
    ctx.strokeText('undefined here', x, y)
    ctx.fillText('undefined here', x, y)
  }
}

/** The rim and the grid of the strip that plotly knows nothing of. */
function drawGainGround(ctx: CanvasRenderingContext2D, view: CurveView, { top, height }: Strip, tokens: Tokens): void {
  ctx.fillStyle = tokens.line
  for (const { value } of curveTicks(view).x) ctx.fillRect(Math.round(toX(view, value) - 0.5), top, 1, height)
  ctx.fillRect(0, top, view.layout.width, 1)
}

/** Grid, zero lines and numbers as plotly draws them at rest. */
function drawAxes(ctx: CanvasRenderingContext2D, view: CurveView, tokens: Tokens): void {
  const { width, height, curve, slope, curvature } = view.layout
  const ticks = curveTicks(view)
  ctx.fillStyle = tokens.line
  for (const { value } of ticks.x) ctx.fillRect(Math.round(toX(view, value) - 0.5), 0, 1, height - AXIS)
  for (const { value } of ticks.f) ctx.fillRect(0, Math.round(toY(view.f, curve, value) - 0.5), width, 1)
  ctx.fillStyle = tokens.lineStrong
  for (const [span, strip] of [[view.f, curve], [view.slope, slope], [view.curvature, curvature]] as const) {
    if (strip && span.low < 0 && span.high > 0) ctx.fillRect(0, Math.round(toY(span, strip, 0) - 0.5), width, 1)
  }
  ctx.fillStyle = tokens.ink3
  for (const { value, text } of ticks.f) tickText(ctx, text, 10, toY(view.f, curve, value) - 9, 'left', tokens)
  ctx.fillStyle = tokens.ink
  for (const { value, text } of ticks.x) tickText(ctx, text, toX(view, value), height - AXIS + 12, 'center', tokens)
}
