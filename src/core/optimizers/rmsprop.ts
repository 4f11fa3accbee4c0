import { decay, EPS, rate, velocity, WEIGHT_DECAY } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/** torch.optim.RMSprop: eps outside the root, no bias correction, averages start at 0. Defaults are PyTorch's. */
export const rmsprop: DeclaredOptimizer = {
  id: 'rmsprop',
  name: 'RMSprop',
  short: 'RMSprop',
  family: 'Adaptive rates',
  hyper: {
    lr: rate(0.01),
    alpha: decay('Decay of the square', '\\alpha', 0.99, 'How long the size of past gradients is remembered.'),
    eps: EPS,
    momentum: velocity(0),
    centered: {
      kind: 'boolean', label: 'Centered', tex: 'c', default: false,
      note: 'Divides by the spread of the gradients instead of their size.',
    },
    weight_decay: WEIGHT_DECAY,
  },
  update: {
    d: 'g + weight_decay*x',
    v: 'alpha*v + (1 - alpha)*d^2',
    a: 'alpha*a + (1 - alpha)*d',
    s: 'v - if(centered > 0, a^2, 0)',
    b: 'momentum*b + d/(sqrt(s) + eps)',
    x: 'x - lr*b',
  },
  tex: { d: 'd', v: 'v', a: '\\bar d', s: 's', b: 'b' },
  rate: 'adaptive',
  // Without bias correction the first step is 1/√(1 - α) = 10 times η long, where Adam's is η.
  rateTimes: 0.2,
}

export const about: MethodAbout = {
  source:
    'T. Tieleman and G. Hinton, Neural Networks for Machine Learning, lecture 6.5, 2012; centered: A. Graves, Generating Sequences ' +
    'With Recurrent Neural Networks, 2013, eqs. (38)-(45)',
  note:
    'Divides the slope by its recent size, so every axis moves at about the same pace. With a constant rate it never ' +
    'quite settles.',
  cost: 'one slope',
}
