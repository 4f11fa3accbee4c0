/** The ticks of a sweep map: along its foot, up its other axis or up the curve of a single one, and the room that they need. */
import type { SweepAxis } from '../../core/experiment/experiment.ts'
import { shareOf } from '../../core/experiment/sweep-cells.ts'
import { formatShort } from '../format.ts'
import { powerText, ticksOf } from './chart-ticks.ts'
import { offsetTicks } from './offset-ticks.ts'
import type { Tokens } from './style.ts'
import { rampShare, type ValueScale } from './sweep-scale.ts'

/** Room for ticks and names, in px; at left there is as much as the widest tick needs (`ticksOfSweep`). */
export const MARGIN = { right: 14, top: 28, bottom: 46 } as const
/** The least room at left, and what a tick has beside its text. */
const LEFT = 44
const BESIDE = 15
/** Room between two ticks of the foot, and between those of the other axis, in px. */
const APART = { across: 14, up: 40 } as const
/** Height of the strip of fates under a curve, in px. */
export const STRIP = 18

interface Tick {
  /** From 0 at the low end of the axis to 1. */
  readonly share: number
  readonly text: string
}

/** The ticks of one axis; `from` is there where they tell how far they are from a number (`OffsetTicks`). */
export interface AxisTicks {
  readonly ticks: readonly Tick[]
  readonly from?: string
}

/** Ticks along the foot and upwards, and the room that the latter need. */
export interface SweepTicks {
  readonly foot: AxisTicks
  readonly up: AxisTicks
  readonly left: number
}

/** A tick's text without mark-up: 10<sup>−3</sup> as 10⁻³. */
export function plainTick(text: string): string {
  return text.replace(/<sup>(.*?)<\/sup>/g, (_, power: string) => Array.from(power, (c) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)] ?? '⁻').join(''))
}

/** The ticks of the picture in a panel of this size; of a single axis the other one is that of the curve. */
export function ticksOfSweep(ctx: CanvasRenderingContext2D, axes: readonly SweepAxis[], scale: ValueScale | undefined, width: number, height: number, tokens: Tokens): SweepTicks {
  ctx.font = `13px ${tokens.fontUi}`
  const wide = ({ text }: Tick): number => ctx.measureText(text).width
  const tall = height - MARGIN.top - MARGIN.bottom
  const most = Math.max(2, Math.floor((axes.length > 1 ? tall : tall - STRIP) / APART.up))
  const up = axes.length > 1 ? axisTicks(axes[1], most) : scale ? curveTicks(scale, most) : { ticks: [] }
  const left = Math.max(LEFT, Math.ceil(Math.max(0, ...up.ticks.map(wide))) + BESIDE)
  const across = width - left - MARGIN.right
  const fits = ({ ticks }: AxisTicks): boolean => ticks.every((tick, i) => (
    i === 0 || (tick.share - ticks[i - 1].share) * across >= (wide(tick) + wide(ticks[i - 1])) / 2 + APART.across
  ))
  let count = Math.max(2, Math.floor(across / (2 * APART.across)))
  while (count > 2 && !fits(axisTicks(axes[0], count))) count--
  return { foot: axisTicks(axes[0], count), up, left }
}

function axisTicks(axis: SweepAxis, most: number): AxisTicks {
  const { scale, low, high } = axis
  const { ticks, from } = offsetTicks(low, high, most) ?? { ticks: ticksOf(scale, low, high, most) }
  return { ticks: ticks.map(({ value, text }) => ({ share: shareOf(axis, value), text: plainTick(text) })), ...(from !== undefined && { from: plainTick(from) }) }
}

/** Whether numbers go by the logarithm of their height over the least, as their colours do. */
const byHeight = ({ log, unit }: ValueScale): boolean => log && unit !== 0

/** About `most` ticks of the curve's axis: of heights the least, and powers of ten over it with a plus, or as they are over 0. */
export function curveTicks(scale: ValueScale, most: number): AxisTicks {
  if (!byHeight(scale)) return axisTicks(curveAxis(scale), most)
  const { low, high, from, unit } = scale
  const [first, last] = [Math.ceil(Math.log10(unit)), Math.floor(Math.log10(high - from))]
  const powers = Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => Number(`1e${first + k}`))
  const stride = Math.ceil(powers.length / Math.max(1, most - 1))
  const over = powers.filter((power, k) => k % stride === 0 && rampShare(scale, from + power) > CLOSE)
  const plus = Math.abs(from) < NOTHING * unit ? '' : '+'
  return {
    ticks: [
      { share: rampShare(scale, low), text: shortTick(low) },
      ...over.map((power) => ({ share: rampShare(scale, from + power), text: `${plus}${plainTick(powerText(power))}` })),
    ],
  }
}

/** Less far up than this a tick would touch that of the least. */
const CLOSE = 0.05
/** A least number so much smaller than the heights over it is as good as 0. */
const NOTHING = 1e-3

/** `−0.877`, `3.2·10⁻³¹` */
const shortTick = (value: number): string => (
  value === 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e5) ? formatShort(value, 3) : `${value < 0 ? '−' : ''}${plainTick(powerText(Number(Math.abs(value).toPrecision(2))))}`
)

/** How far up the curve's axis a number lies, between 0 and 1. */
export function curveShare(scale: ValueScale, value: number): number {
  return byHeight(scale) ? rampShare(scale, value) : Math.min(1, Math.max(0, shareOf(curveAxis(scale), value)))
}

/** The scale of numbers as an axis; level where they are all the same. */
function curveAxis({ low, high, log, unit }: ValueScale): SweepAxis {
  const pad = high > low ? 0 : Math.max(1, Math.abs(low))
  return { of: '', low: low - pad, high: high + pad, scale: log && unit === 0 && pad === 0 ? 'log' : 'linear' }
}
