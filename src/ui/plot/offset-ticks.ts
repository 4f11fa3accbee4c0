/** Ticks of an axis that is zoomed so far that only the last digits of its numbers differ: they tell how far they are from a round number. Pure. */
import { formatShort } from '../format.ts'
import { niceStep } from './chart-ticks.ts'

export interface OffsetTicks {
  readonly ticks: readonly { readonly value: number; readonly text: string }[]
  /** The number that they are told from, and the unit where it is not 1: `1.8, in 10<sup>-7</sup>`. */
  readonly from: string
}

/** Digits after the first that ticks show in full; fewer where numbers are so small that a power of ten follows. */
const FULL = { plain: 4, powers: 2, small: 1e-4 } as const
/** Such ticks are short: there is room for so many at least. */
const ROOM = 4

/** `most` ticks at most (>= 2), or ROOM; undefined where numbers can be shown in full. */
export function offsetTicks(low: number, high: number, most: number): OffsetTicks | undefined {
  const stepFor = (ticks: number): number => niceStep((high - low) / Math.max(1, ticks - 1))
  const digits = exponentOf(Math.max(Math.abs(low), Math.abs(high))) - exponentOf(stepFor(most))
  if (!(digits > (stepFor(most) < FULL.small ? FULL.powers : FULL.plain))) return undefined
  const step = stepFor(Math.max(ROOM, most))
  const exponent = exponentOf(step)
  const { value: base, digits: known } = roundest(low, high)
  const [first, last] = [Math.ceil((low - base) / step), Math.floor((high - base) / step)]
  const times = Math.round(step / Number(`1e${exponent}`))
  return {
    ticks: Array.from({ length: last - first + 1 }, (_, k) => first + k).map((k) => (
      { value: base + k * step, text: k > 0 ? `+${k * times}` : `${k * times}`.replace('-', '−') }
    )),
    from: `${formatShort(base, known)}${exponent === 0 ? '' : `, in 10<sup>${exponent}</sup>`}`,
  }
}

const exponentOf = (value: number): number => Math.floor(Math.log10(value) + 1e-9)

/** The number in [low, high] that has the fewest digits, nearest the middle, and how many it has. */
function roundest(low: number, high: number): { readonly value: number; readonly digits: number } {
  const middle = low + (high - low) / 2
  for (let exponent = exponentOf(high - low) + 1; ; exponent--) {
    const unit = Number(`1e${exponent}`)
    const value = unit === 0 ? middle : Number(`${Math.round(middle / unit)}e${exponent}`)
    if (value >= low && value <= high) return { value, digits: Math.max(1, exponentOf(Math.abs(value)) - exponent + 1) }
  }
}
