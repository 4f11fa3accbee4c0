import type { Around, AroundAbout } from './around.ts'

/** torch.nn.utils.clip_grad_value_(clip_value): every component is cut off at ±c. NaN stays NaN, as there. */
export const clipValue: Around = {
  id: 'clip_value',
  name: 'Clip each component',
  fields: {
    clip_value: {
      kind: 'number', label: 'Largest component', tex: 'c', default: 1, min: 0, minOpen: true, max: 1e6, slider: [0.01, 100], scale: 'log',
      note: 'The largest component of the gradient that the method sees, either way.',
    },
  },
  short: ({ clip_value }) => `clip ±${clip_value}`,
  rule: () => ['g_t \\leftarrow \\min(\\max(g_t, -c),\\ c)'],
  declaredOnly: true,
  slope(g, _x, { clip_value }) {
    for (let i = 0; i < g.length; i++) g[i] = Math.min(Math.max(g[i], -clip_value), clip_value)
  },
}

export const about: AroundAbout = {
  source: 'T. Mikolov, Statistical language models based on neural networks, 2012, section 3.3.2; PyTorch, clip_grad_value_',
  note: 'Cuts every component of the slope off at the limit. Steep slopes change their direction by it.',
}
