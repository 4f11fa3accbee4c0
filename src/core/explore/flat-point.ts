/** Finding and classifying one flat point (a point of zero slope) from a guess near it. */
import type { Landscape, PointKind } from '../landscape.ts'
import { curvature, kindOf, largest, newtonDistance, ZERO_EIGENVALUE, type Curvature } from './classify.ts'

export interface FlatPoint extends Curvature {
  readonly x: Float64Array
  readonly f: number
  readonly slope: number
  readonly kind: PointKind
}

/** Newton steps at most: a threefold root halves its distance about every 1.7 steps, so 120 steps pass 60 binary digits. */
const NEWTON_STEPS = 120

/**
 * Newton's method on the gradient from `guess` to a point of zero slope, of any kind; undefined where it leads further than
 * `reach` away, or where a derivative does not exist on the way. Directions without curvature are left alone (pseudo-inverse).
 */
export function polish(landscape: Landscape, guess: ArrayLike<number>, reach: number): Float64Array | undefined {
  const n = landscape.dimension
  const x = Float64Array.from(guess)
  const best = Float64Array.from(guess)
  const gradient = new Float64Array(n)
  const hessian = new Float64Array(n * n)
  const step = new Float64Array(n)
  let least = Infinity
  let before = Infinity
  let stalled = 0
  for (let k = 0; k < NEWTON_STEPS; k++) {
    landscape.hessian(x, gradient, hessian)
    const norm = Math.hypot(...gradient)
    if (!Number.isFinite(norm)) return undefined
    if (norm < least) {
      least = norm
      best.set(x)
      stalled = 0
    } else if (++stalled > 3) break
    if (norm === 0) break
    const curves = curvature(hessian, n)
    if (curves.eigenvalues.length === 0) return undefined
    newtonStep(gradient, curves, step)
    const length = Math.hypot(...step)
    // A root of multiplicity m shrinks the distance by 1 - 1/m only; m times the step restores fast convergence (Schröder 1870).
    const ratio = length / before
    const factor = k > 3 && ratio > 0.3 && ratio < 0.95 && k % 3 === 0 ? 1 / (1 - ratio) : 1
    before = length
    let away = 0
    let moved = false
    for (let i = 0; i < n; i++) {
      const next = x[i] + factor * step[i]
      moved = moved || next !== x[i]
      x[i] = next
      away += (next - guess[i]) ** 2
    }
    if (!moved) break
    if (!(Math.sqrt(away) <= reach)) return undefined
  }
  return best
}

function newtonStep(gradient: Float64Array, { eigenvalues, eigenvectors }: Curvature, out: Float64Array): void {
  out.fill(0)
  const top = largest(eigenvalues)
  for (let i = 0; i < eigenvalues.length; i++) {
    if (Math.abs(eigenvalues[i]) <= 1e-15 * top) continue
    let along = 0
    for (let k = 0; k < out.length; k++) along += eigenvectors[i][k] * gradient[k]
    for (let k = 0; k < out.length; k++) out[k] -= (along / eigenvalues[i]) * eigenvectors[i][k]
  }
}

/**
 * Whether the slope at `x` is zero as far as can be told. Newton's method also halts where the slope is merely smallest, as all
 * along the sides of a cone: there it promises a long way, or none to a slope that stays.
 */
export function isFlat(landscape: Landscape, x: Float64Array, size: number): boolean {
  const n = landscape.dimension
  const gradient = new Float64Array(n)
  const hessian = new Float64Array(n * n)
  landscape.hessian(x, gradient, hessian)
  return gradient.every((g) => g === 0) || newtonDistance(gradient, curvature(hessian, n), size) <= 1e-6 * size
}

/** Halvings of a bracket: from any width down to the spacing of doubles. */
const BISECTIONS = 64

