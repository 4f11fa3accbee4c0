import { alongCurvature, isZero, leastCurvature } from './curvature.ts'
import { searchFields } from './search-fields.ts'
import type { Begin, CodedOptimizer, MethodAbout } from './optimizer.ts'
import { GTOL } from './rest.ts'

/**
 * Newton's method with the absolute values of the Hessian's eigenvalues: x ← x − η |H|⁻¹ g. Directions without curvature, |λ| ≤ 1e-12
 * of the largest, are left alone, as in Newton's method here; with a line search no |λ| counts as less than 1e-3 of the largest. Dauphin et al. add
 * a small multiple of the identity instead.
 */
export const saddleFreeNewton: CodedOptimizer = {
  id: 'saddle_free_newton',
  name: 'Saddle-free Newton',
  short: 'Saddle-free',
  family: 'Curvature',
  hyper: {
    lr: {
      kind: 'number', label: 'Damping', tex: '\\eta', default: 1, min: 0, minOpen: true, max: 1e6, slider: [0.05, 1], scale: 'log',
      note: 'Share of the full step that is taken, or tried first; 1 is the whole of it.',
    },
    ...searchFields('none', 0.9),
    gtol: GTOL,
  },
  order: 2,
}

export const about: MethodAbout = {
  source: 'Y. N. Dauphin et al., Identifying and attacking the saddle point problem in high-dimensional non-convex optimization, NeurIPS 2014, algorithm 1',
  note: 'Newton with each curvature taken as positive: as quick near a minimum, and pushed away from saddles instead of drawn to them.',
  cost: 'one slope and one Hessian, and the trials of its line search',
  rule: ['x_t = x_{t-1} - \\eta\\, |H_t|^{-1} g_t', '|H| = \\textstyle\\sum_i |\\lambda_i|\\, v_i v_i^{\\mathsf T}'],
}

export const begin: Begin = alongCurvature((value, eigen, { line_search_fn }) => {
  if (line_search_fn === 0) return isZero(value, eigen) ? 0 : Math.abs(value)
  return Math.max(Math.abs(value), leastCurvature(eigen))
})
