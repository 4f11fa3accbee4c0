import { BETA1, BETA2, EPS, rate, WEIGHT_DECAY } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/** torch.optim.Adam: L2 term in the gradient, eps outside the root. The default rate is 0.1 (PyTorch: 0.001), so that steps can be seen. */
export const adam: DeclaredOptimizer = {
  id: 'adam',
  name: 'Adam',
  short: 'Adam',
  family: 'Adaptive rates',
  hyper: {
    lr: rate(0.1),
    beta1: BETA1,
    beta2: BETA2,
    eps: EPS,
    weight_decay: WEIGHT_DECAY,
  },
  update: {
    d: 'g + weight_decay*x',
    m: 'beta1*m + (1 - beta1)*d',
    v: 'beta2*v + (1 - beta2)*d^2',
    m_hat: 'm/(1 - beta1^t)',
    v_hat: 'v/(1 - beta2^t)',
    x: 'x - lr*(m_hat/(sqrt(v_hat) + eps))',
  },
  tex: { d: 'd', m: 'm', v: 'v', m_hat: '\\hat m', v_hat: '\\hat v' },
  rate: 'adaptive',
}

export const about: MethodAbout = {
  source: 'D. P. Kingma and J. Ba, Adam: A Method for Stochastic Optimization, 2015, algorithm 1',
  note:
    'Averages the slope and its size, and divides one by the other: the first step has length $\\eta$ along each ' +
    'axis, however steep it is.',
  cost: 'one slope',
}
