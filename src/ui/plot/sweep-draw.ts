/** The frame of a sweep map: its axes with ticks, the curve where there is one axis, and the mark of the present run. */
import { cellValues } from '../../core/ensembles/sweep.ts'
import type { Experiment, SweepAxis, SweepShow } from '../../core/experiment/experiment.ts'
import { knobOf, knobsOf } from '../../core/experiment/knobs.ts'
import { shareOf } from '../../core/experiment/sweep-cells.ts'
import { plainTex } from '../../core/formula/plain.ts'
import { EMPTY } from '../../store/basin-grids.ts'
import type { SweepGrid } from '../../store/sweeps.ts'
import { formatNumber } from '../format.ts'
import { ticksOf } from './chart-ticks.ts'
import type { Tokens } from './style.ts'
import { css } from './style.ts'
import { rampShare, shownScale, valueOf, type ValueScale } from './sweep-scale.ts'
import { SHOWN } from './sweep-words.ts'

/** Room for ticks and names, in px. */
export const MARGIN = { left: 64, right: 14, top: 12, bottom: 46 } as const
/** Height of the strip of fates under a curve, in px. */
export const STRIP = 18

export interface Frame {
  readonly width: number
  readonly height: number
}

/** A tick's text without mark-up: 10<sup>−3</sup> as 10⁻³. */
export function plainTick(text: string): string {
  return text.replace(/<sup>(.*?)<\/sup>/g, (_, power: string) => Array.from(power, (c) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)] ?? '⁻').join(''))
}

/** `η, learning rate` */
export function axisName(e: Experiment, axis: SweepAxis): string {
  const knob = e.sweep && knobOf(knobsOf(e, e.sweep), axis.of)
  if (knob === undefined) return axis.of
  const symbol = plainTex(knob.field.tex)
  return knob.turns === 'start' || symbol === '' || symbol === knob.field.label ? knob.field.label : `${knob.field.label} ${symbol}`
}

/** The axes of the picture, whose plot begins at MARGIN; of a single axis the other one is that of the curve. */
export function drawAxes(ctx: CanvasRenderingContext2D, e: Experiment, axes: readonly SweepAxis[], show: SweepShow, scale: ValueScale | undefined, { width, height }: Frame, tokens: Tokens): void {
  const [w, h] = [width - MARGIN.left - MARGIN.right, height - MARGIN.top - MARGIN.bottom]
  ctx.font = `13px ${tokens.fontUi}`
  ctx.fillStyle = tokens.ink2
  ctx.strokeStyle = tokens.lineStrong
  ctx.lineWidth = 1
  ctx.strokeRect(MARGIN.left - 0.5, MARGIN.top - 0.5, w + 1, h + 1)
  ctx.textAlign = 'center'
  ctx.textBaseline = 'top'
  const foot = MARGIN.top + h
  for (const { value, text } of ticksOf(axes[0].scale, axes[0].low, axes[0].high, Math.max(2, Math.floor(w / 64)))) {
    const x = Math.round(MARGIN.left + shareOf(axes[0], value) * w) + 0.5
    line(ctx, x, foot + 1, x, foot + 6)
    ctx.fillText(plainTick(text), x, foot + 8)
  }
  ctx.fillStyle = tokens.ink
  ctx.fillText(axisName(e, axes[0]), MARGIN.left + w / 2, foot + 26)
  const up = axes.length > 1 ? axes[1] : undefined
  if (up === undefined && scale === undefined) return
  const tall = up ? h : h - STRIP
  ctx.fillStyle = tokens.ink2
  ctx.textAlign = 'right'
  ctx.textBaseline = 'middle'
  const most = Math.max(2, Math.floor(tall / 56))
  for (const { share, text } of up ? axisTicks(up, most) : scale ? curveTicks(scale, most) : []) {
    const y = Math.round(MARGIN.top + (1 - share) * tall) + 0.5
    line(ctx, MARGIN.left - 6, y, MARGIN.left - 1, y)
    ctx.fillText(plainTick(text), MARGIN.left - 9, y)
  }
  ctx.save()
  ctx.translate(13, MARGIN.top + tall / 2)
  ctx.rotate(-Math.PI / 2)
  ctx.textAlign = 'center'
  ctx.fillStyle = tokens.ink
  ctx.fillText(axes.length > 1 ? axisName(e, axes[1]) : SHOWN[show === 'verdict' ? 'steps' : show], 0, 0)
  ctx.restore()
}

