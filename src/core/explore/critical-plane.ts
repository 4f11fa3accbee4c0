/** Critical points in the plane: proved by intervals; where that leaves doubts, Newton's method from many starts; kinks, edges. */
import type { Box, Landscape } from '../landscape.ts'
import { uniform } from '../math/random.ts'
import { boundaryMinima } from './border.ts'
import { POINT_LIMIT } from './certificate.ts'
import type { Findings, Proof } from './findings.ts'
import { balanced, isFlat, polish } from './flat-point.ts'
import { nodeAt, sampleGrid, signChangeCells, smallestSlopes, type Grid } from './grid.ts'
import { kinkMinima } from './kinks.ts'
import { listed, type Listed } from './listed.ts'
import { newtonBatch } from './newton-batch.ts'
import { apart, Places } from './places.ts'
import { diagonal } from './scene.ts'
import { extent } from './surface.ts'
import { affordable, pace } from './work.ts'
import { say, sayPoint } from './words.ts'

/** Nodes of the grid per side; odd, so that the middle of a domain, where kinks like to sit, is a node. */
const NODES = 321
/** Where everything is proved the grid tells heights and slopes only. */
const FEW_NODES = 101
const LEAST_NODES = 33
/** Rows of data that the grid may add up, and one evaluation of all starts, of those by chance too: from 400 rows on there are fewer. */
const GRID_ROWS = 4e7
const START_ROWS = 8e6
const RANDOM_ROWS = 4e5
/** Keyed random starts beside those the grid suggests, and their seed. */
const RANDOM = 1024
const SEED = 20
/** More starts than this are not followed, more points not listed. */
const START_LIMIT = 20_000
const MOST = POINT_LIMIT[1]
/** Where so many points are proved before the search ends, no more are looked for. */
const CROWDED = 1000
/** So many points that cannot be proved are no accident; the rest is not tried. */
const UNPROVED = 100
/** Points are not held against more boxes than this. */
const MANY_LEFT = 10_000
/** So many degenerate points are no isolated points but lines of them; a few examples are listed. */
const LINE_OF = 24
const EXAMPLES = 5

export function* criticalOfPlane(landscape: Landscape, domain: Box, proof: Proof | undefined): Generator<undefined, Findings, void> {
  const size = diagonal(domain)
  const settled = proof !== undefined && proof.search.left.length === 0
  const most = settled && !proof.search.rough ? FEW_NODES : NODES
  const side = Math.sqrt(affordable(landscape, most * most, LEAST_NODES * LEAST_NODES, GRID_ROWS))
  const grid = yield* sampleGrid(landscape, domain, 2 * Math.floor((side - 1) / 2) + 1)
  const { low, high } = extent(grid.f)
  const crowded = proof !== undefined && proof.zones.all.length >= CROWDED
  const sampled = settled ? NOTHING : crowded ? STOPPED : yield* sampledPoints(landscape, grid, size, proof)
  const proved = proof === undefined ? [] : proof.points()
  yield undefined
  const flat = [...proved, ...sampled.points]
  const kinks = proof !== undefined && !proof.search.rough ? [] : yield* kinkMinima(landscape, grid, size, flat)
  const edge = yield* boundaryMinima(landscape, grid, size, [...flat, ...kinks])
  const { level, lines, stopped } = sampled
  const points = [...flat, ...kinks, ...edge]
  return {
    points, low, range: high - low,
    method: crowded ? 'interval arithmetic' : `Newton’s method from ${sampled.tried.toLocaleString('en-US')} starts`,
    partial: lines || level || stopped,
    lines,
    remarks: [
      ...(level ? ['Stretches where the ground is exactly level are not listed.'] : []),
      ...(lines ? [`Flat points form whole lines here: ${EXAMPLES} of them stand for the rest.`] : []),
      ...(settled || stopped ? [] : lowerSample(landscape, grid, points, low)),
      ...(stopped && !lines ? [`The search stopped at ${flat.length} points; narrow the domain to see the rest.`] : []),
    ],
  }
}

/** What is said of the lowest sample where no point of the list is as low: a minimum was missed. */
function lowerSample({ work = 1 }: Landscape, grid: Grid, points: readonly Listed[], low: number): string[] {
  if (Number.isNaN(low) || points.some((p) => p.f <= low)) return []
  const k = grid.f.indexOf(low)
  const near = sayPoint(nodeAt(grid, k % grid.n, Math.floor(k / grid.n)))
  const why = work > 1 ? 'kinks in many rows of the data hide a minimum from slopes' : 'a minimum there was missed'
  return [`${points.length === 0 ? 'The lowest sample' : 'Lower than all of them, the lowest sample'} is ${say(low)} near ${near}: ${why}.`]
}

interface Sampled {
  /** Points that are not proved. */
  readonly points: readonly Listed[]
  readonly tried: number
  readonly level: boolean
  readonly lines: boolean
  readonly stopped: boolean
}
const NOTHING: Sampled = { points: [], tried: 0, level: false, lines: false, stopped: false }
const STOPPED: Sampled = { ...NOTHING, stopped: true }

