/** Minima at kinks of a landscape of two coordinates, which the gradient does not show, such as Ackley's origin. */
import type { Landscape } from '../landscape.ts'
import { lowNodes, nodeAt, type Grid } from './grid.ts'
import { listed, type Listed } from './listed.ts'
import { apart, Places } from './places.ts'
import { affordable, pace } from './work.ts'

/** Low nodes of the grid followed by a search, lowest first. */
const KINK_LIMIT = 64
/** Of a landscape over many rows of data fewer: so many rows are added up in each evaluation of all of them. */
const KINK_ROWS = 25_600
/**
 * Rounds of a compass search at most: about 55 halvings of the step with several moves between them; a creeping one is given
 * up.
 */
const ROUNDS = 1000

/** Kinks that are lowest in their neighbourhood, looked for from nodes of the grid that no known flat point explains. */
export function* kinkMinima(
  landscape: Landscape, grid: Grid, size: number, known: readonly Listed[],
): Generator<undefined, Listed[], void> {
  const cell = Math.hypot(...grid.domain.map(([lo, hi]) => (hi - lo) / (grid.n - 1)))
  const found: Listed[] = []
  const lows = new Places(grid.domain, 2 / (grid.n - 1))
  for (const p of known) if (p.kind !== 'saddle' && p.kind !== 'maximum') lows.add(p.x[0], p.x[1])
  const candidates: { readonly start: [number, number]; readonly f: number }[] = []
  lowNodes(grid.f, grid.n, (i, j) => {
    const start = nodeAt(grid, i, j)
    if (!lows.has(...start)) candidates.push({ start, f: grid.f[j * grid.n + i] })
  })
  yield undefined
  for (const { start } of candidates.toSorted((a, b) => a.f - b.f).slice(0, affordable(landscape, KINK_LIMIT, 8, KINK_ROWS))) {
    const at = yield* compassSearch(landscape, start, cell, 4 * cell)
    yield undefined
    if (at === undefined || found.some((p) => apart(p, at) < 1e-6 * size)) continue
    if (!isKinkBottom(landscape, at, size) || (yield* sinksBeside(landscape, at, cell))) continue
    found.push(listed(landscape, at, size, 'kink minimum'))
    yield undefined
  }
  return found
}

/** Whether a search begun beside `at` ends lower: then `at` is only where a search got stuck in a sharp valley. */
function* sinksBeside(landscape: Landscape, at: Float64Array, cell: number): Generator<undefined, boolean, void> {
  const f = landscape.value(at)
  for (const [dx, dy] of [[0.3, 0.1], [-0.1, 0.3], [-0.3, -0.1], [0.1, -0.3]]) {
    const end = yield* compassSearch(landscape, [at[0] + dx * cell, at[1] + dy * cell], cell / 8, 4 * cell)
    if (end === undefined || Math.hypot(end[0] - at[0], end[1] - at[1]) <= 1e-6 * cell) continue
    if (landscape.value(end) < f - 1e-12 * Math.abs(f)) return true
  }
  return false
}

/**
 * Compass search (Kolda, Lewis & Torczon, SIAM Review 2003, §1.3) in two coordinates: steps in eight directions as long as one
 * leads lower, then half the step, from `step` down to the spacing of doubles. Needs no derivative. Undefined where it leads
 * further than `reach` from the start, or gets nowhere.
 */
function* compassSearch(
  landscape: Landscape, start: readonly [number, number], step: number, reach: number,
): Generator<undefined, Float64Array | undefined, void> {
  const rest = pace(landscape, ROUNDS, COMPASS.length)
  let best = Float64Array.from(start)
  let lowest = landscape.value(best)
  const trial = new Float64Array(2)
  let h = step
  for (let round = 0; h > 1e-17 * (step + Math.hypot(...best)); round++) {
    if (round > ROUNDS || Math.hypot(best[0] - start[0], best[1] - start[1]) > reach) return undefined
    if (round % rest === rest - 1) yield undefined
    let moved = false
    for (const [dx, dy] of COMPASS) {
      trial[0] = best[0] + h * dx
      trial[1] = best[1] + h * dy
      const f = landscape.value(trial)
      if (f < lowest) {
        lowest = f
        best = trial.slice()
        moved = true
      }
    }
    if (!moved) h /= 2
  }
  const short = best.map((v) => (Math.abs(v) < 1e-13 * step ? 0 : Number(v.toPrecision(12))))
  return landscape.value(short) <= lowest ? short : best
}

const COMPASS: readonly (readonly [number, number])[] = [
  [1, 0], [-1, 0], [0, 1], [0, -1], [1, 1], [-1, -1], [1, -1], [-1, 1],
]

/**
 * Whether `x` is lower than the points of small circles round it while the slope does not fade towards it, or does not exist in
 * it: the bottom of a kink, such as Ackley's origin.
 */
function isKinkBottom(landscape: Landscape, x: Float64Array, size: number): boolean {
  const f = landscape.value(x)
  if (!Number.isFinite(f)) return false
  const gradient = new Float64Array(2)
  const slopes: number[] = []
  for (const radius of [1e-4 * size, 1e-6 * size]) {
    let sum = 0
    for (let k = 0; k < 16; k++) {
      const angle = 0.1 + (k * Math.PI) / 8
      const beside = Float64Array.of(x[0] + radius * Math.cos(angle), x[1] + radius * Math.sin(angle))
      const there = landscape.gradient(beside, gradient)
      if (!(there > f)) return false
      sum += Math.hypot(...gradient)
    }
    slopes.push(sum)
  }
  landscape.gradient(x, gradient)
  return slopes[1] > 0.3 * slopes[0] || !gradient.every(Number.isFinite)
}
