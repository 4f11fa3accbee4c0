/** Everything about one point: value, slope, curvature, and in plain words what kind of place it is. */
import type { Landscape } from '../landscape.ts'
import { curvature, newtonDistance, signs } from './classify.ts'
import type { PointReport } from './events.ts'
import { say } from './words.ts'

export interface ReportOptions {
  /** The size of the scene, e.g. the diagonal of the domain; a slope that Newton removes within 1e-8 of it counts as zero. */
  readonly size?: number
  /** Why the formula has no value or no derivative here, as a sentence, where it has none; asked only then. */
  because?(): string | undefined
}

/**
 * Reports on the point `x` (one entry per coordinate). Never throws: where a derivative does not exist its entries are NaN, the
 * eigenvalues are an empty list, and `says` tells why.
 */
export function reportAt(landscape: Landscape, x: ArrayLike<number>, options: ReportOptions = {}): PointReport {
  const n = landscape.dimension
  const at = Float64Array.from(x)
  const gradient = new Float64Array(n)
  const hessian = new Float64Array(n * n)
  const f = landscape.hessian(at, gradient, hessian)
  const curves = curvature(hessian, n)
  const size = options.size ?? Math.max(1, Math.hypot(...at))
  const told = inWords(f, gradient, hessian, curves, size, () => options.because?.()?.replaceAll(/-(?=\d)/g, '−'))
  return {
    x: Array.from(at), f, gradient: Array.from(gradient), hessian: Array.from(hessian), ...curves, ...told,
  }
}

const words = (kind: string, says: string): Words => ({ kind, says })

interface Words {
  readonly kind: string
  readonly says: string
}

function inWords(
  f: number, gradient: Float64Array, hessian: Float64Array, curves: ReturnType<typeof curvature>, size: number,
  because: () => string | undefined,
): Words {
  if (Number.isNaN(f)) return words('undefined', `Undefined here. ${because() ?? 'The formula has no value at this point.'}`)
  if (!Number.isFinite(f)) {
    const says = `${f > 0 ? 'Infinite' : 'Minus infinite'} here. ${because() ?? 'The formula has no finite value at this point.'}`
    return words('infinite', says)
  }
  if (!gradient.every(Number.isFinite)) {
    const says = `No derivative here. ${because() ?? 'The formula has a value, but its slope does not exist at this point.'}`
    return words('no derivative', says)
  }
  if (!hessian.every(Number.isFinite)) {
    const says = `No curvature here. ${because() ?? 'The slope exists, but its second derivative does not at this point.'}`
    return words('no curvature', says)
  }
  const flat = gradient.every((g) => g === 0) || newtonDistance(gradient, curves, size) <= 1e-8 * size
  if (gradient.length === 1) return flat ? flatLine(curves.eigenvalues[0]) : slopeLine(gradient[0], hessian[0])
  return flat ? flatPlace(curves.eigenvalues) : slopePlace(curves.eigenvalues)
}

function flatLine(second: number): Words {
  if (second > 0) return words('minimum', 'At a minimum. The slope is zero and the curve bends upward on both sides.')
  if (second < 0) return words('maximum', 'At a maximum. The slope is zero and the curve bends downward on both sides.')
  return words('cannot tell', 'Cannot tell from curvature. The slope is zero, and so is the curvature.')
}

function slopeLine(slope: number, second: number): Words {
  const rises = slope > 0
  const lead = `On a slope. The tangent ${rises ? 'rises' : 'falls'} to the right, so the ball rolls ${rises ? 'left' : 'right'}.`
  if (second > 0) return words('slope, curving up', `${lead} The curve bends upward here: steps shrink as the floor nears.`)
  if (second < 0) return words('slope, curving down', `${lead} The curve bends downward here: it gets steeper on the way down.`)
  return words('slope, straight', `${lead} The curvature is zero here: the curve is straight for a moment.`)
}

function flatPlace(eigenvalues: readonly number[]): Words {
  const { up, down, flat } = signs(eigenvalues)
  if (flat > 0) {
    const which = flat === eigenvalues.length ? 'every eigenvalue is zero' : 'one eigenvalue is zero'
    return words('cannot tell', `Cannot tell from curvature. The slope is zero, and ${which}.`)
  }
  if (down === 0) {
    return words('minimum', `At a minimum. The slope is zero and both curvatures are positive. ${steepness(eigenvalues)}`)
  }
  if (up === 0) {
    return words('maximum', 'At a maximum. The slope is zero and both curvatures are negative, so every way leads down.')
  }
  return words('saddle', 'At a saddle. The slope is zero; one direction curves up, the other goes down.')
}

function slopePlace(eigenvalues: readonly number[]): Words {
  const { up, down, flat } = signs(eigenvalues)
  if (flat > 0) {
    const which = flat === eigenvalues.length ? 'Every eigenvalue is zero' : 'One eigenvalue is zero'
    return words('cannot tell', `Cannot tell from curvature. ${which}.`)
  }
  if (down === 0) {
    const lead = 'Bowl-shaped here. Both curvatures are positive, so the nearest flat point downhill is a minimum.'
    return words('slope, curving up', `${lead} ${steepness(eigenvalues)}`)
  }
  if (up === 0) {
    return words('slope, curving down', 'Dome-shaped here. Both curvatures are negative, so it gets steeper on the way down.')
  }
  const says = 'Saddle-shaped here. One direction curves up and the other down, so a minimum lies further off.'
  return words('slope, curving both ways', says)
}

/** How much sharper the sharpest direction is than the gentlest, both curving up. */
function steepness(eigenvalues: readonly number[]): string {
  const ratio = eigenvalues[eigenvalues.length - 1] / eigenvalues[0]
  return ratio < 1.05 ? 'Every direction is equally steep.' : `Steepest direction is ${say(ratio, 2)}× the gentlest.`
}
