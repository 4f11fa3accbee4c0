import { dot } from '../math/vectors.ts'
import { conjugate } from './conjugate.ts'
import { CONJUGATE_HYPER, CONJUGATE_RULE } from './conjugate-fields.ts'
import type { Begin, CodedOptimizer, MethodAbout } from './optimizer.ts'

/** Conjugate gradients of Polak and Ribière with β never negative, which restarts by itself where steps stop helping: SciPy's CG. */
export const cgPr: CodedOptimizer = {
  id: 'cg_pr',
  name: 'Conjugate gradients (PR+)',
  short: 'CG PR+',
  family: 'Curvature',
  hyper: CONJUGATE_HYPER,
  order: 1,
}

export const about: MethodAbout = {
  source: 'E. Polak and G. Ribière 1969, M. J. D. Powell 1984; J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed., 2006, eq. (5.45)',
  note: 'Bends each downhill direction so that it does not undo the last ones, and remembers one vector only. Forgets by itself where the valley turns.',
  cost: 'one slope for each trial of its line search, usually two',
  rule: [...CONJUGATE_RULE, '\\beta_{t+1} = \\max\\left(0,\\; \\frac{g_t^{\\mathsf T}(g_t - g_{t-1})}{g_{t-1}^{\\mathsf T} g_{t-1}}\\right)'],
}

export const begin: Begin = conjugate(({ gradient, before, y }) => Math.max(0, dot(gradient, y) / dot(before, before)))
