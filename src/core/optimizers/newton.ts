import { symmetricEigen } from '../math/eigen.ts'
import { coded } from './coded.ts'
import type { CodedOptimizer } from './optimizer.ts'

/**
 * Newton's method on the gradient, damped: x ← x − η H⁻¹ g. It goes to the stationary point of the local quadratic, whatever its
 * kind, so it is drawn to saddles and maxima as much as to minima. Directions without curvature, |λ| ≤ 1e-12 of the largest, have no
 * such point and are left alone (the pseudo-inverse).
 */
export const newton: CodedOptimizer = {
  id: 'newton',
  name: 'Newton',
  short: 'Newton',
  family: 'Curvature',
  source: 'I. Newton 1669, J. Raphson 1690; in this form J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed., 2006, eq. (2.15)',
  note: 'Jumps to the flat point of the parabola that fits here. Near a minimum it needs a handful of steps; near a saddle it goes to the saddle.',
  cost: 'one slope and one Hessian',
  hyper: {
    lr: {
      kind: 'number', label: 'Damping', tex: '\\eta', default: 1, min: 0, minOpen: true, max: 1e6, slider: [0.05, 1], scale: 'log',
      note: 'Share of the full Newton step that is taken; 1 is the whole of it.',
    },
  },
  order: 2,
  rule: ['x_t = x_{t-1} - \\eta\\, H_t^{-1} g_t'],
  begin: coded<null>({
    init: () => null,
    step(x, _memory, oracle, { hyper }) {
      const n = x.length
      const gradient = new Float64Array(n)
      const hessian = new Float64Array(n * n)
      oracle.hessian(x, gradient, hessian)
      const { values, vectors } = symmetricEigen(hessian, n)
      const top = Math.max(...values.map(Math.abs))
      for (const [i, value] of values.entries()) {
        if (Math.abs(value) <= 1e-12 * top) continue
        let along = 0
        for (let k = 0; k < n; k++) along += vectors[i][k] * gradient[k]
        for (let k = 0; k < n; k++) x[k] -= ((hyper.lr * along) / value) * vectors[i][k]
      }
    },
  }),
}
