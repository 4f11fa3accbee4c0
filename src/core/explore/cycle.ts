/** Whether the tail of a run goes to and fro or round and round instead of down. */
import { stride } from './scene.ts'
import type { Track } from './run.ts'

export interface Cycle {
  /** `swap`: two points for ever; `swing`: each step turns back on the last; `wander`: no net progress at all. */
  readonly kind: 'swap' | 'swing' | 'wander'
  /** The mean of the last two iterates (of the last window for `wander`). */
  readonly centre: readonly number[]
  /** Typical length of a step. */
  readonly stride: number
  /** Length of the last step over that of a step one window earlier: above 1 where the swings grow. */
  readonly growth: number
}

/** How many steps back the tail is looked at. */
const WINDOW = 40

/**
 * Looks at the last steps of a track. Turning back is a median cosine below -1/2 between one step and the next, over a window in
 * which the steps do not shrink (by more than 10 %); `tiny` is the length under which a step counts as none.
 */
export function cycleOf(track: Track, tiny: number): Cycle | undefined {
  const last = track.count - 1
  const window = Math.min(WINDOW, last - 2)
  if (window < 2) return undefined
  const cosines: number[] = []
  for (let k = last - window + 1; k <= last; k++) cosines.push(cosine(track, k))
  const length = stride(track, last)
  if (!(length > tiny)) return undefined
  const longerOf = (k: number): number => Math.max(stride(track, k), stride(track, k - 1))
  const growth = longerOf(last) / longerOf(last - window + 1)
  if (median(cosines) < -0.5 && growth > 0.9) {
    return { kind: swaps(track, length) ? 'swap' : 'swing', centre: mean(track, last - 1, last), stride: length, growth }
  }
  return wander(track, tiny)
}

function swaps(track: Track, length: number): boolean {
  const last = track.count - 1
  const n = track.dimension
  let sum = 0
  for (let i = 0; i < n; i++) sum += (track.x[last * n + i] - track.x[(last - 2) * n + i]) ** 2
  return Math.sqrt(sum) <= 0.01 * length
}

/**
 * No net progress: over 2 × window steps the second half is not lower on average, and the way is 10 times the distance covered.
 */
function wander(track: Track, tiny: number): Cycle | undefined {
  const last = track.count - 1
  const half = Math.min(100, Math.floor(last / 4))
  if (half < 10) return undefined
  let way = 0
  let early = 0
  let late = 0
  let low = Infinity
  let high = -Infinity
  for (let k = last - 2 * half + 1; k <= last; k++) {
    way += stride(track, k)
    if (k <= last - half) early += track.f[k] / half
    else late += track.f[k] / half
    low = Math.min(low, track.f[k])
    high = Math.max(high, track.f[k])
  }
  if (!(way > 2 * half * tiny) || late < early - 0.05 * (high - low)) return undefined
  const n = track.dimension
  let net = 0
  for (let i = 0; i < n; i++) net += (track.x[last * n + i] - track.x[(last - 2 * half) * n + i]) ** 2
  if (Math.sqrt(net) * 10 > way) return undefined
  const firstHalf = shape(track, last - 2 * half, last - half)
  const secondHalf = shape(track, last - half, last)
  if (secondHalf < 0.9 * firstHalf) return undefined
  const centre = mean(track, last - 2 * half + 1, last)
  return { kind: 'wander', centre, stride: way / (2 * half), growth: secondHalf / firstHalf }
}

/** Length of the way from iterate `from` to `to`: it shrinks where a spiral closes in. */
function shape(track: Track, from: number, to: number): number {
  let way = 0
  for (let k = from + 1; k <= to; k++) way += stride(track, k)
  return way
}

function mean(track: Track, from: number, to: number): number[] {
  const n = track.dimension
  return Array.from({ length: n }, (_, i) => {
    let sum = 0
    for (let k = from; k <= to; k++) sum += track.x[k * n + i]
    return sum / (to - from + 1)
  })
}

/** Cosine of the angle between the steps to iterate `k` and to the one before it. */
function cosine(track: Track, k: number): number {
  const n = track.dimension
  let dot = 0
  for (let i = 0; i < n; i++) {
    const a = track.x[k * n + i] - track.x[(k - 1) * n + i]
    const b = track.x[(k - 1) * n + i] - track.x[(k - 2) * n + i]
    dot += a * b
  }
  return dot / (stride(track, k) * stride(track, k - 1))
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
