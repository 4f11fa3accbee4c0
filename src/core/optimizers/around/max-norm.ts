import { norm, type Around, type AroundAbout } from './around.ts'

/** torch.nn.utils.clip_grad_norm_(max_norm, norm_type=2): g ← g · min(1, c/(‖g‖ + 1e-6)). What is not finite is passed on, as there. */
export const maxNorm: Around = {
  id: 'max_norm',
  name: 'Clip the norm',
  fields: {
    max_norm: {
      kind: 'number', label: 'Largest norm', tex: 'c', default: 1, min: 0, minOpen: true, max: 1e6, slider: [0.01, 100], scale: 'log',
      note: 'The longest gradient that the method sees.',
    },
  },
  short: ({ max_norm }) => `norm ≤ ${max_norm}`,
  rule: () => ['g_t \\leftarrow g_t \\min\\left(1,\\ \\frac{c}{\\lVert g_t \\rVert + 10^{-6}}\\right)'],
  declaredOnly: true,
  slope(g, _x, { max_norm }) {
    const share = Math.min(1, max_norm / (norm(g) + 1e-6))
    for (let i = 0; i < g.length; i++) g[i] *= share
  },
}

export const about: AroundAbout = {
  source: 'R. Pascanu, T. Mikolov and Y. Bengio, On the difficulty of training recurrent neural networks, 2013, algorithm 1; PyTorch, clip_grad_norm_',
  note: 'Shortens a slope that is steeper than the limit and keeps its direction, so that a cliff does not throw the ball away.',
}
