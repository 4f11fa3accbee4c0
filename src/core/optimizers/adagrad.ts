import { EPS, rate, WEIGHT_DECAY } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/** torch.optim.Adagrad: the sum of squares starts at initial_accumulator_value, eps stands outside the root. PyTorch's rate is 0.01. */
export const adagrad: DeclaredOptimizer = {
  id: 'adagrad',
  name: 'Adagrad',
  short: 'Adagrad',
  family: 'Adaptive rates',
  hyper: {
    lr: rate(0.5),
    lr_decay: {
      kind: 'number', label: 'Decay of the rate', tex: '\\delta', default: 0, min: 0, max: 1e6, slider: [0, 0.1], scale: 'linear',
      note: 'Divides the rate by $1 + \\delta (t - 1)$ at step $t$.',
    },
    initial_accumulator_value: {
      kind: 'number', label: 'Initial sum', tex: 's_0', default: 0, min: 0, max: 1e6, slider: [0, 10], scale: 'linear',
      note: 'The sum of squares before the first step; larger makes the first steps shorter.',
    },
    eps: { ...EPS, default: 1e-10 },
    weight_decay: WEIGHT_DECAY,
  },
  update: {
    d: 'g + weight_decay*x',
    s: 'if(t < 2, initial_accumulator_value, s) + d^2',
    h: 'lr/(1 + (t - 1)*lr_decay)',
    x: 'x - h*(d/(sqrt(s) + eps))',
  },
  tex: { d: 'd', s: 's', h: 'h' },
  rate: 'adaptive',
  // Its first step is η long, as Adam's, and every later one is shorter.
  rateTimes: 5,
}

export const about: MethodAbout = {
  source: 'J. Duchi, E. Hazan and Y. Singer, Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, 2011, eq. (1)',
  note: 'Divides by all slopes met so far, so its steps only ever shrink. Made for sparse data, where rare features keep long steps.',
  cost: 'one slope',
}
