/** Minima that the gradient does not show: at kinks, and where the domain ends. */
import type { Box, Landscape } from '../landscape.ts'

/** Rounds of a compass search at most: about 55 halvings of the step with several moves between them; a creeping one is given up. */
const ROUNDS = 1000

/**
 * Compass search (Kolda, Lewis & Torczon, SIAM Review 2003, §1.3) in two coordinates: steps in eight directions as long as one leads
 * lower, then half the step, from `step` down to the spacing of doubles. Needs no derivative. Undefined where it leads further than
 * `reach` from the start, or gets nowhere.
 */
export function compassSearch(landscape: Landscape, start: readonly [number, number], step: number, reach: number): Float64Array | undefined {
  let best = Float64Array.from(start)
  let lowest = landscape.value(best)
  const trial = new Float64Array(2)
  let h = step
  for (let round = 0; h > 1e-17 * (step + Math.hypot(...best)); round++) {
    if (round > ROUNDS || Math.hypot(best[0] - start[0], best[1] - start[1]) > reach) return undefined
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
 * Whether `x` is lower than the points of small circles round it while the slope does not fade towards it, or does not exist in it:
 * the bottom of a kink, such as Ackley's origin.
 */
export function isKinkBottom(landscape: Landscape, x: Float64Array, size: number): boolean {
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
