/** Critical points in the plane: Newton's method from many starts, checked by how often the gradient turns round, kinks and edges. */
import type { Box, Landscape } from '../landscape.ts'
import { uniform } from '../math/random.ts'
import { compassSearch, isKinkBottom, isLowestNearby } from './bottom.ts'
import type { Findings } from './critical.ts'
import { listed } from './critical-curve.ts'
import type { CriticalPoint } from './events.ts'
import { isFlat, polish } from './flat-point.ts'
import { lowNodes, nodeAt, sampleGrid, signChangeCells, smallestSlopes, tileBox, tileOf, turning, type Grid, type Turning } from './grid.ts'
import { lineThrough, pointsOnLine } from './line.ts'
import { newtonBatch } from './newton-batch.ts'
import { Places } from './places.ts'
import { extent } from './surface.ts'
import { say } from './words.ts'

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
/** Low nodes followed by a search for a kink. */
const KINK_LIMIT = 64
const EDGE_NODES = 2049

type Point = Omit<CriticalPoint, 'letter' | 'lowest'>

export function* criticalOfPlane(landscape: Landscape, domain: Box): Generator<undefined, Findings, void> {
  const size = Math.hypot(...domain.map(([lo, hi]) => hi - lo))
  const grid = yield* sampleGrid(landscape, domain, NODES)
  const starts = yield* startsFrom(grid)
  let tried = starts.x.length
  const places = new Places(domain, 1e-6)
  yield* follow(landscape, domain, starts, places)
  let points = yield* classified(landscape, domain, size, places)
  const turns = turning(grid, TILES)
  yield undefined
  const wrong = mismatches(turns, points)
  if (wrong.length > 0 && places.count < POINT_LIMIT) {
    const denser = startsIn(turns, wrong)
    tried += denser.x.length
    yield* follow(landscape, domain, denser, places)
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
  const agrees = left.length === 0 && !lines && known > 0 && points.length > 0
  return {
    points: [...points, ...kinks, ...edge], low, range: high - low,
    method: `Newton’s method from ${tried.toLocaleString('en-US')} starts${agrees ? `, and the gradient’s turning round ${known.toLocaleString('en-US')} tiles agrees` : ''}`,
    partial: lines || places.count >= POINT_LIMIT,
    remarks: [
      ...(lines ? [`Flat points form whole lines here: ${EXAMPLES} of them stand for the rest.`] : []),
      ...(places.count >= POINT_LIMIT && !lines ? [`The search stopped at ${say(POINT_LIMIT)} points; narrow the domain to see the rest.`] : []),
      ...(left.length > 0 ? [`In ${left.length} of ${known.toLocaleString('en-US')} tiles the gradient turns otherwise: there may be more.`] : []),
    ],
  }
}

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
    if (at === undefined || !within(domain, at, 1e-12) || !isFlat(landscape, at, size) || !exact.add(at[0], at[1])) continue
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
  if (degenerate.length > 8 * LINE_OF) return [...points]
  const kept: Point[] = []
  for (const p of degenerate) if (!kept.some((q) => apart(q, p.x) < 1e-4 * size)) kept.push(p)
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
function mismatches(turning: Turning, points: readonly Point[]): number[] {
  const left = turning.turns.slice()
  for (const p of points) left[tileOf(turning, p.x)] -= p.kind === 'degenerate' ? NaN : p.kind === 'saddle' ? -1 : 1
  return [...left.keys()].filter((tile) => left[tile] !== 0 && !Number.isNaN(left[tile]))
}

/** A few points far from each other. */
function spread(points: readonly Point[]): Point[] {
  const chosen = [points[0]]
  while (chosen.length < EXAMPLES) {
    const away = (p: Point): number => Math.min(...chosen.map((q) => apart(q, p.x)))
    chosen.push(points.reduce((a, b) => (away(b) > away(a) ? b : a)))
  }
  return chosen
}

function* kinkMinima(landscape: Landscape, grid: Grid, size: number, known: readonly Point[]): Generator<undefined, Point[], void> {
  const cell = Math.hypot(...grid.domain.map(([lo, hi]) => (hi - lo) / (grid.n - 1)))
  const found: Point[] = []
  const lows = new Places(grid.domain, 2 / (grid.n - 1))
  for (const p of known) if (p.kind !== 'saddle' && p.kind !== 'maximum') lows.add(p.x[0], p.x[1])
  const candidates: { readonly start: [number, number]; readonly f: number }[] = []
  lowNodes(grid.f, grid.n, (i, j) => {
    const start = nodeAt(grid, i, j)
    if (!lows.has(...start)) candidates.push({ start, f: grid.f[j * grid.n + i] })
  })
  yield undefined
  for (const { start } of candidates.toSorted((a, b) => a.f - b.f).slice(0, KINK_LIMIT)) {
    const at = compassSearch(landscape, start, cell, 4 * cell)
    yield undefined
    if (at === undefined || found.some((p) => apart(p, at) < 1e-6 * size)) continue
    if (isKinkBottom(landscape, at, size) && !sinksBeside(landscape, at, cell)) found.push(listed(landscape, at, size, 'kink minimum'))
    yield undefined
  }
  return found
}

/** Whether a search begun beside `at` ends lower: then `at` is only where a search got stuck in a sharp valley. */
function sinksBeside(landscape: Landscape, at: Float64Array, cell: number): boolean {
  const f = landscape.value(at)
  return [[0.3, 0.1], [-0.1, 0.3], [-0.3, -0.1], [0.1, -0.3]].some(([dx, dy]) => {
    const end = compassSearch(landscape, [at[0] + dx * cell, at[1] + dy * cell], cell / 8, 4 * cell)
    return end !== undefined && landscape.value(end) < f - 1e-12 * Math.abs(f) && Math.hypot(end[0] - at[0], end[1] - at[1]) > 1e-6 * cell
  })
}

const apart = (p: Point, x: ArrayLike<number>): number => Math.hypot(p.x[0] - x[0], p.x[1] - x[1])

function* boundaryMinima(landscape: Landscape, grid: Grid, size: number, known: readonly Point[]): Generator<undefined, Point[], void> {
  const { domain } = grid
  const found: Point[] = []
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
      const { flat, kinks } = yield* pointsOnLine(lineThrough(landscape, axis, at(lo)), lo, hi, EDGE_NODES, POINT_LIMIT / 10)
      for (const t of [lo, ...flat, ...kinks, hi]) add(at(t))
      yield undefined
    }
  }
  return found
}

/** Whether the slope at the border point `x` rises into the domain from one of its sides, by more than rounding, or does not exist. */
function risesInward(landscape: Landscape, domain: Box, x: readonly [number, number], tiny: number): boolean {
  const gradient = new Float64Array(2)
  landscape.gradient(Float64Array.from(x), gradient)
  return gradient.some((g, i) => !Number.isFinite(g) || (x[i] === domain[i][0] && g > tiny) || (x[i] === domain[i][1] && g < -tiny))
}
