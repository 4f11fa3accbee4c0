/** Minima at kinks of a landscape of two coordinates, which the gradient does not show, such as Ackley's origin. */
import type { Box, Landscape } from '../landscape.ts'
import { curvature, kindOf } from './classify.ts'
import { lowNodes, nodeAt, type Grid } from './grid.ts'
import { listed, type Listed } from './listed.ts'
import { apart, Places } from './places.ts'
import { sample } from './surface.ts'
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
    found.push(kinkOrLimit(landscape, at, size))
    yield undefined
  }
  for (const at of corners(landscape, grid.domain)) {
    if ([...known, ...found].some((p) => apart(p, at) < 1e-6 * size) || !isKinkBottom(landscape, at, size)) continue
    found.push(listed(landscape, at, size, 'kink minimum'))
    yield undefined
  }
  return found
}

/** Creases that are held against each other, and starts per side of the domain. */
const CREASES = 8
const STARTS = 5

/**
 * Where two creases of the landscape cross within the domain, to the last digit: the corners of its kinks. Bukin's sixth function
 * has its minimum in one, at the end of a valley so sharp that no search walks along it.
 */
function corners(landscape: Landscape, domain: Box): Float64Array[] {
  const creases = landscape.creases?.().slice(0, CREASES) ?? []
  const places = new Places(domain, 1e-9)
  const [[x0, x1], [y0, y1]] = domain
  for (const [i, u] of creases.entries()) {
    for (const v of creases.slice(i + 1)) {
      for (let k = 0; k < STARTS * STARTS; k++) {
        const at = crossing(u, v, sample([x0, x1], k % STARTS, STARTS), sample([y0, y1], Math.floor(k / STARTS), STARTS))
        if (at !== undefined && at[0] >= x0 && at[0] <= x1 && at[1] >= y0 && at[1] <= y1) places.add(at[0], at[1])
      }
    }
  }
  return places.x.map((x, k) => Float64Array.of(x, places.y[k]))
}

/** Newton steps at most towards a crossing: ten are usual. */
const CROSSING_STEPS = 50

/** A common zero of `u` and `v` by Newton's method from (x, y); undefined where it leads to none. */
function crossing(u: Landscape, v: Landscape, x: number, y: number): Float64Array | undefined {
  const at = Float64Array.of(x, y)
  const [a, b] = [new Float64Array(2), new Float64Array(2)]
  for (let k = 0; k < CROSSING_STEPS; k++) {
    const [f, g] = [u.gradient(at, a), v.gradient(at, b)]
    if (f === 0 && g === 0) return at
    const det = a[0] * b[1] - a[1] * b[0]
    const [dx, dy] = [(b[1] * f - a[1] * g) / det, (a[0] * g - b[0] * f) / det]
    if (!Number.isFinite(dx) || !Number.isFinite(dy)) return undefined
    const [nextX, nextY] = [at[0] - dx, at[1] - dy]
    if (Math.hypot(dx, dy) <= 4e-16 * Math.hypot(nextX, nextY)) return at
    at.set([nextX, nextY])
  }
  return undefined
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
  const [far, close] = CIRCLES.map((radius) => slopeAround(landscape, x, radius * size, f))
  if (far === undefined || close === undefined) return false
  const gradient = new Float64Array(2)
  landscape.gradient(x, gradient)
  return close > 0.3 * far || !gradient.every(Number.isFinite)
}

const CIRCLES = [1e-4, 1e-6] as const

/** Mean slope on a circle round `x`; undefined where not all of the circle is higher than `f`. */
function slopeAround(landscape: Landscape, x: Float64Array, radius: number, f: number): number | undefined {
  const gradient = new Float64Array(2)
  let sum = 0
  for (let k = 0; k < 16; k++) {
    const angle = 0.1 + (k * Math.PI) / 8
    const beside = Float64Array.of(x[0] + radius * Math.cos(angle), x[1] + radius * Math.sin(angle))
    if (!(landscape.gradient(beside, gradient) > f)) return undefined
    sum += Math.hypot(...gradient)
  }
  return sum / 16
}

/**
 * A minimum whose derivative the formula does not give. Where the slope fades towards it as towards a smooth minimum, the formula
 * only divides 0 by 0 there, as drop_wave does at the origin: it is a minimum, with the limit of the Hessian round it.
 */
function kinkOrLimit(landscape: Landscape, x: Float64Array, size: number): Listed {
  const kink = listed(landscape, x, size, 'kink minimum')
  const [far, close] = CIRCLES.map((radius) => slopeAround(landscape, x, radius * size, kink.f) ?? Infinity)
  const shrinks = close / far / (CIRCLES[1] / CIRCLES[0])
  if (!(shrinks > 0.9 && shrinks < 1.1)) return kink
  const curves = curvature(limitOfHessian(landscape, x, 1e-6 * size), 2)
  return kindOf(curves.eigenvalues) === 'minimum' ? { ...kink, ...curves, slope: 0, kind: 'minimum' } : kink
}

/** Central differences of the gradient over `h` and `2h`, extrapolated (Richardson): the error is of order h⁴. */
function limitOfHessian(landscape: Landscape, x: Float64Array, h: number): Float64Array {
  const difference = (step: number): number[][] => [0, 1].map((j) => {
    const [from, to] = [-step, step].map((d) => {
      const gradient = new Float64Array(2)
      landscape.gradient(Float64Array.from(x, (v, i) => v + (i === j ? d : 0)), gradient)
      return gradient
    })
    return [0, 1].map((i) => (to[i] - from[i]) / (2 * step))
  })
  const [fine, coarse] = [difference(h), difference(2 * h)]
  const entry = (i: number, j: number): number => (4 * fine[j][i] - coarse[j][i]) / 3
  const cross = (entry(0, 1) + entry(1, 0)) / 2
  return Float64Array.of(entry(0, 0), cross, cross, entry(1, 1))
}