function line(ctx: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  ctx.beginPath()
  ctx.moveTo(x1, y1)
  ctx.lineTo(x2, y2)
  ctx.stroke()
}

const axisTicks = (axis: SweepAxis, most: number): readonly { readonly share: number; readonly text: string }[] =>
  ticksOf(axis.scale, axis.low, axis.high, most).map(({ value, text }) => ({ share: shareOf(axis, value), text }))

/** Whether numbers go by the logarithm of their height over the least, as their colours do. */
const byHeight = ({ log, unit }: ValueScale): boolean => log && unit !== 0

/** About `most` ticks of the curve's axis: of heights the least and what lies a power of ten over it. */
export function curveTicks(scale: ValueScale, most: number): readonly { readonly share: number; readonly text: string }[] {
  if (!byHeight(scale)) return axisTicks(curveAxis(scale), most)
  const { low, high, from, unit } = scale
  const powers = Math.max(0, Math.floor(Math.log10((high - from) / unit)) + 1)
  const stride = Math.ceil((powers + 1) / most)
  const values = [low, ...Array.from({ length: powers }, (_, k) => from + unit * 10 ** k)].filter((_, k) => k % stride === 0)
  return values.map((value) => ({ share: rampShare(scale, value), text: formatNumber(value, 2) }))
}

/** How far up the curve's axis a number lies, between 0 and 1. */
export function curveShare(scale: ValueScale, value: number): number {
  return byHeight(scale) ? rampShare(scale, value) : Math.min(1, Math.max(0, shareOf(curveAxis(scale), value)))
}

/** The scale of numbers as an axis; level where they are all the same. */
function curveAxis({ low, high, log, unit }: ValueScale): SweepAxis {
  const pad = high > low ? 0 : Math.max(1, Math.abs(low))
  return { of: '', low: low - pad, high: high + pad, scale: log && unit === 0 && pad === 0 ? 'log' : 'linear' }
}

/** The numbers of a single axis as points over it: neighbours may lie anywhere, so no line joins them. */
export function drawCurve(ctx: CanvasRenderingContext2D, grids: readonly SweepGrid[], axis: SweepAxis, show: SweepShow, { width, height }: Frame, tokens: Tokens): void {
  const [w, h] = [width - MARGIN.left - MARGIN.right, height - MARGIN.top - MARGIN.bottom - STRIP]
  const shown = show === 'verdict' ? 'steps' : show
  const scale = shownScale(grids, shown)
  if (scale === undefined) return
  ctx.fillStyle = tokens.ink
  for (const grid of grids.slice(-1)) {
    for (let cell = 0; cell < grid.fate.length; cell++) {
      const value = grid.fate[cell] === EMPTY ? NaN : valueOf(grid, shown, cell)
      if (!Number.isFinite(value)) continue
      const x = MARGIN.left + shareOf(axis, cellValues(grid.turns, grid.shape, cell)[0]) * w
      const share = curveShare(scale, value)
      if (x < MARGIN.left || x > MARGIN.left + w) continue
      ctx.fillRect(x - 1.25, MARGIN.top + (1 - share) * h - 1.25, 2.5, 2.5)
    }
  }
}

/** A ring where the present run is; nothing where it lies outside. */
export function drawPresent(ctx: CanvasRenderingContext2D, e: Experiment, axes: readonly SweepAxis[], { width, height }: Frame, tokens: Tokens): void {
  const knobs = e.sweep ? knobsOf(e, e.sweep) : []
  const shares = axes.map((axis) => shareOf(axis, knobOf(knobs, axis.of)?.value ?? NaN))
  if (!shares.every((share) => share >= 0 && share <= 1)) return
  const [w, h] = [width - MARGIN.left - MARGIN.right, height - MARGIN.top - MARGIN.bottom]
  const x = MARGIN.left + shares[0] * w
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

/** Stops of the ramp for a legend, low to high. */
export const rampCss = (ramp: Tokens['ramp']): string => `linear-gradient(to right, ${ramp.map(css).join(', ')})`
