import { alongCurvature, isZero, leastCurvature } from './curvature.ts'
import { searchFields } from './search-fields.ts'
import type { Begin, CodedOptimizer, MethodAbout } from './optimizer.ts'
import { GTOL } from './rest.ts'

/**
 * Newton's method on the gradient, damped: x ← x − η H⁻¹ g. It goes to the stationary point of the local quadratic, whatever its
 * kind, so it is drawn to saddles and maxima as much as to minima. Directions without curvature, |λ| ≤ 1e-12 of the largest, have no
 * such point and are left alone (the pseudo-inverse). With a line search the direction has to lead down: where the Hessian is not
 * positive definite it is lifted, H + τI with the least τ that leaves no eigenvalue below 1e-3 of the largest (Nocedal & Wright,
 * eq. 3.42; where it is zero, τ = 1).
 */
export const newton: CodedOptimizer = {
  id: 'newton',
  name: 'Newton',
  short: 'Newton',
  family: 'Curvature',
  hyper: {
    lr: {
      kind: 'number', label: 'Damping', tex: '\\eta', default: 1, min: 0, minOpen: true, max: 1e6, slider: [0.05, 1], scale: 'log',
      note: 'Share of the full Newton step that is taken, or tried first; 1 is the whole of it.',
    },
    ...searchFields('none', 0.9),
    gtol: GTOL,
  },
  order: 2,
}

export const about: MethodAbout = {
  source: 'I. Newton 1669, J. Raphson 1690; in this form J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed., 2006, eq. (2.15)',
  note: 'Jumps to the flat point of the parabola that fits here. Near a minimum it needs a handful of steps; near a saddle it goes to the saddle, unless a line search makes it go down.',
  cost: 'one slope and one Hessian, and the trials of its line search',
  rule: ['x_t = x_{t-1} - \\eta\\, H_t^{-1} g_t'],
}

export const begin: Begin = alongCurvature((value, eigen, { line_search_fn }) => {
  if (line_search_fn === 0) return isZero(value, eigen) ? 0 : value
  return value + Math.max(0, leastCurvature(eigen) - eigen.values[0])
})
