import { norm, type Around, type AroundAbout } from './around.ts'

/**
 * Sharpness-aware minimisation: the gradient is taken ρ uphill of x, in the direction of the gradient at x (eq. (2) with p = 2), and
 * used at x. Where the slope is exactly zero there is no uphill, and the gradient stays zero; the paper leaves that open.
 */
export const sam: Around = {
  id: 'sam',
  name: 'SAM',
  fields: {
    sam: {
      kind: 'number', label: 'SAM radius', tex: '\\rho', default: 0.05, min: 0, minOpen: true, max: 1e6, slider: [0.005, 0.5], scale: 'log',
      note: 'How far uphill the slope is felt.',
    },
  },
  short: () => 'SAM',
  rule: () => ['g_t = \\nabla f\\left(x_{t-1} + \\rho\\, \\frac{\\nabla f(x_{t-1})}{\\lVert \\nabla f(x_{t-1}) \\rVert}\\right)'],
  declaredOnly: true,
  asks: 1,
  slope(g, x, values, ask) {
    const length = norm(g)
    if (length === 0) return
    ask(x.map((v, i) => v + (values.sam * g[i]) / length), g)
  },
}

export const about: AroundAbout = {
  source: 'P. Foret et al., Sharpness-Aware Minimization for Efficiently Improving Generalization, 2021, eqs. (2)-(3)',
  note: 'Feels the slope a little uphill instead of where the ball is, so it leaves narrow valleys for wide ones. A step asks for two slopes.',
}
