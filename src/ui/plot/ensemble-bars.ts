/** The tries of an ensemble as bars. Pure. */
import type { Box } from '../../core/landscape.ts'

/** An axis in data units. */
export interface Extent {
  readonly low: number
  readonly high: number
  readonly scale: 'linear' | 'log'
}

export interface Bar {
  /** Its edges along the axis, as shares. */
  readonly from: number
  readonly to: number
  /** Positions of its tries, in their order. */
  readonly tries: readonly number[]
  /** How many of them ended where, by fate. */
  readonly parts: readonly { readonly fate: number; readonly count: number }[]
}

/** How far a value lies along an axis: 0 at its low edge, 1 at its high edge. */
export function shareAt({ low, high, scale }: Extent, value: number): number {
  return scale === 'log' ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low)
}

/** The value at a share of the axis. */
export function valueAt({ low, high, scale }: Extent, share: number): number {
  return scale === 'log' ? low * (high / low) ** share : low + (high - low) * share
}

/** All that is not empty of `count` equal bars over the axis; its upper edge belongs to the last one. Parts are in the order of fates, minima first. */
export function barsOf(tries: readonly number[], valueOf: (k: number) => number, fate: Int16Array, axis: Extent, count: number): readonly Bar[] {
  const held = new Map<number, number[]>()
  for (const k of tries) {
    const share = shareAt(axis, valueOf(k))
    if (!(share >= 0 && share <= 1)) continue
    const bar = Math.min(count - 1, Math.floor(share * count))
    const own = held.get(bar)
    if (own === undefined) held.set(bar, [k])
    else own.push(k)
  }
  return Array.from(held).sort(([a], [b]) => a - b).map(([bar, own]) => {
    const counts = new Map<number, number>()
    for (const k of own) counts.set(fate[k], (counts.get(fate[k]) ?? 0) + 1)
    const parts = Array.from(counts, ([of, times]) => ({ fate: of, count: times })).sort((a, b) => rank(a.fate) - rank(b.fate))
    return { from: bar / count, to: (bar + 1) / count, tries: own, parts }
  })
}

const rank = (fate: number): number => (fate >= 0 ? fate : 1000 - fate)

/** The bar over a share of the axis, or the nearest one within `reach` of it. */
export function barAt(bars: readonly Bar[], share: number, reach: number): Bar | undefined {
  const away = ({ from, to }: Bar): number => Math.max(from - share, share - to, 0)
  return bars.reduce<Bar | undefined>((best, bar) => (away(bar) <= (best === undefined ? reach : away(best)) ? bar : best), undefined)
}

/** The longest bar, at least 1. */
export const longest = (bars: readonly Bar[]): number => bars.reduce((most, { tries }) => Math.max(most, tries.length), 1)

/** So many times as large as its middle is the largest cost that a linear axis still shows well. */
const SPREAD = 25

/**
 * The axis of costs, which are whole numbers, and how many bars there are: each for as many whole numbers, from 0, or logarithmic from the
 * least where few cost many times as much as most.
 */
export function costAxis(costs: readonly number[], most: number): Extent & { readonly bars: number } {
  const sorted = Float64Array.from(costs).sort()
  const [largest, middle] = [sorted.at(-1) ?? 1, sorted[Math.floor(sorted.length / 2)] ?? 1]
  if (largest > SPREAD * Math.max(1, middle)) return { low: Math.max(0.5, sorted[0]), high: largest, scale: 'log', bars: most }
  const width = Math.ceil((largest + 1) / most)
  const bars = Math.ceil((largest + 1) / width)
  return { low: 0, high: bars * width, scale: 'linear', bars }
}

export const axisOf = ([low, high]: Box[number]): Extent => ({ low, high, scale: 'linear' })

/** The try whose point, coordinates in turn, is nearest to (x, y) in px within `reach`, where `place` gives px of a try; undefined where none is. */
export function nearestTry(tries: readonly number[], place: (k: number) => readonly [number, number], x: number, y: number, reach: number): number | undefined {
  let best: number | undefined
  let least = reach * reach
  for (const k of tries) {
    const [px, py] = place(k)
    const away = (px - x) ** 2 + (py - y) ** 2
    if (away > least || Number.isNaN(away)) continue
    least = away
    best = k
  }
  return best
}
