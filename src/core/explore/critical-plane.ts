/**
 * Critical points in the plane: Newton's method from many starts, checked by how often the gradient turns round, kinks and
 * edges.
 */
import type { Box, Landscape } from '../landscape.ts'
import { uniform } from '../math/random.ts'
import { boundaryMinima } from './border.ts'
import type { Findings } from './critical.ts'
import { isFlat, polish } from './flat-point.ts'
import { sampleGrid, signChangeCells, smallestSlopes, tileBox, tileOf, turning, type Grid, type Turning } from './grid.ts'
import { kinkMinima } from './kinks.ts'
import { listed, type Listed } from './listed.ts'
import { newtonBatch } from './newton-batch.ts'
import { apart, Places } from './places.ts'
import { extent } from './surface.ts'

/** Nodes of the grid per side; odd, so that the middle of a domain, where kinks like to sit, is a node. */
const NODES = 321
/** Tiles per side in which the turning of the gradient is counted, of 8 × 8 cells each. */
const TILES = 40
/** Keyed random starts beside those the grid suggests, and their seed. */
const RANDOM = 1024
const SEED = 20
/** More starts or points than this are not followed one by one. */
const START_LIMIT = 20_000
const POINT_LIMIT = 3000
/** So many degenerate points are no isolated points but lines of them; a few examples are listed. */
const LINE_OF = 24
const EXAMPLES = 5

export function* criticalOfPlane(landscape: Landscape, domain: Box): Generator<undefined, Findings, void> {
  const size = Math.hypot(...domain.map(([lo, hi]) => hi - lo))
  const grid = yield* sampleGrid(landscape, domain, NODES)
  const starts = yield* startsFrom(grid)
  let tried = starts.x.length
  const places = new Places(domain, 1e-6)
  const level = yield* follow(landscape, domain, size, starts, places)
  let points = yield* classified(landscape, domain, size, places)
  const turns = turning(grid, TILES)
  yield undefined
  const wrong = mismatches(turns, points)
  if (wrong.length > 0 && places.count < POINT_LIMIT) {
    const denser = startsIn(turns, wrong)
    tried += denser.x.length
    yield* follow(landscape, domain, size, denser, places)
    points = yield* classified(landscape, domain, size, places)
  }
  const kinks = yield* kinkMinima(landscape, grid, size, points)
  const edge = yield* boundaryMinima(landscape, grid, size, [...points, ...kinks])
  const degenerate = points.filter((p) => p.kind === 'degenerate')
  const lines = degenerate.length > LINE_OF
  if (lines) points = [...points.filter((p) => p.kind !== 'degenerate'), ...spread(degenerate)]
  const left = lines ? [] : mismatches(turns, [...points, ...kinks])
  const known = turns.turns.filter((t) => !Number.isNaN(t)).length
  const { low, high } = extent(grid.f)
  const checked = `, and the gradient’s turning round ${grouped(known)} tiles agrees`
  const stopped = places.count >= POINT_LIMIT
  const agrees = left.length === 0 && !lines && known > 0 && points.length > 0
  return {
    points: [...points, ...kinks, ...edge], low, range: high - low,
    method: `Newton’s method from ${grouped(tried)} starts${agrees ? checked : ''}`,
    partial: lines || level || stopped,
    remarks: [
      ...(level ? ['Stretches where the ground is exactly level are not listed.'] : []),
      ...(lines ? [`Flat points form whole lines here: ${EXAMPLES} of them stand for the rest.`] : []),
      ...(stopped && !lines ? [`The search stopped at ${POINT_LIMIT} points; narrow the domain to see the rest.`] : []),
      ...(left.length > 0 ? [`In ${left.length} of ${grouped(known)} tiles the gradient turns otherwise: there may be more.`] : []),
    ],
  }
}

/** 5,200 rather than 5200. */
const grouped = (n: number): string => n.toLocaleString('en-US')

interface Starts {
  readonly x: number[]
  readonly y: number[]
}

function* startsFrom(grid: Grid): Generator<undefined, Starts, void> {
  const starts: Starts = { x: [], y: [] }
  const add = (x: number, y: number): void => {
    if (starts.x.length >= START_LIMIT) return
    starts.x.push(x)
    starts.y.push(y)
  }
  signChangeCells(grid, add)
  yield undefined
  smallestSlopes(grid, add)
  yield undefined
  const [[x0, x1], [y0, y1]] = grid.domain
  for (let k = 0; k < RANDOM; k++) add(x0 + (x1 - x0) * uniform(SEED, k, 0), y0 + (y1 - y0) * uniform(SEED, k, 1))
  return starts
}