/**
 * A flat point so flat that Newton's method creeps, as where f is like t²⁰: `at`, moved along its directions without curvature to
 * where the slope along them changes sign. Signs are exact long after sizes have faded. Undefined where no sign changes within
 * `reach` on both sides.
 */
export function balanced(landscape: Landscape, at: Float64Array, reach: number): Float64Array | undefined {
  const n = landscape.dimension
  const x = at.slice()
  const gradient = new Float64Array(n)
  const hessian = new Float64Array(n * n)
  landscape.hessian(x, gradient, hessian)
  const { eigenvalues, eigenvectors } = curvature(hessian, n)
  const top = largest(eigenvalues)
  let flat = 0
  for (const [i, direction] of eigenvectors.entries()) {
    if (Math.abs(eigenvalues[i]) > ZERO_EIGENVALUE * top) continue
    flat++
    const from = x.slice()
    const slopeAt = (t: number): number => {
      for (let k = 0; k < n; k++) x[k] = from[k] + t * direction[k]
      landscape.gradient(x, gradient)
      return gradient.reduce((sum, g, k) => sum + g * direction[k], 0)
    }
    let [lo, hi] = [-reach, reach]
    const below = Math.sign(slopeAt(lo))
    if (below === 0 || below * slopeAt(hi) >= 0) return undefined
    for (let k = 0; k < BISECTIONS; k++) {
      const middle = (lo + hi) / 2
      if (Math.sign(slopeAt(middle)) === below) lo = middle
      else hi = middle
    }
    slopeAt((lo + hi) / 2)
  }
  return flat > 0 ? x : undefined
}

/**
 * Classifies the flat point `x`. Beside the eigenvalues themselves their change within 1e-5 of `size` (the diagonal of the
 * domain) counts: an eigenvalue smaller than that change is zero within what can be known of the position, as at 0 for x³ or
 * x⁴.
 */
export function classifyFlat(landscape: Landscape, x: ArrayLike<number>, size: number): FlatPoint {
  const n = landscape.dimension
  const at = Float64Array.from(x)
  const gradient = new Float64Array(n)
  const hessian = new Float64Array(n * n)
  const f = landscape.hessian(at, gradient, hessian)
  const curves = curvature(hessian, n)
  const slope = Math.hypot(...gradient)
  let scale = largest(curves.eigenvalues)
  const doubtful = curves.eigenvalues.map((value, i) => {
    let change = 0
    for (const side of [-1, 1]) {
      const beside = at.map((v, k) => v + side * 1e-5 * size * curves.eigenvectors[i][k])
      landscape.hessian(beside, gradient, hessian)
      const there = along(hessian, curves.eigenvectors[i])
      if (Number.isFinite(there)) change = Math.max(change, Math.abs(there - value))
    }
    scale = Math.max(scale, change)
    return Math.abs(value) < change
  })
  const kind = doubtful.includes(true) || scale === 0 ? 'degenerate' : kindOf(curves.eigenvalues, scale)
  return { x: at, f, slope, ...curves, kind }
}

function along(hessian: Float64Array, v: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < v.length; i++) for (let j = 0; j < v.length; j++) sum += v[i] * hessian[i * v.length + j] * v[j]
  return sum
}

/**
 * A point within `reach` of the degenerate point that is lower than it, along one of its directions without curvature (or any
 * axis of the Hessian); undefined where none was found.
 */
export function lowerNear(landscape: Landscape, point: FlatPoint, reach: number): Float64Array | undefined {
  const top = largest(point.eigenvalues)
  for (let i = 0; i < point.eigenvalues.length; i++) {
    if (point.eigenvalues[i] > Math.max(ZERO_EIGENVALUE, 1e-6) * top && point.eigenvalues.length > 1) continue
    for (const side of [-1, 1]) {
      const beside = point.x.map((v, k) => v + side * reach * point.eigenvectors[i][k])
      const f = landscape.value(beside)
      if (f < point.f - 1e-13 * Math.abs(point.f)) return beside
    }
  }
  return undefined
}
