/** Lines of equal height on the relief, by marching squares, chained into long polylines so that drawing them is cheap. */
import { BLOCK } from './projection.ts'
import type { Relief } from './surface-relief.ts'

type Grid = Pick<Relief, 'nx' | 'ny' | 'z'>

/** Polylines one after another, NaN between them. */
export interface Isolines {
  readonly x: number[]
  readonly y: number[]
  readonly z: number[]
}

/**
 * Which edges of a cell a line joins, by which corners are high (bit 0 lower left, 1 lower right, 2 upper right, 3 upper left).
 * Edges: 0 bottom, 1 right, 2 top, 3 left. The two saddle cases (5 and 10) are cut without looking at the middle.
 */
const CASES: readonly (readonly (readonly [number, number])[])[] = [
  [], [[3, 0]], [[0, 1]], [[3, 1]], [[1, 2]], [[3, 0], [1, 2]], [[0, 2]], [[3, 2]],
  [[2, 3]], [[0, 2]], [[0, 1], [2, 3]], [[1, 2]], [[1, 3]], [[0, 1]], [[0, 3]], [],
]

/**
 * The lines at some heights.
 *
 * @param levels heights in block units, in any order
 * @param lift how far the lines are drawn above the surface, block units
 */
export function isolines(relief: Grid, levels: readonly number[], lift = 0): Isolines {
  const out: Isolines = { x: [], y: [], z: [] }
  for (const level of levels) trace(relief, level, lift, out)
  return out
}

/** Number of an edge of the grid: even for the edge from sample k to the right, odd for the one upwards. */
function edgeOf(k: number, nx: number, side: number): number {
  return side === 0 ? 2 * k : side === 2 ? 2 * (k + nx) : side === 3 ? 2 * k + 1 : 2 * (k + 1) + 1
}

function segmentsAt({ nx, ny, z }: Grid, level: number): Map<number, number[]> {
  const joined = new Map<number, number[]>()
  const join = (a: number, b: number): void => {
    const known = joined.get(a)
    if (known) known.push(b)
    else joined.set(a, [b])
  }
  for (let j = 0; j < ny - 1; j++) {
    for (let i = 0; i < nx - 1; i++) {
      const k = j * nx + i
      const a = z[k], b = z[k + 1], c = z[k + nx + 1], d = z[k + nx]
      const high = (a > level ? 1 : 0) + (b > level ? 2 : 0) + (c > level ? 4 : 0) + (d > level ? 8 : 0)
      if (high === 0 || high === 15 || Number.isNaN(a + b + c + d)) continue
      for (const [from, to] of CASES[high]) {
        const p = edgeOf(k, nx, from), q = edgeOf(k, nx, to)
        join(p, q)
        join(q, p)
      }
    }
  }
  return joined
}

function trace(relief: Grid, level: number, lift: number, out: Isolines): void {
  const { nx, ny, z } = relief
  const joined = segmentsAt(relief, level)
  const put = (edge: number): void => {
    const k = edge >> 1
    const far = edge & 1 ? k + nx : k + 1
    const share = (level - z[k]) / (z[far] - z[k])
    const i = k % nx, j = (k - i) / nx
    out.x.push(((i + (edge & 1 ? 0 : share)) / (nx - 1) - 0.5) * BLOCK[0])
    out.y.push(((j + (edge & 1 ? share : 0)) / (ny - 1) - 0.5) * BLOCK[1])
    out.z.push(level + lift)
  }
  const walk = (start: number): void => {
    let here = start
    put(here)
    for (let next = joined.get(here)?.pop(); next !== undefined; next = joined.get(here)?.pop()) {
      const back = joined.get(next)
      if (back) back.splice(back.indexOf(here), 1)
      here = next
      put(here)
    }
    out.x.push(NaN)
    out.y.push(NaN)
    out.z.push(NaN)
  }
  // Lines that end at an edge or a hole first, from their end; what is left then are loops.
  for (const [edge, ends] of joined) if (ends.length === 1) walk(edge)
  for (const [edge, ends] of joined) if (ends.length > 0) walk(edge)
}
