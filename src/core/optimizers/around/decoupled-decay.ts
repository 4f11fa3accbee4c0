import type { Around, AroundAbout } from './around.ts'

/**
 * Weight decay beside the method, as AdamW has it: x_t ← x_t − η λ x_{t−1}. Coupled weight decay, which goes through the gradient, is a
 * setting of the methods that PyTorch gives one; as a term of the landscape itself it is the penalty L2.
 */
export const decoupledDecay: Around = {
  id: 'decoupled_decay',
  name: 'Decoupled weight decay',
  fields: {
    decoupled_decay: {
      kind: 'number', label: 'Decoupled decay', tex: '\\lambda_d', default: 0.01, min: 0, max: 1e6, slider: [0, 0.5], scale: 'linear',
      note: 'Times the learning rate it is the share of x that goes at each step.',
    },
  },
  short: ({ decoupled_decay }) => `decay ${decoupled_decay}`,
  rule: () => ['x_t \\leftarrow x_t - \\eta\\, \\lambda_d\\, x_{t-1}'],
  declaredOnly: true,
  point(x, before, { decoupled_decay }, lr) {
    for (let i = 0; i < x.length; i++) x[i] -= lr * decoupled_decay * before[i]
  },
}

export const about: AroundAbout = {
  source: 'I. Loshchilov and F. Hutter, Decoupled Weight Decay Regularization, 2019, algorithm 1, line 9',
  note: 'Shrinks x by a share of itself at each step, beside whatever the method does. Around Adam it makes AdamW.',
}
