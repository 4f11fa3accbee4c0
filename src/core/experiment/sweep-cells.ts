/** The values that the cells of a sweep map stand for. Apart from its link text, which the page reads before there is any map. */
import type { NumberField } from '../fields.ts'
import { exp } from '../math/exponential.ts'
import { log } from '../math/logarithm.ts'
import type { SweepAxis } from './experiment.ts'

/** The value of cell `cell` of `count`: the middle of the cell, rounded where the quantity is whole. */
export function valueAt({ low, high, scale }: SweepAxis, { scale: kind }: NumberField, cell: number, count: number): number {
  const share = (cell + 0.5) / count
  const value = scale === 'log' ? exp(log(low) + (log(high) - log(low)) * share) : low + (high - low) * share
  // Halves go up, also those that rounding errors have left a little below.
  return kind === 'integer' ? Math.floor(value + 0.5 + 1e-9 + 1e-12 * Math.abs(value)) : value
}

/** How far `value` lies along the axis: 0 at its low edge, 1 at its high edge; NaN where its logarithm would be needed and is none. */
export function shareOf({ low, high, scale }: SweepAxis, value: number): number {
  return scale === 'log' ? (log(value) - log(low)) / (log(high) - log(low)) : (value - low) / (high - low)
}

/** The value at a share of the axis. */
export function atShare({ low, high, scale }: SweepAxis, share: number): number {
  return scale === 'log' ? exp(log(low) + (log(high) - log(low)) * share) : low + (high - low) * share
}
