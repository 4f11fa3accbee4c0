import { dot } from '../math/vectors.ts'
import { descent, firstShare } from './descent.ts'
import { searchFields } from './search-fields.ts'
import type { Begin, CodedOptimizer, MethodAbout } from './optimizer.ts'
import { GTOL } from './rest.ts'

/** The inverse Hessian as it is guessed, row-major, and how many steps it has learnt from. */
interface Own {
  H: Float64Array
  learnt: number
}

/** A curvature sᵀy below this share of yᵀy would make the guess indefinite or huge; such a step is not learnt from. */
const LEAST = 1e-10

/**
 * BFGS with the guess of the inverse Hessian that starts from the identity and is scaled before its first update (Nocedal & Wright,
 * eq. 6.17 and 6.20; SciPy does not scale). A step with sᵀy ≤ 0, which strong Wolfe excludes and the other searches do not, is skipped:
 * the guess stays positive definite, on an indefinite Hessian too.
 */
export const bfgs: CodedOptimizer = {
  id: 'bfgs',
  name: 'BFGS',
  short: 'BFGS',
  family: 'Curvature',
  hyper: {
    lr: {
      kind: 'number', label: 'First trial', tex: '\\eta', default: 1, min: 0, minOpen: true, max: 1e6, slider: [0.05, 1], scale: 'log',
      note: 'Share of the full step that is tried first, or taken where nothing is searched.',
    },
    ...searchFields('strong_wolfe', 0.9),
    gtol: GTOL,
  },
  order: 1,
}

export const about: MethodAbout = {
  source: 'C. G. Broyden, R. Fletcher, D. Goldfarb, D. F. Shanno 1970; J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed., 2006, algorithm 6.1',
  note: 'Learns the curvature from how the slope changes and steps like Newton, without ever asking for a Hessian. The usual first choice where slopes are exact.',
  cost: 'one slope for each trial of its line search, usually one',
  rule: [
    'p_t = -H_{t-1}\\, g_{t-1}',
    'x_t = x_{t-1} + \\alpha_t\\, p_t',
    's = x_t - x_{t-1},\\quad y = g_t - g_{t-1}',
    '\\rho = 1/y^{\\mathsf T} s,\\quad V = I - \\rho\\, y s^{\\mathsf T}',
    'H_t = V^{\\mathsf T} H_{t-1} V + \\rho\\, s s^{\\mathsf T}',
  ],
}

export const begin: Begin = descent<Own>({
  fresh: (n) => ({ H: identity(n), learnt: 0 }),
  direction: (gradient, { H }) => timesMinus(H, gradient),
  share: ({ learnt }, gradient) => (learnt > 0 ? 1 : firstShare(gradient)),
  learn(own, { s, y }) {
    const curvature = dot(s, y)
    const size = dot(y, y)
    if (!(curvature > LEAST * size)) return
    if (own.learnt === 0) own.H = own.H.map((h) => (h * curvature) / size)
    update(own.H, s, y, curvature)
    own.learnt++
  },
  shows: ({ H }) => ({ H }),
})

const identity = (n: number): Float64Array => Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0))

/** −H v. */
const timesMinus = (H: Float64Array, v: Float64Array): Float64Array =>
  v.map((_, i) => -dot(H.subarray(i * v.length, (i + 1) * v.length), v))

/** Eq. 6.17 multiplied out: H + (sᵀy + yᵀHy) ssᵀ/(sᵀy)² − (H y sᵀ + s yᵀH)/sᵀy. */
function update(H: Float64Array, s: Float64Array, y: Float64Array, curvature: number): void {
  const n = s.length
  const away = timesMinus(H, y)
  const share = (curvature - dot(y, away)) / (curvature * curvature)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) H[i * n + j] += share * s[i] * s[j] + (away[i] * s[j] + s[i] * away[j]) / curvature
  }
}
