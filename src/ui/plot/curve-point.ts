/** The curve at one place, from the formula itself. */
import type { Landscape } from '../../core/landscape.ts'

/** Height, slope and curvature at one place of the curve. */
export interface CurvePoint {
  readonly x: number
  readonly f: number
  readonly slope: number
  readonly curvature: number
}

const at = new Float64Array(1)
const first = new Float64Array(1)
const second = new Float64Array(1)

/** Evaluates the curve at one x; NaN and infinities stay. */
export function curvePoint(landscape: Landscape, x: number): CurvePoint {
  at[0] = x
  const f = landscape.hessian(at, first, second)
  return { x, f, slope: first[0], curvature: second[0] }
}
