/** Which minimum, if any, a point is near: asked at every step of every descent, so it looks in a table of places first. */
import { NEAR } from '../explore/settle.ts'
import type { Box, PointKind } from '../landscape.ts'

export interface Minimum {
  readonly x: readonly number[]
  readonly kind: PointKind
}

/** Places along each side of the domain; the table has one more at each end, which stand for what is a little beyond. */
const WITHIN = 128
export const PLACES = WITHIN + 2
export const NONE = -1
const SEVERAL = -2

/** Along one coordinate. Those of one coordinate have the same twice. */
export interface Axis {
  /** By minimum, where it is; and how near is near. */
  readonly at: Float64Array
  readonly reach: number
  /** What makes a share of the domain's side of a distance. */
  readonly perSide: number
  /** The place of v in the table is (v - low) perPlace, rounded down: 0 to PLACES - 1. */
  readonly low: number
  readonly perPlace: number
}

export interface Minima {
  /** Along the first coordinate and the last one. */
  readonly first: Axis
  readonly last: Axis
  /** By place, row by row along the first coordinate: the one minimum that may be near, NONE, or less where `among` is to be asked. */
  readonly table: Int16Array
  /** 1 for each minimum near which another one may be near as well. */
  readonly crowded: Uint8Array
  /** The first minimum that is within NEAR of each side of the domain of this place, or NONE. */
  readonly among: (x: number, y: number) => number
}

/** Looks among those of `minima` that have a slope of zero, which descents settle at. */
export function lookAmong(minima: readonly Minimum[], domain: Box): Minima {
  const axis = (i: number): Axis => {
    const [low, high] = domain[i]
    const side = high - low
    return { at: Float64Array.from(minima, ({ x }) => x[i]), reach: NEAR * side, perSide: 1 / side, low: low - side / WITHIN, perPlace: WITHIN / side }
  }
  const [first, last] = [axis(0), axis(domain.length - 1)]
  const used = minima.flatMap(({ kind }, m) => (kind === 'minimum' ? [m] : []))
  const table = new Int16Array(PLACES * PLACES).fill(NONE)
  const around = ({ at, reach, low, perPlace }: Axis, m: number): number[] => {
    const [from, to] = [at[m] - 2 * reach, at[m] + 2 * reach].map((edge) => Math.min(PLACES - 1, Math.max(0, Math.floor((edge - low) * perPlace))))
    return Array.from({ length: to - from + 1 }, (_, k) => from + k)
  }
  for (const m of used) {
    for (const q of around(last, m)) for (const p of around(first, m)) table[q * PLACES + p] = table[q * PLACES + p] === NONE ? m : SEVERAL
  }
  const isNear = (m: number, x: number, y: number, times = 1): boolean =>
    Math.abs(x - first.at[m]) <= times * first.reach && Math.abs(y - last.at[m]) <= times * last.reach
  return {
    first, last, table,
    crowded: Uint8Array.from(minima, (_, m) => (used.some((other) => other !== m && isNear(other, first.at[m], last.at[m], 4)) ? 1 : 0)),
    among: (x, y) => used.find((m) => isNear(m, x, y)) ?? NONE,
  }
}
