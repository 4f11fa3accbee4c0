/** Which minimum, if any, a point is near: asked at every step of every descent, so it looks in a table of places first. */
import { NEAR } from '../explore/settle.ts'
import type { Box, PointKind } from '../landscape.ts'

export interface Minimum {
  readonly x: readonly number[]
  readonly kind: PointKind
}

/** Places of the table along each coordinate. */
const PLACES = 128
const NONE = -1
const SEVERAL = -2

export interface Minima {
  /** For each of the first `count` lanes, the position of the minimum within NEAR of each side of the domain of it, or -1. */
  near(x: readonly Float64Array[], count: number, out: Int16Array): void
  /** Coordinate `i` of minimum `m`. */
  place(m: number, i: number): number
  /** How many of the `count` positions k, k + step, … of the columns are near minimum `m`, counted from the last one until one is not. */
  stayed(x: readonly Float64Array[], k: number, step: number, count: number, m: number): number
  /**
   * How far lane `k`, which stayed between these bounds, was from minimum `m` at most, as the largest share of a side of the domain;
   * infinite where it was not near all the time.
   */
  away(low: readonly Float64Array[], high: readonly Float64Array[], k: number, m: number): number
}

/** Looks among those of `minima` that have a slope of zero, which descents settle at. */
export function lookAmong(minima: readonly Minimum[], domain: Box): Minima {
  const n = domain.length
  const lows = Float64Array.from(domain, ([low]) => low)
  const sides = Float64Array.from(domain, ([low, high]) => high - low)
  const reach = sides.map((side) => NEAR * side)
  const perSide = sides.map((side) => PLACES / side)
  const used = minima.flatMap(({ kind }, m) => (kind === 'minimum' ? [m] : []))
  const at = Float64Array.from(minima.flatMap(({ x }) => [...x])) // row by row
  const table = new Int16Array(PLACES ** Math.min(2, n)).fill(NONE)
  // A descent may be near a minimum on the edge from outside: the outermost places stand for what is beyond them.
  const kept = (p: number): number => (p < 0 ? 0 : p < PLACES ? Math.floor(p) : PLACES - 1)
  const around = (v: number, i: number): number[] => {
    const [from, to] = [v - 2 * reach[i], v + 2 * reach[i]].map((edge) => kept((edge - lows[i]) * perSide[i]))
    return Array.from({ length: to - from + 1 }, (_, k) => from + k)
  }
  for (const m of used) {
    for (const p of around(at[m * n], 0)) {
      for (const q of n > 1 ? around(at[m * n + 1], 1) : [0]) table[q * PLACES + p] = table[q * PLACES + p] === NONE ? m : SEVERAL
    }
  }
  /** The very comparison of verdicts. */
  const isNear = (x: readonly Float64Array[], k: number, m: number): boolean => {
    for (let i = 0; i < n; i++) if (!(Math.abs(x[i][k] - at[m * n + i]) <= reach[i])) return false
    return true
  }
  return {
    place: (m, i) => at[m * n + i],
    stayed(x, k, step, count, m) {
      let least = count
      for (let i = 0; i < n; i++) {
        const [column, v, within] = [x[i], at[m * n + i], reach[i]]
        let all = 0
        for (let to = k + (count - 1) * step; all < least && Math.abs(column[to] - v) <= within; to -= step) all++
        least = all
      }
      return least
    },
    away(low, high, k, m) {
      let share = 0
      for (let i = 0; i < n; i++) {
        const v = at[m * n + i]
        const far = Math.max(Math.abs(low[i][k] - v), Math.abs(high[i][k] - v))
        if (!(far <= reach[i])) return Infinity
        if (far / sides[i] > share) share = far / sides[i]
      }
      return share
    },
    near(x, count, out) {
      const [first, second = first] = x
      const [low, across, bottom, up] = [lows[0], perSide[0], lows[n - 1], n > 1 ? perSide[n - 1] : 0]
      for (let k = 0; k < count; k++) {
        const p = (first[k] - low) * across
        const q = (second[k] - bottom) * up
        let m = NONE
        if (p >= -1 && p < PLACES + 1 && q >= -1 && q < PLACES + 1) {
          const column = p | 0
          const row = q | 0
          m = table[(row < 0 ? 0 : row < PLACES ? row : PLACES - 1) * PLACES + (column < 0 ? 0 : column < PLACES ? column : PLACES - 1)]
        }
        if (m === SEVERAL) m = used.find((one) => isNear(x, k, one)) ?? NONE
        else if (m !== NONE && !isNear(x, k, m)) m = NONE
        out[k] = m
      }
    },
  }
}
