/** What methods with a population share: the domain as a unit box, a first population spread over it, and values that compare. */
import type { Box } from '../landscape.ts'
import type { Oracle, Setting } from './optimizer.ts'

/** Points, row by row, whose coordinates are the shares `u` of the domain: 0 at its low end, exactly its high end at 1. */
export function placeAll(u: ArrayLike<number>, domain: Box): Float64Array {
  return Float64Array.from(u, (share, k) => {
    const [low, high] = domain[k % domain.length]
    return share === 1 ? high : low + share * (high - low)
  })
}

/** The point `x` as shares of the domain: beyond 0 … 1 where it lies outside. */
export function shares(x: ArrayLike<number>, domain: Box): Float64Array {
  return Float64Array.from(domain, ([low, high], i) => (x[i] - low) / (high - low))
}

/** Whether a point, as shares of the domain, lies in it. */
export const isInside = (u: ArrayLike<number>): boolean => Array.from(u).every((v) => v >= 0 && v <= 1)

/** f at `x`; a value that is NaN counts as higher than any number. */
export function heightAt(x: Float64Array, oracle: Oracle): number {
  const f = oracle.value(x)
  return Number.isNaN(f) ? Infinity : f
}

/** f at the point whose shares of the domain are in `u` from `at` on, as `heightAt`. */
export function valueAt(u: Float64Array, domain: Box, oracle: Oracle, at = 0): number {
  return heightAt(placeAll(u.subarray(at, at + domain.length), domain), oracle)
}

/**
 * `count` points, row by row, of which each of `count` equal slices of every coordinate has one: a Latin hypercube (M. D. McKay,
 * R. J. Beckman and W. J. Conover 1979). Its random numbers are those of step 0.
 */
export function latinHypercube(count: number, dimension: number, { uniform }: Setting): Float64Array {
  const points = new Float64Array(count * dimension)
  for (let i = 0; i < dimension; i++) {
    const order = Array.from({ length: count }, (_, k) => k)
    for (let k = count - 1; k > 0; k--) {
      const other = Math.floor(uniform(0, i, k, 0) * (k + 1))
      ;[order[k], order[other]] = [order[other], order[k]]
    }
    for (let k = 0; k < count; k++) points[k * dimension + i] = (order[k] + uniform(0, i, k, 1)) / count
  }
  return points
}

/** Which of the values is lowest; the first of those that tie. */
export function lowest(values: ArrayLike<number>): number {
  let best = 0
  for (let k = 1; k < values.length; k++) if (values[k] < values[best]) best = k
  return best
}
