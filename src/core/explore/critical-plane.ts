/** Critical points in the plane: Newton's method from many starts, checked by how often the gradient turns round, kinks and edges. */
import type { Box, Landscape } from '../landscape.ts'
import { uniform } from '../math/random.ts'
import { compassSearch, isKinkBottom, isLowestNearby } from './bottom.ts'
import type { Findings } from './critical.ts'
import { listed } from './critical-curve.ts'
import type { CriticalPoint } from './events.ts'
import { polish } from './flat-point.ts'
import { lowNodes, nodeAt, sampleGrid, signChangeCells, smallestSlopes, turning, type Grid, type Tile } from './grid.ts'
import { lineThrough, pointsOnLine } from './line.ts'
import { newtonBatch } from './newton-batch.ts'
import { Places } from './places.ts'
import { extent } from './surface.ts'
import { say } from './words.ts'

/** Nodes of the grid per side; odd, so that the middle of a domain, where kinks like to sit, is a node. */
const NODES = 321
/** Cells per side of the tiles in which the turning of the gradient is counted. */
const TILE = 8
/** Keyed random starts beside those the grid suggests, and their seed. */
const RANDOM = 1024
const SEED = 20
/** More starts or points than this are not followed one by one. */
const START_LIMIT = 20_000
const POINT_LIMIT = 3000
/** So many degenerate points are no isolated points but lines of them; a few examples are listed. */
const LINE_OF = 24
const EXAMPLES = 5
/** Low nodes followed by a search for a kink. */
const KINK_LIMIT = 64
const EDGE_NODES = 2049

type Point = Omit<CriticalPoint, 'letter' | 'lowest'>

export function* criticalOfPlane(landscape: Landscape, domain: Box): Generator<undefined, Findings, void> {
  const size = Math.hypot(...domain.map(([lo, hi]) => hi - lo))
  const grid = yield* sampleGrid(landscape, domain, NODES)
  const starts = startsFrom(grid)
  let tried = starts.x.length
  const places = new Places(domain, 1e-6)
  yield* follow(landscape, domain, starts, places)
  let points = yield* classified(landscape, domain, size, places)
  const tiles = turning(grid, TILE)
  yield undefined
  const wrong = mismatches(tiles, points)
  if (wrong.length > 0 && places.count < POINT_LIMIT) {
    const denser = startsIn(wrong)
    tried += denser.x.length
    yield* follow(landscape, domain, denser, places)
    points = yield* classified(landscape, domain, size, places)
  }
  const degenerate = points.filter((p) => p.kind === 'degenerate')
  const lines = degenerate.length > LINE_OF
  if (lines) points = [...points.filter((p) => p.kind !== 'degenerate'), ...spread(degenerate)]
  const kinks = yield* kinkMinima(landscape, grid, size, points)
  const edge = yield* boundaryMinima(landscape, domain, size, [...points, ...kinks])
  const left = lines ? [] : mismatches(tiles, [...points, ...kinks])
  const { low, high } = extent(grid.f)
  const agrees = left.length === 0 && !lines && tiles.length > 0 && points.length > 0
  return {
    points: [...points, ...kinks, ...edge], low, range: high - low,
    method: `Newton’s method from ${tried.toLocaleString('en-US')} starts${agrees ? `, and the gradient’s turning round ${tiles.length.toLocaleString('en-US')} tiles agrees` : ''}`,
    remarks: [
      ...(lines ? [`Flat points form whole lines here; ${EXAMPLES} of them stand for the rest.`] : []),
      ...(places.count >= POINT_LIMIT && !lines ? [`The search stopped at ${say(POINT_LIMIT)} points; narrow the domain to see the rest.`] : []),
      ...(left.length > 0 ? [`In ${left.length} of ${tiles.length.toLocaleString('en-US')} tiles the gradient turns otherwise: there may be more.`] : []),
    ],
  }
}

interface Starts {
  readonly x: number[]
  readonly y: number[]
}

function startsFrom(grid: Grid): Starts {
  const starts: Starts = { x: [], y: [] }
  const add = (x: number, y: number): void => {
    if (starts.x.length >= START_LIMIT) return
    starts.x.push(x)
    starts.y.push(y)
  }
  signChangeCells(grid, add)
  smallestSlopes(grid, add)
  const [[x0, x1], [y0, y1]] = grid.domain
  for (let k = 0; k < RANDOM; k++) add(x0 + (x1 - x0) * uniform(SEED, k, 0), y0 + (y1 - y0) * uniform(SEED, k, 1))
  return starts
}

/** A denser lattice in tiles where the count is wrong. */
function startsIn(tiles: readonly Tile[]): Starts {
  const starts: Starts = { x: [], y: [] }
  const side = Math.max(2, Math.min(16, Math.floor(Math.sqrt(START_LIMIT / tiles.length))))
  for (const { box: [[x0, x1], [y0, y1]] } of tiles) {
    for (let k = 0; k < side * side; k++) {
      starts.x.push(x0 + ((x1 - x0) * ((k % side) + 0.5)) / side)
      starts.y.push(y0 + ((y1 - y0) * (Math.floor(k / side) + 0.5)) / side)
    }
  }
  return starts
}

