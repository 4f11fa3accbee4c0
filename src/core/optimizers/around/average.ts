import type { Around, AroundAbout } from './around.ts'

/** torch.optim.swa_utils.AveragedModel: the first iterate after swa_start is copied; then equal weights (get_swa_avg_fn) or get_ema_avg_fn. */
export const average: Around = {
  id: 'average',
  name: 'Average the iterates',
  fields: {
    average: {
      kind: 'choice', label: 'Weights', tex: '\\bar x', default: 0, options: [{ id: 'polyak', label: 'Equal (Polyak)' }, { id: 'ema', label: 'Exponential' }],
      note: 'All iterates alike, or later ones more than earlier ones.',
    },
    decay: {
      kind: 'number', label: 'Decay of the average', tex: '\\delta', default: 0.99, min: 0, max: 1, slider: [0.5, 0.999], scale: 'linear',
      note: 'How much of the exponential average is kept at each step; equal weights have no use for it.',
      when: { field: 'average', is: ['ema'] },
    },
    swa_start: {
      kind: 'number', label: 'Averaging starts after', tex: 's', default: 0, min: 0, max: 100_000, slider: [0, 200], scale: 'integer',
      note: 'So many steps are left out of the average.',
    },
  },
  short: (values) => (values.average === 1 ? 'EMA' : 'average'),
  rule: (values) => [
    values.average === 1
      ? '\\bar x_t = \\delta\\, \\bar x_{t-1} + (1 - \\delta)\\, x_t'
      : '\\bar x_t = \\bar x_{t-1} + \\frac{x_t - \\bar x_{t-1}}{t - s}',
  ],
  declaredOnly: false,
  mean(mean, x, t, { average: kind, decay, swa_start }) {
    const count = t - swa_start
    for (let i = 0; i < x.length; i++) {
      if (count <= 1) mean[i] = x[i]
      else if (kind === 1) mean[i] = decay * mean[i] + (1 - decay) * x[i]
      else mean[i] += (x[i] - mean[i]) / count
    }
  },
}

export const about: AroundAbout = {
  source: 'B. T. Polyak and A. B. Juditsky, Acceleration of Stochastic Approximation by Averaging, 1992; PyTorch, torch.optim.swa_utils',
  note: 'Draws a second path: the average of the iterates so far. Where the run hovers in noise, its average comes much closer to the minimum.',
}
