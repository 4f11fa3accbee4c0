/** Ranges of a sweep map narrowed and widened. Pure. */
import type { SweepAxis } from '../../core/experiment/experiment.ts'
import type { Knob } from '../../core/experiment/knobs.ts'
import { atShare } from '../../core/experiment/sweep-cells.ts'

/** The part of an axis between two shares of it, in either order, within what its quantity may be. */
export function partOf(axis: SweepAxis, from: number, to: number, { field: { min, max } }: Pick<Knob, 'field'>): SweepAxis {
  const bound = (share: number): number => Math.min(max, Math.max(min, share === 0 ? axis.low : share === 1 ? axis.high : tidy(atShare(axis, share), axis)))
  return { ...axis, low: bound(Math.min(from, to)), high: bound(Math.max(from, to)) }
}

/** The axis `factor` times as wide about a share of it. */
export function widened(axis: SweepAxis, factor: number, about: number, knob: Pick<Knob, 'field'>): SweepAxis {
  return partOf(axis, about - factor * about, about + factor * (1 - about), knob)
}

/** `value` with as few digits as keep it within a thousandth of the range: ranges stand in links. */
function tidy(value: number, { low, high, scale }: SweepAxis): number {
  if (!Number.isFinite(value) || value === 0) return value
  const gap = scale === 'log' ? Math.abs(value) * Math.log(high / low) * 1e-3 : (high - low) * 1e-3
  const digits = Math.ceil(Math.log10(Math.abs(value) / gap)) + 1
  return Number(value.toPrecision(Math.min(17, Math.max(1, Number.isFinite(digits) ? digits : 17))))
}