/** A denser lattice in tiles where the count is wrong. */
function startsIn(turns: Turning, tiles: readonly number[]): Starts {
  const starts: Starts = { x: [], y: [] }
  const side = Math.max(2, Math.min(16, Math.floor(Math.sqrt(START_LIMIT / tiles.length))))
  for (const tile of tiles) {
    const [[x0, x1], [y0, y1]] = tileBox(turns, tile)
    for (let k = 0; k < side * side; k++) {
      starts.x.push(x0 + ((x1 - x0) * ((k % side) + 0.5)) / side)
      starts.y.push(y0 + ((y1 - y0) * (Math.floor(k / side) + 0.5)) / side)
    }
  }
  return starts
}

/** Adds what the starts lead to; true where some of them stand on level ground, which is no point. */
function* follow(
  landscape: Landscape, domain: Box, size: number, starts: Starts, places: Places,
): Generator<undefined, boolean, void> {
  let onLevel = false
  yield* newtonBatch(landscape, domain, starts.x, starts.y, (x, y, level) => {
    if (level && isLevel(landscape, [x, y], size)) onLevel = true
    else if (places.count < POINT_LIMIT) places.add(x, y)
  })
  return onLevel
}

/** Polishes what the batch found to full precision, merges what proves to be one point, and classifies it. */
function* classified(landscape: Landscape, domain: Box, size: number, places: Places): Generator<undefined, Listed[], void> {
  const exact = new Places(domain, 1e-7)
  const points: Listed[] = []
  for (let k = 0; k < places.count; k++) {
    if (k % 64 === 63) yield undefined
    const at = polish(landscape, [places.x[k], places.y[k]], 1e-3 * size)
    if (at === undefined || !within(domain, at, 1e-12) || !isFlat(landscape, at, size) || !exact.add(at[0], at[1])) continue
    points.push(listed(landscape, at, size))
  }
  return merged(points, size)
}

/** Degenerate points are found to fewer digits; those that lie together are one, and the one with the smallest slope is kept. */
function merged(points: readonly Listed[], size: number): Listed[] {
  const degenerate = points.filter((p) => p.kind === 'degenerate').toSorted((a, b) => a.slope - b.slope)
  if (degenerate.length > 8 * LINE_OF) return [...points]
  const kept: Listed[] = []
  for (const p of degenerate) if (!kept.some((q) => apart(q, p.x) < 1e-4 * size)) kept.push(p)
  return [...points.filter((p) => p.kind !== 'degenerate'), ...kept]
}

/** Whether the value stays exactly the same around a point: no point but level ground. */
function isLevel(landscape: Landscape, at: ArrayLike<number>, size: number): boolean {
  const f = landscape.value(Float64Array.from(at))
  const step = 1e-3 * size
  const same = (dx: number, dy: number): boolean => landscape.value(Float64Array.of(at[0] + dx, at[1] + dy)) === f
  return same(step, 0) && same(-step, 0) && same(0, step) && same(0, -step)
}

function within(domain: Box, x: ArrayLike<number>, share: number): boolean {
  return domain.every(([lo, hi], i) => x[i] >= lo - share * (hi - lo) && x[i] <= hi + share * (hi - lo))
}

/**
 * Tiles in which the gradient turns round otherwise than the points found in them explain. A degenerate point may have any
 * index.
 */
function mismatches(turning: Turning, points: readonly Listed[]): number[] {
  const left = turning.turns.slice()
  for (const p of points) left[tileOf(turning, p.x)] -= p.kind === 'degenerate' ? NaN : p.kind === 'saddle' ? -1 : 1
  return [...left.keys()].filter((tile) => left[tile] !== 0 && !Number.isNaN(left[tile]))
}

/** A few points far from each other. */
function spread(points: readonly Listed[]): Listed[] {
  const chosen = [points[0]]
  while (chosen.length < EXAMPLES) {
    const away = (p: Listed): number => Math.min(...chosen.map((q) => apart(q, p.x)))
    chosen.push(points.reduce((a, b) => (away(b) > away(a) ? b : a)))
  }
  return chosen
}
