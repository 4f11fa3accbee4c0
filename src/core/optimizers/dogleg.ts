/** The dogleg path of a trust region over a positive definite quadratic. */
import { symmetricEigen } from '../math/eigen.ts'
import { along, dot } from '../math/vectors.ts'
import { directionOf, leastCurvature } from './curvature.ts'
import type { Oracle } from './optimizer.ts'

/** The local quadratic f + gᵀp + ½ pᵀBp, with B positive definite. */
export interface Model {
  /** The point that it fits at. */
  readonly at: Float64Array
  readonly f: number
  readonly gradient: Float64Array
  /** B, row-major. */
  readonly curvature: Float64Array
  /** Its lowest point, −B⁻¹g. */
  readonly newton: Float64Array
}

/**
 * The quadratic that fits at `x`; costs one Hessian. Where the Hessian is not positive definite, B = H + τI with the least τ that leaves
 * no eigenvalue below 1e-3 of the largest (Nocedal & Wright, eq. 3.42); where it is zero, τ = 1.
 */
export function modelAt(x: Float64Array, oracle: Oracle): Model {
  const n = x.length
  const gradient = new Float64Array(n)
  const curvature = new Float64Array(n * n)
  const f = oracle.hessian(x, gradient, curvature)
  const eigen = symmetricEigen(curvature, n)
  const lift = Math.max(0, leastCurvature(eigen) - eigen.values[0])
  for (let i = 0; i < n; i++) curvature[i * n + i] += lift
  return { at: x.slice(), f, gradient, curvature, newton: directionOf(eigen, gradient, (value) => value + lift) }
}

/** How much the quadratic falls along `p`: −gᵀp − ½ pᵀBp. */
export function promised({ gradient, curvature }: Model, p: Float64Array): number {
  return -dot(gradient, p) - bend(curvature, p) / 2
}

/**
 * The point of the path within `radius`: from 0 straight down to the lowest point of the quadratic on that line, and from there to its
 * lowest point of all (Nocedal & Wright, eq. 4.15 and 4.16). `atRim` where the radius cuts the path.
 */
export function dogleg({ gradient, curvature, newton }: Model, radius: number): { p: Float64Array; atRim: boolean } {
  if (norm(newton) <= radius) return { p: newton, atRim: false }
  const steepness = dot(gradient, gradient)
  const cauchy = gradient.map((g) => -(steepness / bend(curvature, gradient)) * g)
  const length = norm(cauchy)
  if (length >= radius) return { p: cauchy.map((c) => (c * radius) / length), atRim: true }
  // ‖c + τ d‖ = radius for τ in (0, 1).
  const d = newton.map((v, i) => v - cauchy[i])
  const [a, b, c] = [dot(d, d), dot(cauchy, d), length * length - radius * radius]
  return { p: along(cauchy, -c / (b + Math.sqrt(b * b - a * c)), d), atRim: true }
}

const norm = (v: Float64Array): number => Math.sqrt(dot(v, v))

/** vᵀBv. */
function bend(curvature: Float64Array, v: Float64Array): number {
  return v.reduce((sum, c, i) => sum + c * dot(v, curvature.subarray(i * v.length, (i + 1) * v.length)), 0)
}
