import { BETA1, decay, EPS, rate, WEIGHT_DECAY } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/** torch.optim.Adamax: the largest recent slope in the place of the root; eps is added to |d| inside the maximum. PyTorch's rate is 0.002. */
export const adamax: DeclaredOptimizer = {
  id: 'adamax',
  name: 'Adamax',
  short: 'Adamax',
  family: 'Adaptive rates',
  hyper: {
    lr: rate(0.1),
    beta1: BETA1,
    beta2: decay('Decay of the largest', '\\beta_2', 0.999, 'How long the largest gradient is remembered.'),
    eps: EPS,
    weight_decay: WEIGHT_DECAY,
  },
  update: {
    d: 'g + weight_decay*x',
    m: 'beta1*m + (1 - beta1)*d',
    u: 'max(beta2*u, abs(d) + eps)',
    m_hat: 'm/(1 - beta1^t)',
    x: 'x - lr*(m_hat/u)',
  },
  tex: { d: 'd', m: 'm', u: 'u', m_hat: '\\hat m' },
  rate: 'adaptive',
}

export const about: MethodAbout = {
  source: 'D. P. Kingma and J. Ba, Adam: A Method for Stochastic Optimization, 2015, algorithm 2',
  note:
    'Adam that divides by the largest recent slope instead of a mean of squares: one steep place is felt longer, and steps are ' +
    'never longer than $\\eta$ by much.',
  cost: 'one slope',
}