/** Points found by Newton's method from the nodes that look promising; those that can be proved go to `zones`. */
function* sampledPoints(
  landscape: Landscape, grid: Grid, size: number, proof: Proof | undefined,
): Generator<undefined, Sampled, void> {
  const { domain } = grid
  const starts = yield* startsFrom(landscape, grid)
  const places = new Places(domain, 1e-6)
  const level = yield* follow(landscape, domain, size, starts, places)
  const open = new Places(domain, 1e-6)
  for (let k = 0; k < places.count; k++) {
    const at = [places.x[k], places.y[k]]
    if (proof === undefined || open.count >= UNPROVED || !proof.zones.holds(at)) open.add(at[0], at[1])
    if (k % 4 === 3) yield undefined
  }
  const possible = proof === undefined ? () => true : (p: Listed): boolean => canBe(p, proof, domain)
  const newton = yield* classified(landscape, domain, size, open)
  const known = newton.filter(possible)
  const found = [...known, ...creeping(landscape, grid, size, [...known, ...(proof?.points() ?? [])]).filter(possible)]
  const degenerate = found.filter((p) => p.kind === 'degenerate')
  const lines = degenerate.length > LINE_OF
  const points = lines ? [...found.filter((p) => p.kind !== 'degenerate'), ...spread(degenerate)] : found
  return { points, tried: starts.x.length, level, lines, stopped: places.count >= MOST }
}

interface Starts {
  readonly x: number[]
  readonly y: number[]
}

function* startsFrom(landscape: Landscape, grid: Grid): Generator<undefined, Starts, void> {
  const starts: Starts = { x: [], y: [] }
  const limit = affordable(landscape, START_LIMIT, 500, START_ROWS)
  const random = affordable(landscape, RANDOM, 64, RANDOM_ROWS)
  const add = (x: number, y: number): void => {
    if (starts.x.length >= limit) return
    starts.x.push(x)
    starts.y.push(y)
  }
  signChangeCells(grid, add)
  yield undefined
  smallestSlopes(grid, add)
  yield undefined
  const [[x0, x1], [y0, y1]] = grid.domain
  for (let k = 0; k < random; k++) add(x0 + (x1 - x0) * uniform(SEED, k, 0), y0 + (y1 - y0) * uniform(SEED, k, 1))
  return starts
}

/** More cells than this in which both slopes change sign, and nothing is known, are lines or rounding. */
const UNEXPLAINED = 16

/**
 * Points that Newton's method creeps towards and never reaches, so flat are they: looked for in the cells of the grid in which
 * both slopes change sign although no point that is known lies near.
 */
function creeping(landscape: Landscape, grid: Grid, size: number, known: readonly Listed[]): Listed[] {
  const cell = Math.hypot(...grid.domain.map(([lo, hi]) => (hi - lo) / (grid.n - 1)))
  const explained = cellsNear(grid, known, 2 * cell)
  const cells: [number, number][] = []
  signChangeCells(grid, (x, y, k) => {
    if (cells.length <= UNEXPLAINED && explained[k] === 0) cells.push([x, y])
  })
  if (cells.length > UNEXPLAINED) return []
  const found: Listed[] = []
  for (const middle of cells) {
    const near = polish(landscape, middle, 2 * cell)
    const at = near && balanced(landscape, near, cell)
    if (at === undefined || !within(grid.domain, at, 0) || !isFlat(landscape, at, size)) continue
    if (!found.some((p) => apart(p, at) < 1e-6 * size)) found.push(listed(landscape, at, size))
  }
  return found
}

/** 1 for each cell, by the index of its first node, whose middle is closer than `reach` to one of the points. */
function cellsNear(grid: Grid, points: readonly Listed[], reach: number): Uint8Array {
  const { domain: [[x0, x1], [y0, y1]], n } = grid
  const marked = new Uint8Array(n * n)
  const [dx, dy] = [(x1 - x0) / (n - 1), (y1 - y0) / (n - 1)]
  const first = (v: number): number => Math.max(0, Math.floor(v))
  for (const { x: [px, py] } of points) {
    const top = Math.min(n - 2, (py + reach - y0) / dy)
    const right = Math.min(n - 2, (px + reach - x0) / dx)
    for (let j = first((py - reach - y0) / dy); j <= top; j++) {
      for (let i = first((px - reach - x0) / dx); i <= right; i++) {
        if (Math.hypot(x0 + (i + 0.5) * dx - px, y0 + (j + 0.5) * dy - py) < reach) marked[j * n + i] = 1
      }
    }
  }
  return marked
}

/**
 * Whether a point that was sampled but not proved can be one: in a box that intervals left open, and for a degenerate one not only
 * because of a kink, as where two kinks cross.
 */
function canBe({ x, kind }: Listed, { search }: Proof, domain: Box): boolean {
  const slack = domain.map(([lo, hi]) => 1e-6 * (hi - lo))
  return search.left.length > MANY_LEFT || search.left.some(({ lo, hi, doubt }) =>
    (kind !== 'degenerate' || doubt !== 'kink') && x.every((v, i) => v >= lo[i] - slack[i] && v <= hi[i] + slack[i]))
}

/** Adds what the starts lead to; true where some of them stand on level ground, which is no point. */
function* follow(
  landscape: Landscape, domain: Box, size: number, starts: Starts, places: Places,
): Generator<undefined, boolean, void> {
  let onLevel = false
  yield* newtonBatch(landscape, domain, starts.x, starts.y, (x, y, level) => {
    if (level && isLevel(landscape, [x, y], size)) onLevel = true
    else if (places.count < MOST) places.add(x, y)
  })
  return onLevel
}

/** Polishes what the batch found to full precision, merges what proves to be one point, and classifies it. */
function* classified(landscape: Landscape, domain: Box, size: number, places: Places): Generator<undefined, Listed[], void> {
  const exact = new Places(domain, 1e-7)
  const points: Listed[] = []
  const rest = pace(landscape, 64, 64)
  for (let k = 0; k < places.count; k++) {
    if (k % rest === rest - 1) yield undefined
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

/** A few points far from each other. */
function spread(points: readonly Listed[]): Listed[] {
  const chosen = [points[0]]
  while (chosen.length < EXAMPLES) {
    const away = (p: Listed): number => Math.min(...chosen.map((q) => apart(q, p.x)))
    chosen.push(points.reduce((a, b) => (away(b) > away(a) ? b : a)))
  }
  return chosen
}
