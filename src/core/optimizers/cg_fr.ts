import { dot } from '../math/vectors.ts'
import { conjugate } from './conjugate.ts'
import { CONJUGATE_HYPER, CONJUGATE_RULE } from './conjugate-fields.ts'
import type { Begin, CodedOptimizer, MethodAbout } from './optimizer.ts'

/**
 * Conjugate gradients of Fletcher and Reeves. Without restarts one bad direction makes many short steps; it restarts where two slopes in a
 * row are far from orthogonal, |gᵀg'| ≥ 0.1 ‖g‖² (Nocedal & Wright, eq. 5.52).
 */
export const cgFr: CodedOptimizer = {
  id: 'cg_fr',
  name: 'Conjugate gradients (FR)',
  short: 'CG FR',
  family: 'Curvature',
  hyper: CONJUGATE_HYPER,
  order: 1,
}

export const about: MethodAbout = {
  source: 'R. Fletcher and C. M. Reeves, Computer J. 7, 1964; J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed., 2006, eq. (5.41)',
  note: 'The first conjugate gradient method for any landscape. It forgets the last direction where two slopes in a row point nearly the same way.',
  cost: 'one slope for each trial of its line search, usually two',
  rule: [
    ...CONJUGATE_RULE, '\\beta_{t+1} = g_t^{\\mathsf T} g_t \\,/\\, g_{t-1}^{\\mathsf T} g_{t-1}', '\\beta_{t+1} = 0 \\;\\text{ where }\\; |g_t^{\\mathsf T} g_{t-1}| \\ge 0.1\\, g_t^{\\mathsf T} g_t',
  ],
}

export const begin: Begin = conjugate(({ gradient, before }) => {
  const square = dot(gradient, gradient)
  return Math.abs(dot(gradient, before)) >= 0.1 * square ? 0 : square / dot(before, before)
})