function* follow(landscape: Landscape, domain: Box, starts: Starts, places: Places): Generator<undefined, void, void> {
  yield* newtonBatch(landscape, domain, starts.x, starts.y, (x, y) => {
    if (places.count < POINT_LIMIT) places.add(x, y)
  })
}

/** Polishes what the batch found to full precision, merges what proves to be one point, and classifies it. */
function* classified(landscape: Landscape, domain: Box, size: number, places: Places): Generator<undefined, Point[], void> {
  const exact = new Places(domain, 1e-7)
  const points: Point[] = []
  for (let k = 0; k < places.count; k++) {
    if (k % 64 === 63) yield undefined
    const at = polish(landscape, [places.x[k], places.y[k]], 1e-3 * size)
    if (at === undefined || !within(domain, at, 1e-12) || !exact.add(at[0], at[1])) continue
    const point = listed(landscape, at, size)
    // Where every derivative is zero there is no point but level ground, unless all around is higher or lower.
    if (point.eigenvalues.every((v) => v === 0) && isLevel(landscape, at, size)) continue
    points.push(point)
  }
  return merged(points, size)
}

/** Degenerate points are found to fewer digits; those that lie together are one, and the one with the smallest slope is kept. */
function merged(points: readonly Point[], size: number): Point[] {
  const degenerate = points.filter((p) => p.kind === 'degenerate').toSorted((a, b) => a.slope - b.slope)
  if (degenerate.length > POINT_LIMIT / 4) return [...points]
  const kept: Point[] = []
  for (const p of degenerate) if (!kept.some((q) => Math.hypot(p.x[0] - q.x[0], p.x[1] - q.x[1]) < 1e-4 * size)) kept.push(p)
  return [...points.filter((p) => p.kind !== 'degenerate'), ...kept]
}

function isLevel(landscape: Landscape, at: Float64Array, size: number): boolean {
  const f = landscape.value(at)
  return [[1, 0], [-1, 0], [0, 1], [0, -1]].every(([dx, dy]) => landscape.value(Float64Array.of(at[0] + 1e-3 * size * dx, at[1] + 1e-3 * size * dy)) === f)
}

function within(domain: Box, x: ArrayLike<number>, share: number): boolean {
  return domain.every(([lo, hi], i) => x[i] >= lo - share * (hi - lo) && x[i] <= hi + share * (hi - lo))
}

/** Tiles in which the gradient turns round otherwise than the points found in them explain. A degenerate point may have any index. */
function mismatches(tiles: readonly Tile[], points: readonly Point[]): Tile[] {
  return tiles.filter(({ box, turns }) => {
    let sum = 0
    for (const p of points) {
      if (!within(box, p.x, 1e-9)) continue
      if (p.kind === 'degenerate') return false
      sum += p.kind === 'saddle' ? -1 : 1
    }
    return sum !== turns
  })
}

/** A few points far from each other. */
function spread(points: readonly Point[]): Point[] {
  const chosen = [points[0]]
  while (chosen.length < EXAMPLES) {
    const away = (p: Point): number => Math.min(...chosen.map((q) => Math.hypot(p.x[0] - q.x[0], p.x[1] - q.x[1])))
    chosen.push(points.reduce((a, b) => (away(b) > away(a) ? b : a)))
  }
  return chosen
}

function* kinkMinima(landscape: Landscape, grid: Grid, size: number, known: readonly Point[]): Generator<undefined, Point[], void> {
  const cell = Math.hypot(...grid.domain.map(([lo, hi]) => (hi - lo) / (grid.n - 1)))
  const found: Point[] = []
  const candidates: [number, number][] = []
  lowNodes(grid.f, grid.n, (i, j) => {
    const [x, y] = nodeAt(grid, i, j)
    const near = known.some((p) => p.kind !== 'saddle' && p.kind !== 'maximum' && Math.hypot(p.x[0] - x, p.x[1] - y) < 2 * cell)
    if (!near && candidates.length < KINK_LIMIT) candidates.push([x, y])
  })
  for (const start of candidates) {
    const at = compassSearch(landscape, start, cell, 4 * cell)
    yield undefined
    const isNew = !found.some((p) => Math.hypot(p.x[0] - at[0], p.x[1] - at[1]) < 1e-6 * size)
    if (isNew && isKinkBottom(landscape, at, size)) found.push(listed(landscape, at, size, 'kink minimum'))
  }
  return found
}

function* boundaryMinima(landscape: Landscape, domain: Box, size: number, known: readonly Point[]): Generator<undefined, Point[], void> {
  const found: Point[] = []
  const add = (x: [number, number]): void => {
    const isNew = ![...known, ...found].some((p) => Math.hypot(p.x[0] - x[0], p.x[1] - x[1]) < 1e-7 * size)
    if (isNew && isLowestNearby(landscape, domain, x)) found.push(listed(landscape, x, size, 'boundary minimum'))
  }
  for (const axis of [0, 1]) {
    for (const end of domain[1 - axis]) {
      const at = (t: number): [number, number] => (axis === 0 ? [t, end] : [end, t])
      const [lo, hi] = domain[axis]
      const { flat, kinks } = yield* pointsOnLine(lineThrough(landscape, axis, at(lo)), lo, hi, EDGE_NODES, POINT_LIMIT / 10)
      for (const t of [lo, ...flat, ...kinks, hi]) add(at(t))
      yield undefined
    }
  }
  return found
}
