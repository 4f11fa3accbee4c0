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
  /** The position of the minimum within NEAR of each side of the domain of lane `k`, or -1. */
  near(x: readonly Float64Array[], k: number): number
  /** Whether position `k` of the columns is near minimum `m`. */
  isNear(x: readonly Float64Array[], k: number, m: number): boolean
  /** Distance of lane `k` from minimum `m`: the largest share of a side of the domain. */
  away(x: readonly Float64Array[], k: number, m: number): number
}

/** Looks among those of `minima` that have a slope of zero, which descents settle at. */
export function lookAmong(minima: readonly Minimum[], domain: Box): Minima {
  const n = domain.length
  const sides = domain.map(([low, high]) => high - low)
  const used = minima.flatMap(({ kind }, m) => (kind === 'minimum' ? [m] : []))
  const at = minima.map(({ x }) => Float64Array.from(x))
  const table = new Int16Array(PLACES ** Math.min(2, n)).fill(NONE)
  const place = (v: number, i: number): number => Math.floor(((v - domain[i][0]) / sides[i]) * PLACES)
  // A descent may be near a minimum on the edge from outside: the outermost places stand for what is beyond them.
  const kept = (p: number): number => Math.min(PLACES - 1, Math.max(0, p))
  const around = (v: number, i: number): number[] => {
    const [from, to] = [v - 2 * NEAR * sides[i], v + 2 * NEAR * sides[i]].map((edge) => kept(place(edge, i)))
    return Array.from({ length: to - from + 1 }, (_, k) => from + k)
  }
  for (const m of used) {
    for (const p of around(at[m][0], 0)) {
      for (const q of n > 1 ? around(at[m][1], 1) : [0]) table[q * PLACES + p] = table[q * PLACES + p] === NONE ? m : SEVERAL
    }
  }
  const away = (x: readonly Float64Array[], k: number, m: number): number => {
    let far = 0
    for (let i = 0; i < n; i++) far = Math.max(far, Math.abs(x[i][k] - at[m][i]) / sides[i])
    return far
  }
  const isNear = (x: readonly Float64Array[], k: number, m: number): boolean => {
    // The very comparison of verdicts.
    for (let i = 0; i < n; i++) if (!(Math.abs(x[i][k] - at[m][i]) <= NEAR * sides[i])) return false
    return true
  }
  return {
    away,
    isNear,
    near(x, k) {
      const p = place(x[0][k], 0)
      const q = n > 1 ? place(x[1][k], 1) : 0
      if (!(p >= -1 && p <= PLACES && q >= -1 && q <= PLACES)) return -1
      const m = table[kept(q) * PLACES + kept(p)]
      if (m === NONE) return -1
      if (m !== SEVERAL) return isNear(x, k, m) ? m : -1
      return used.find((one) => isNear(x, k, one)) ?? -1
    },
  }
}
