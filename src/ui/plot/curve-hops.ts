/** A path on the curve as places on the panel, without the iterates nobody could tell from the ones before them. */
import type { Path } from '../../store/state.ts'
import { toX, toY, type CurveView } from './curve-view.ts'

export interface Hops {
  /** x0, y0, x1, y1, … px; NaN where an iterate is not finite. */
  readonly pixels: Float64Array
  /** The iterate each point is; ascending. */
  readonly step: Float64Array
  readonly count: number
}

/** Closer than this, in px on both axes, two places are one. */
const SAME = 0.35

/**
 * Drops every iterate that lies where one of the last two kept points lies: a run that has arrived, or that swaps between two sides
 * of a valley, draws nothing new however long it goes on.
 */
export function hopsOf(path: Pick<Path, 'x' | 'f' | 'count'>, view: CurveView): Hops {
  let pixels = new Float64Array(2 * Math.min(path.count, 256))
  let step = new Float64Array(Math.min(path.count, 256))
  let n = 0
  const near = (k: number, x: number, y: number): boolean => k >= 0 && Math.abs(pixels[2 * k] - x) < SAME && Math.abs(pixels[2 * k + 1] - y) < SAME
  for (let i = 0; i < path.count; i++) {
    const x = toX(view, path.x[i])
    const y = toY(view.f, view.layout.curve, path.f[i])
    if (near(n - 1, x, y) || near(n - 2, x, y)) continue
    if (n === step.length) {
      const room = Math.min(path.count, 2 * n)
      pixels = grown(pixels, 2 * room)
      step = grown(step, room)
    }
    pixels[2 * n] = x
    pixels[2 * n + 1] = y
    step[n++] = i
  }
  return { pixels, step, count: n }
}

/** Where among the kept points a fractional iterate is: a whole number on a point, a fraction on the way to the next iterate. */
export function playedIn({ step, count }: Hops, playhead: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (step[middle] <= playhead) low = middle
    else high = middle - 1
  }
  // Dropped iterates stand still; the way to the next kept point is the last step before it.
  const ahead = low + 1 < count ? Math.max(0, playhead - (step[low + 1] - 1)) : 0
  return low + Math.min(1, ahead)
}

const kept = new WeakMap<Path, { readonly x: Float64Array; readonly count: number; readonly view: CurveView; readonly hops: Hops }>()

/** `hopsOf`, remembered while path and window stay: scrubbing and playing through 100,000 steps look at each iterate once. */
export function rememberedHops(path: Path, view: CurveView): Hops {
  const known = kept.get(path)
  if (known && known.x === path.x && known.count === path.count && known.view === view) return known.hops
  const hops = hopsOf(path, view)
  kept.set(path, { x: path.x, count: path.count, view, hops })
  return hops
}

function grown(column: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const next = new Float64Array(length)
  next.set(column)
  return next
}
