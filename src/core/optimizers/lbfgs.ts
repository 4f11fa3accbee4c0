import { dot } from '../math/vectors.ts'
import { descent, firstShare } from './descent.ts'
import { searchFields } from './search-fields.ts'
import type { Begin, CodedOptimizer, MethodAbout } from './optimizer.ts'
import { GTOL } from './rest.ts'

/** The last steps s and changes of slope y, oldest first, and how the guess of the inverse Hessian begins. */
interface Own {
  readonly size: number
  readonly pairs: { readonly s: Float64Array; readonly y: Float64Array; readonly curvature: number }[]
  gamma: number
  /** Steps taken since the beginning or the last restart. */
  taken: number
}

/** PyTorch's: a step with a curvature sᵀy no larger is not learnt from. */
const LEAST = 1e-10

/**
 * Limited-memory BFGS: the guess of the inverse Hessian is made anew at each step from the last m pairs, by the two-loop recursion
 * (Nocedal & Wright, algorithm 7.4), beginning from γI with γ = sᵀy/yᵀy (eq. 7.20). Without a line search it takes PyTorch's steps.
 */
export const lbfgs: CodedOptimizer = {
  id: 'lbfgs',
  name: 'L-BFGS',
  short: 'L-BFGS',
  family: 'Curvature',
  hyper: {
    lr: {
      kind: 'number', label: 'First trial', tex: '\\eta', default: 1, min: 0, minOpen: true, max: 1e6, slider: [0.05, 1], scale: 'log',
      note: 'Share of the full step that is tried first, or taken where nothing is searched.',
    },
    history_size: {
      kind: 'number', label: 'History', tex: 'm', default: 10, min: 1, max: 1000, slider: [1, 20], scale: 'integer',
      note: 'How many steps it learns from; older ones are forgotten.',
    },
    ...searchFields('strong_wolfe', 0.9),
    gtol: GTOL,
  },
  order: 1,
}

export const about: MethodAbout = {
  source: 'J. Nocedal, Math. Comp. 35, 1980; D. C. Liu and J. Nocedal, Math. Program. 45, 1989; arguments as in torch.optim.LBFGS',
  note: 'BFGS that remembers a few steps instead of a whole matrix, so that it fits problems with millions of coordinates.',
  cost: 'one slope for each trial of its line search, usually one',
  rule: [
    'p_t = -H_t\\, g_{t-1}',
    'x_t = x_{t-1} + \\alpha_t\\, p_t',
    's = x_t - x_{t-1},\\quad y = g_t - g_{t-1}',
    'H_{t+1} \\leftarrow \\gamma I,\\ \\text{the last } m \\text{ pairs } (s, y)',
    '\\gamma = s^{\\mathsf T} y / y^{\\mathsf T} y',
  ],
}

export const begin: Begin = descent<Own>({
  fresh: (_n, { history_size }) => ({ size: history_size, pairs: [], gamma: 1, taken: 0 }),
  direction: (gradient, own) => twoLoop(gradient, own),
  share: ({ taken }, gradient) => (taken > 0 ? 1 : firstShare(gradient)),
  learn(own, { s, y }) {
    own.taken++
    const curvature = dot(s, y)
    if (!(curvature > LEAST)) return
    own.pairs.push({ s, y, curvature })
    if (own.pairs.length > own.size) own.pairs.shift()
    own.gamma = curvature / dot(y, y)
  },
  shows: ({ pairs, gamma }) => ({ pairs: [pairs.length], gamma: [gamma] }),
})

/** −H g by the two-loop recursion. */
function twoLoop(gradient: Float64Array, { pairs, gamma }: Own): Float64Array {
  const q = gradient.slice()
  const shares = pairs.map(() => 0)
  for (let k = pairs.length - 1; k >= 0; k--) {
    const { s, y, curvature } = pairs[k]
    shares[k] = dot(s, q) / curvature
    for (let i = 0; i < q.length; i++) q[i] -= shares[k] * y[i]
  }
  for (let i = 0; i < q.length; i++) q[i] *= gamma
  for (const [k, { s, y, curvature }] of pairs.entries()) {
    const share = shares[k] - dot(y, q) / curvature
    for (let i = 0; i < q.length; i++) q[i] += share * s[i]
  }
  return q.map((v) => -v)
}
