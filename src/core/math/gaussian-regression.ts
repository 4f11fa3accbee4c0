/** A Gaussian process with the kernel k(a, b) = s² exp(-|a - b|²/(2ℓ²)) and mean 0 (Rasmussen & Williams 2006, algorithm 2.1). */
import { cholesky, solveLower, solveUpper } from './cholesky.ts'
import { exp } from './elementary.ts'

export interface Kernel {
  /** ℓ. */
  readonly length: number
  /** s². */
  readonly variance: number
  /** What is added to the diagonal, as the variance of noise. */
  readonly jitter: number
}

export interface Process {
  /** What the diagonal really has: the kernel's jitter, or the least power of ten times it that makes the matrix positive definite. */
  readonly jitter: number
  /** Mean and standard deviation at the point that begins at `u[at]`. */
  readonly at: (u: Float64Array, at?: number) => { readonly mean: number; readonly sd: number }
}

/** The least jitter that is tried where none was asked for. */
const LEAST = 1e-12

/** The process given `values` at `points`, row by row, of n coordinates each. Throws a RangeError where one of them is not finite. */
export function conditioned(points: Float64Array, values: Float64Array, n: number, { length, variance, jitter }: Kernel): Process {
  if (!values.every(Number.isFinite) || !points.every(Number.isFinite)) throw new RangeError('a surrogate needs finite points and values')
  const count = values.length
  const kernel = (a: Float64Array, i: number, b: Float64Array, j: number): number => {
    let square = 0
    for (let k = 0; k < n; k++) square += (a[i + k] - b[j + k]) ** 2
    return variance * exp(-square / (2 * length * length))
  }
  const matrix = new Float64Array(count * count)
  for (let i = 0; i < count; i++) for (let j = 0; j <= i; j++) matrix[i * count + j] = kernel(points, i * n, points, j * n)
  const factorise = (added: number): Float64Array | undefined => cholesky(matrix.map((v, k) => (k % (count + 1) === 0 ? v + added : v)), count)
  let added = jitter
  let factor = factorise(added)
  while (factor === undefined) {
    added = Math.max(LEAST * variance, 10 * added)
    factor = factorise(added)
  }
  const l = factor
  const weights = values.slice()
  solveLower(l, weights)
  solveUpper(l, weights)
  return {
    jitter: added,
    at(u, at = 0) {
      const k = Float64Array.from({ length: count }, (_, i) => kernel(points, i * n, u, at))
      let mean = 0
      for (let i = 0; i < count; i++) mean += k[i] * weights[i]
      solveLower(l, k)
      let known = 0
      for (let i = 0; i < count; i++) known += k[i] * k[i]
      // Rounding may leave a little less than nothing where a value is known.
      return { mean, sd: Math.sqrt(Math.max(0, variance - known)) }
    },
  }
}
