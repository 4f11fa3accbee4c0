/** The second-derivative test: what the eigenvalues of the Hessian say about a point, and where they say nothing. */
import type { PointKind } from '../landscape.ts'
import { symmetricEigen } from '../math/eigen.ts'

/**
 * An eigenvalue counts as zero when it is this small beside the largest one. Hessians carry rounding of about 1e-16 of their
 * largest entry times a few dozen operations; 1e-10 is far above that, and far below the condition of any landscape that can
 * be told apart on a screen.
 */
export const ZERO_EIGENVALUE = 1e-10

export interface Curvature {
  /** Ascending; empty where the Hessian is not finite. */
  readonly eigenvalues: readonly number[]
  /** eigenvectors[i] belongs to eigenvalues[i], unit length. */
  readonly eigenvectors: readonly (readonly number[])[]
}

/** Eigenvalues and eigenvectors of a row-major symmetric n × n matrix; empty lists where an entry is not finite. */
export function curvature(hessian: ArrayLike<number>, n: number): Curvature {
  for (let i = 0; i < n * n; i++) if (!Number.isFinite(hessian[i])) return { eigenvalues: [], eigenvectors: [] }
  const { values, vectors } = symmetricEigen(hessian, n)
  return { eigenvalues: Array.from(values), eigenvectors: Array.from(vectors, (v) => Array.from(v)) }
}

/** Largest absolute eigenvalue, 0 for none. */
export function largest(eigenvalues: readonly number[]): number {
  return eigenvalues.reduce((m, v) => Math.max(m, Math.abs(v)), 0)
}

export interface Signs {
  readonly up: number
  readonly down: number
  readonly flat: number
}

/** How many directions curve up, down, or not at all; zero is meant beside `scale`. */
export function signs(eigenvalues: readonly number[], scale = largest(eigenvalues)): Signs {
  const flat = eigenvalues.filter((v) => Math.abs(v) <= ZERO_EIGENVALUE * scale || v === 0).length
  const up = eigenvalues.filter((v) => v > ZERO_EIGENVALUE * scale).length
  return { up, flat, down: eigenvalues.length - up - flat }
}

/** The class of a stationary point by its eigenvalues: a zero eigenvalue is `degenerate`, never silently a minimum. */
export function kindOf(eigenvalues: readonly number[], scale = largest(eigenvalues)): PointKind {
  const { up, down, flat } = signs(eigenvalues, scale)
  if (flat > 0 || up + down === 0) return 'degenerate'
  return down === 0 ? 'minimum' : up === 0 ? 'maximum' : 'saddle'
}

/**
 * Newton's distance to the stationary point that the local quadratic promises: ‖H⁺g‖ over the eigenvalues that are not zero.
 * Infinite where the slope along a direction of no curvature is more than the rounding that a scene of this `size` explains
 * (1e-13 of the largest eigenvalue times the size); NaN where the Hessian is not finite.
 */
export function newtonDistance(gradient: ArrayLike<number>, { eigenvalues, eigenvectors }: Curvature, size: number): number {
  if (eigenvalues.length === 0) return NaN
  const top = largest(eigenvalues)
  let sum = 0
  for (let i = 0; i < eigenvalues.length; i++) {
    let along = 0
    for (let k = 0; k < eigenvalues.length; k++) along += eigenvectors[i][k] * gradient[k]
    if (along === 0) continue
    if (Math.abs(eigenvalues[i]) > ZERO_EIGENVALUE * top) sum += (along / eigenvalues[i]) ** 2
    else if (Math.abs(along) > 1e-13 * top * size) return Infinity
  }
  return Math.sqrt(sum)
}
