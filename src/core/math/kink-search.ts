/**
 * A local search along a kink that is a curve, where a simplex folds up: the lowest point along one coordinate is a function of the
 * other, and is minimised in its turn, both by Brent's method. Two coordinates.
 */
import { exponent, powerOfTwo } from './bits.ts'
import { brent } from './brent.ts'

type Height = (x: Float64Array) => number
type Sides = readonly (readonly [low: number, high: number])[]

interface Point {
  readonly x: Float64Array
  readonly f: number
}

/** A share of each side: where the rise beside a point is looked at, and the first step along the other coordinate. */
const NEAR = 1e-6
const FIRST = 0.02
/** Of the rise at `NEAR`, a sixteenth of the way makes 1/256 where the ground is smooth, 1/16 at a kink and a quarter at a root's. */
const SMOOTH = 1 / 32
/** To what share of a side the other coordinate is found. */
const ENOUGH = 1e-10
/** What a rise must exceed as a share of the height, to be more than rounding. */
const ROUNDING = 1e-12
/** Heights it may take: about four times what a kink in the plane takes. */
const LIMIT = 3000
/** Doubles to either side of the lowest one that Brent's method found. */
const NEIGHBOURS = 3

/** The lowest point that is met from a point along the kink it lies on: never higher, and the point itself where there is none. */
export function alongKink(height: Height, from: Point, sides: Sides): Point {
  const across = sides.length === 2 ? sharpAlong(height, from, sides) : -1
  return across < 0 ? from : searchKink(height, from, across, sides)
}

/** The coordinate along which the ground rises most beside `x`, where it does so as steeply as a kink; −1 where it does not. */
function sharpAlong(height: Height, { x, f }: Point, sides: Sides): number {
  const rise = (i: number, share: number): number => {
    const step = share * (sides[i][1] - sides[i][0])
    return height(x.with(i, x[i] + (x[i] + step <= sides[i][1] ? step : -step))) - f
  }
  const far = sides.map((_, i) => rise(i, NEAR))
  const steepest = far[1] > far[0] ? 1 : 0
  const sharp = far[steepest] > ROUNDING * Math.abs(f) && rise(steepest, NEAR / 16) > SMOOTH * far[steepest]
  return sharp ? steepest : -1
}

/** From `from` along the kink across coordinate `across`. */
function searchKink(height: Height, from: Point, across: number, sides: Sides): Point {
  const onward = 1 - across
  const [low, high] = sides[onward]
  const within = (v: number, i: number): boolean => v >= sides[i][0] && v <= sides[i][1]
  const met: (readonly [s: number, v: number])[] = []
  let best = from
  let left = LIMIT
  let width = NEAR * (sides[across][1] - sides[across][0])
  /** The lowest height above `s`, by a search from where the places met lately say that the kink is. */
  const lowestAt = (s: number): number => {
    if (!within(s, onward)) return Infinity
    const guess = extrapolated(met, s, from.x[across])
    const look = (v: number): number => {
      if (!within(v, across) || left-- <= 0) return Infinity
      const x = across === 1 ? Float64Array.of(s, v) : Float64Array.of(v, s)
      const f = height(x)
      if (f < best.f) best = { x, f }
      if (f < lowest.f) lowest = { v, f }
      return f
    }
    let lowest = { v: guess, f: Infinity }
    const ulp = spacing(guess)
    brent((t) => look(guess + width * t), 0, ulp / width)
    const found = lowest.v
    for (let k = 1; k <= NEIGHBOURS; k++) {
      look(found + k * ulp)
      look(found - k * ulp)
    }
    met.unshift([s, lowest.v])
    if (met.length > 3) met.pop()
    width = Math.max(16 * ulp, Math.abs(lowest.v - guess))
    return lowest.f
  }
  const begin = from.x[onward]
  const step = FIRST * (high - low)
  lowestAt(begin)
  brent((t) => lowestAt(begin + step * t), 0, (ENOUGH * (high - low)) / step)
  return best
}

/** The polynomial through the points met, at `s`; `first` where there are none. */
function extrapolated(met: readonly (readonly [s: number, v: number])[], s: number, first: number): number {
  if (met.length === 0) return first
  const at = met.reduce((sum, [a, v], i) => sum + met.reduce((product, [b], k) => (k === i ? product : (product * (s - b)) / (a - b)), v), 0)
  return Number.isFinite(at) ? at : met[0][1]
}

/** The distance of doubles near `v`. */
const spacing = (v: number): number => powerOfTwo(Math.max(-1022, exponent(Math.abs(v)) - 52))
