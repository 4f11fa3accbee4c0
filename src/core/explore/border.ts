/** Minima that exist only because the domain ends there. */
import type { Box, Landscape } from '../landscape.ts'
import type { Grid } from './grid.ts'
import { lineThrough, pointsOnLine } from './line.ts'
import { listed, type Listed } from './listed.ts'
import { apart } from './places.ts'
import { extent } from './surface.ts'
import { affordable } from './work.ts'

const EDGE_NODES = 2049
const EDGE_LIMIT = 300
/** Rows of data that one edge may add up. */
const EDGE_ROWS = 4e6
const LEAST_EDGE = 129

/** Minima on the edges and in the corners of the plane's domain, without the points that are `known` already. */
export function* boundaryMinima(
  landscape: Landscape, grid: Grid, size: number, known: readonly Listed[],
): Generator<undefined, Listed[], void> {
  const { domain } = grid
  const nodes = affordable(landscape, EDGE_NODES, LEAST_EDGE, EDGE_ROWS)
  const found: Listed[] = []
  const [alongX, alongY] = [extent(grid.gx), extent(grid.gy)]
  const steepest = Math.max(alongX.high, alongY.high, -alongX.low, -alongY.low)
  const add = (x: [number, number]): void => {
    const isNew = ![...known, ...found].some((p) => apart(p, x) < 1e-7 * size)
    if (isNew && risesInward(landscape, domain, x, 1e-10 * steepest) && isLowestNearby(landscape, domain, x)) {
      found.push(listed(landscape, x, size, 'boundary minimum'))
    }
  }
  for (const axis of [0, 1]) {
    for (const end of domain[1 - axis]) {
      const at = (t: number): [number, number] => (axis === 0 ? [t, end] : [end, t])
      const [lo, hi] = domain[axis]
      const { flat, kinks } = yield* pointsOnLine(lineThrough(landscape, axis, at(lo)), lo, hi, nodes, EDGE_LIMIT)
      for (const t of [lo, ...flat, ...kinks, hi]) add(at(t))
      yield undefined
    }
  }
  return found
}

/**
 * Whether the slope at the border point `x` rises into the domain from one of its sides, by more than rounding, or does not
 * exist.
 */
function risesInward(landscape: Landscape, domain: Box, x: readonly [number, number], tiny: number): boolean {
  const gradient = new Float64Array(2)
  landscape.gradient(Float64Array.from(x), gradient)
  return gradient.some((g, i) => {
    const [lo, hi] = domain[i]
    return !Number.isFinite(g) || (x[i] === lo && g > tiny) || (x[i] === hi && g < -tiny)
  })
}

/** Whether no point of `domain` close to `x` (on the border, within 1e-4 and 1e-6 of each side) is lower, and most are higher. */
export function isLowestNearby(landscape: Landscape, domain: Box, x: ArrayLike<number>): boolean {
  const at = Float64Array.from(x)
  const f = landscape.value(at)
  if (!Number.isFinite(f)) return false
  let higher = 0
  let looked = 0
  for (const share of [1e-4, 1e-6]) {
    for (const direction of directions(domain.length)) {
      const beside = at.map((v, i) => v + share * (domain[i][1] - domain[i][0]) * direction[i])
      if (beside.some((v, i) => v < domain[i][0] || v > domain[i][1])) continue
      const there = landscape.value(beside)
      if (there < f) return false
      looked++
      if (there > f) higher++
    }
  }
  return higher * 2 > looked
}

function directions(n: number): readonly (readonly number[])[] {
  return n === 1 ? [[1], [-1]] : COMPASS
}

const COMPASS: readonly (readonly number[])[] = [[1, 0], [-1, 0], [0, 1], [0, -1], [1, 1], [-1, -1], [1, -1], [-1, 1]]
