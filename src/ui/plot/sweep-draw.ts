/** The frame of a sweep map: its axes with ticks, the curve where there is one axis, and the mark of the present run. */
import { cellValues } from '../../core/ensembles/sweep.ts'
import type { Experiment, SweepAxis, SweepShow } from '../../core/experiment/experiment.ts'
import { knobOf, knobsOf } from '../../core/experiment/knobs.ts'
import { shareOf } from '../../core/experiment/sweep-cells.ts'
import { EMPTY } from '../../store/basin-grids.ts'
import type { SweepGrid } from '../../store/sweeps.ts'
import type { Tokens } from './style.ts'
import { shownScale, valueOf } from './sweep-scale.ts'
import { curveShare, MARGIN, STRIP, type SweepTicks } from './sweep-ticks.ts'
import { quantityName, SHOWN, symbolOf } from './sweep-words.ts'

export interface Frame {
  readonly width: number
  readonly height: number
  /** Room at left of the plot. */
  readonly left: number
}

/** `Learning rate η`; `η − 1.8, in 10⁻⁷` where ticks tell how far they are from a number. */
export function axisName(e: Experiment, axis: SweepAxis, from?: string): string {
  const knob = e.sweep && knobOf(knobsOf(e, e.sweep), axis.of)
  if (knob === undefined) return axis.of
  return from === undefined ? quantityName(knob) : `${symbolOf(knob)} − ${from}`
}

/** The axes of the picture. */
export function drawAxes(ctx: CanvasRenderingContext2D, e: Experiment, axes: readonly SweepAxis[], show: SweepShow, { foot, up }: SweepTicks, { width, height, left }: Frame, tokens: Tokens): void {
  const [w, h] = [width - left - MARGIN.right, height - MARGIN.top - MARGIN.bottom]
  ctx.font = `13px ${tokens.fontUi}`
  ctx.fillStyle = tokens.ink2
  ctx.strokeStyle = tokens.lineStrong
  ctx.lineWidth = 1
  ctx.strokeRect(left - 0.5, MARGIN.top - 0.5, w + 1, h + 1)
  ctx.textAlign = 'center'
  ctx.textBaseline = 'top'
  const bottom = MARGIN.top + h
  for (const { share, text } of foot.ticks) {
    const x = Math.round(left + share * w) + 0.5
    line(ctx, x, bottom + 1, x, bottom + 6)
    // Whole, also at the end of the axis.
    ctx.fillText(text, Math.min(x, width - 2 - ctx.measureText(text).width / 2), bottom + 8)
  }
  ctx.fillStyle = tokens.ink
  ctx.fillText(axisName(e, axes[0], foot.from), left + w / 2, bottom + 26)
  if (up.ticks.length === 0) return
  const tall = axes.length > 1 ? h : h - STRIP
  ctx.fillStyle = tokens.ink2
  ctx.textAlign = 'right'
  ctx.textBaseline = 'middle'
  for (const { share, text } of up.ticks) {
    const y = Math.round(MARGIN.top + (1 - share) * tall) + 0.5
    line(ctx, left - 6, y, left - 1, y)
    ctx.fillText(text, left - 9, y)
  }
  ctx.textAlign = 'left'
  ctx.textBaseline = 'alphabetic'
  ctx.fillStyle = tokens.ink
  ctx.fillText(axes.length > 1 ? axisName(e, axes[1], up.from) : up.from === undefined ? SHOWN[show] : `${SHOWN[show]} − ${up.from}`, left, MARGIN.top - 10)
}

function line(ctx: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  ctx.beginPath()
  ctx.moveTo(x1, y1)
  ctx.lineTo(x2, y2)
  ctx.stroke()
}

/** The numbers of a single axis as points over it: neighbours may lie anywhere, so no line joins them. */
export function drawCurve(ctx: CanvasRenderingContext2D, grids: readonly SweepGrid[], axis: SweepAxis, show: SweepShow, { width, height, left }: Frame, tokens: Tokens): void {
  const [w, h] = [width - left - MARGIN.right, height - MARGIN.top - MARGIN.bottom - STRIP]
  const scale = shownScale(grids, show)
  if (scale === undefined) return
  ctx.fillStyle = tokens.ink
  for (const grid of grids.slice(-1)) {
    for (let cell = 0; cell < grid.fate.length; cell++) {
      const value = grid.fate[cell] === EMPTY ? NaN : valueOf(grid, show, cell)
      if (!Number.isFinite(value)) continue
      const x = left + shareOf(axis, cellValues(grid.turns, grid.shape, cell)[0]) * w
      const share = curveShare(scale, value)
      if (x < left || x > left + w) continue
      ctx.fillRect(x - 1.25, MARGIN.top + (1 - share) * h - 1.25, 2.5, 2.5)
    }
  }
}

/** A ring where the present run is; nothing where it lies outside. */
export function drawPresent(ctx: CanvasRenderingContext2D, e: Experiment, axes: readonly SweepAxis[], { width, height, left }: Frame, tokens: Tokens): void {
  const knobs = e.sweep ? knobsOf(e, e.sweep) : []
  const shares = axes.map((axis) => shareOf(axis, knobOf(knobs, axis.of)?.value ?? NaN))
  if (!shares.every((share) => share >= 0 && share <= 1)) return
  const [w, h] = [width - left - MARGIN.right, height - MARGIN.top - MARGIN.bottom]
  const x = left + shares[0] * w
  ctx.beginPath()
  if (shares.length > 1) ctx.arc(x, MARGIN.top + (1 - shares[1]) * h, 7, 0, 2 * Math.PI)
  else {
    ctx.moveTo(x, MARGIN.top)
    ctx.lineTo(x, MARGIN.top + h)
  }
  ctx.lineWidth = 5
  ctx.strokeStyle = tokens.casing
  ctx.stroke()
  ctx.lineWidth = 2
  ctx.strokeStyle = tokens.ink
  ctx.stroke()
}

/** The frame of a range that is being drawn with the pointer, in px of the panel. */
export function drawBox(ctx: CanvasRenderingContext2D, [x1, y1, x2, y2]: readonly [number, number, number, number], tokens: Tokens): void {
  for (const [thick, colour] of [[4, tokens.casing], [1.5, tokens.ink]] as const) {
    ctx.lineWidth = thick
    ctx.strokeStyle = colour
    ctx.strokeRect(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1))
  }
}
