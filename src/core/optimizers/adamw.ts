import { BETA1, BETA2, EPS, rate, WEIGHT_DECAY } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/** torch.optim.AdamW: Adam whose weight decay does not pass through the averages; x shrinks by ηω of itself. PyTorch's rate is 0.001. */
export const adamw: DeclaredOptimizer = {
  id: 'adamw',
  name: 'AdamW',
  short: 'AdamW',
  family: 'Adaptive rates',
  hyper: {
    lr: rate(0.1),
    beta1: BETA1,
    beta2: BETA2,
    eps: EPS,
    weight_decay: { ...WEIGHT_DECAY, default: 0.01, note: 'Shrinks x by $\\eta\\omega$ of itself at each step, beside the gradient.' },
  },
  update: {
    m: 'beta1*m + (1 - beta1)*g',
    v: 'beta2*v + (1 - beta2)*g^2',
    m_hat: 'm/(1 - beta1^t)',
    v_hat: 'v/(1 - beta2^t)',
    x: 'x - lr*weight_decay*x - lr*(m_hat/(sqrt(v_hat) + eps))',
  },
  tex: { m: 'm', v: 'v', m_hat: '\\hat m', v_hat: '\\hat v' },
  rate: 'adaptive',
}

export const about: MethodAbout = {
  source: 'I. Loshchilov and F. Hutter, Decoupled Weight Decay Regularization, 2019, algorithm 2',
  note:
    'Adam with weight decay beside the gradient instead of in it, so that it pulls every coordinate alike. The usual choice for ' +
    'transformers.',
  cost: 'one slope',
}
