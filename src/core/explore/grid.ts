/** Value and gradient of a landscape of two coordinates on a regular grid, and what the grid says about its flat points. */
import type { Box, Landscape } from '../landscape.ts'
import { rowsOf, sample } from './surface.ts'
import { inSlices } from './work.ts'

export interface Grid {
  readonly domain: Box
  /** Nodes per side; node (i, j) has index j * n + i. */
  readonly n: number
  readonly f: Float64Array
  readonly gx: Float64Array
  readonly gy: Float64Array
}

export function* sampleGrid(landscape: Landscape, domain: Box, n: number): Generator<undefined, Grid, void> {
  const grid: Grid = { domain, n, f: new Float64Array(n * n), gx: new Float64Array(n * n), gy: new Float64Array(n * n) }
  for (const { x, y, from, to } of rowsOf(domain, n)) {
    const piece = (column: Float64Array): Float64Array => column.subarray(from, to)
    yield* inSlices(landscape, [x, y], to - from, piece(grid.f), [piece(grid.gx), piece(grid.gy)])
  }
  return grid
}

export function nodeAt({ domain, n }: Grid, i: number, j: number): [number, number] {
  return [sample(domain[0], i, n), sample(domain[1], j, n)]
}

/**
 * Calls `visit` with the middle of every cell in which both components of the gradient change sign (or are zero at a corner), and with the
 * index of its first node.
 */
export function signChangeCells(grid: Grid, visit: (x: number, y: number, k: number) => void): void {
  const { n, gx, gy } = grid
  for (let j = 0; j + 1 < n; j++) {
    for (let i = 0; i + 1 < n; i++) {
      const k = j * n + i
      if (changes(gx[k], gx[k + 1], gx[k + n], gx[k + n + 1]) && changes(gy[k], gy[k + 1], gy[k + n], gy[k + n + 1])) {
        const [x0, y0] = nodeAt(grid, i, j)
        const [x1, y1] = nodeAt(grid, i + 1, j + 1)
        visit((x0 + x1) / 2, (y0 + y1) / 2, k)
      }
    }
  }
}

/** Whether not all four have one sign; not where one of them is NaN. */
function changes(a: number, b: number, c: number, d: number): boolean {
  return Math.min(Math.min(a, b), Math.min(c, d)) <= 0 && Math.max(Math.max(a, b), Math.max(c, d)) >= 0
}

/** Calls `visit` with every inner node where ‖g‖ is no larger than at its eight neighbours: a flat point may hide near it. */
export function smallestSlopes(grid: Grid, visit: (x: number, y: number) => void): void {
  const { gx, gy } = grid
  const slope = new Float64Array(gx.length)
  for (let k = 0; k < slope.length; k++) slope[k] = gx[k] * gx[k] + gy[k] * gy[k]
  lowNodes(slope, grid.n, (i, j) => visit(...nodeAt(grid, i, j)))
}

/** Calls `visit` with every inner node that is no higher than its eight neighbours and lower than one of them. */
export function lowNodes(v: Float64Array, n: number, visit: (i: number, j: number) => void): void {
  for (let j = 1; j + 1 < n; j++) {
    for (let i = 1; i + 1 < n; i++) {
      const k = j * n + i
      const here = v[k]
      if (
        here <= v[k - 1] && here <= v[k + 1] && here <= v[k - n] && here <= v[k + n] &&
        here <= v[k - n - 1] && here <= v[k - n + 1] && here <= v[k + n - 1] && here <= v[k + n + 1] &&
        (here < v[k - 1] || here < v[k + 1] || here < v[k - n] || here < v[k + n])
      ) visit(i, j)
    }
  }
}
