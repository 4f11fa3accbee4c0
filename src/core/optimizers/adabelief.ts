import { BETA1, decay, EPS, rate, WEIGHT_DECAY } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/** Algorithm 2 of the paper, also optax.adabelief with eps_root = eps: ε is added to s at every step, and once more to its root. */
export const adabelief: DeclaredOptimizer = {
  id: 'adabelief',
  name: 'AdaBelief',
  short: 'AdaBelief',
  family: 'Adaptive rates',
  hyper: {
    lr: rate(0.1),
    beta1: BETA1,
    beta2: decay('Decay of the surprise', '\\beta_2', 0.999, 'How long the distance of past gradients from their mean is remembered.'),
    eps: { ...EPS, default: 1e-16, slider: [1e-16, 1e-2] },
    weight_decay: WEIGHT_DECAY,
  },
  update: {
    d: 'g + weight_decay*x',
    m: 'beta1*m + (1 - beta1)*d',
    s: 'beta2*s + (1 - beta2)*(d - m)^2 + eps',
    m_hat: 'm/(1 - beta1^t)',
    s_hat: 's/(1 - beta2^t)',
    x: 'x - lr*(m_hat/(sqrt(s_hat) + eps))',
  },
  tex: { d: 'd', m: 'm', s: 's', m_hat: '\\hat m', s_hat: '\\hat s' },
  rate: 'adaptive',
}

export const about: MethodAbout = {
  source: 'J. Zhuang et al., AdaBelief Optimizer: Adapting Stepsizes by the Belief in Observed Gradients, 2020, algorithm 2',
  note:
    'Adam that divides by how much slopes differ from their average: long steps where they agree, short ones where they surprise.',
  cost: 'one slope',
}
