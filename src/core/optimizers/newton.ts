import { symmetricEigen, type Eigen } from '../math/eigen.ts'
import { dot } from '../math/vectors.ts'
import { coded } from './coded.ts'
import { backtracking, C1, LINE_SEARCH } from './line-search.ts'
import type { CodedOptimizer } from './optimizer.ts'

/**
 * Newton's method on the gradient, damped: x ← x − η H⁻¹ g. It goes to the stationary point of the local quadratic, whatever its
 * kind, so it is drawn to saddles and maxima as much as to minima. Directions without curvature, |λ| ≤ 1e-12 of the largest, have no
 * such point and are left alone (the pseudo-inverse). With a line search the direction has to lead down: where the Hessian is not
 * positive definite it is lifted, H + τI with the least τ that leaves no eigenvalue below 1e-3 of the largest (Nocedal & Wright,
 * eq. 3.42).
 */
export const newton: CodedOptimizer = {
  id: 'newton',
  name: 'Newton',
  short: 'Newton',
  family: 'Curvature',
  source: 'I. Newton 1669, J. Raphson 1690; in this form J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed., 2006, eq. (2.15)',
  note: 'Jumps to the flat point of the parabola that fits here. Near a minimum it needs a handful of steps; near a saddle it goes to the saddle, unless a line search keeps it going down.',
  cost: 'one slope and one Hessian, and the trials of its line search',
  hyper: {
    lr: {
      kind: 'number', label: 'Damping', tex: '\\eta', default: 1, min: 0, minOpen: true, max: 1e6, slider: [0.05, 1], scale: 'log',
      note: 'Share of the full Newton step that is taken, or tried first; 1 is the whole of it.',
    },
    line_search: LINE_SEARCH,
    c1: C1,
  },
  order: 2,
  rule: ['x_t = x_{t-1} - \\eta\\, H_t^{-1} g_t'],
  begin: coded<null>({
    init: () => null,
    step(x, _memory, oracle, { hyper }) {
      const n = x.length
      const gradient = new Float64Array(n)
      const hessian = new Float64Array(n * n)
      const f = oracle.hessian(x, gradient, hessian)
      const eigen = symmetricEigen(hessian, n)
      const searched = hyper.line_search > 0
      const direction = newtonDirection(eigen, gradient, searched ? lift(eigen.values) : 0)
      const slope = dot(gradient, direction)
      const length = searched && slope < 0 ? (backtracking(oracle, { x, f, slope, direction }, hyper.lr, hyper.c1) ?? 0) : hyper.lr
      for (let i = 0; i < n; i++) x[i] += length * direction[i]
    },
  }),
}

/** −(H + τI)⁺ g. */
function newtonDirection({ values, vectors }: Eigen, gradient: Float64Array, tau: number): Float64Array {
  const direction = new Float64Array(gradient.length)
  const top = Math.max(...values.map((value) => Math.abs(value + tau)))
  for (const [i, value] of values.entries()) {
    if (Math.abs(value + tau) <= 1e-12 * top) continue
    const share = dot(vectors[i], gradient) / (value + tau)
    for (let k = 0; k < gradient.length; k++) direction[k] -= share * vectors[i][k]
  }
  return direction
}

/** The least τ with λ + τ ≥ 1e-3 max|λ| for every eigenvalue; 0 where they are that large already. */
const lift = (values: readonly number[]): number => Math.max(0, 1e-3 * Math.max(...values.map(Math.abs)) - Math.min(...values))
