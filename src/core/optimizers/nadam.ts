import { BETA1, BETA2, EPS, rate, WEIGHT_DECAY } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/**
 * torch.optim.NAdam as of version 2: Adam with Nesterov's look-ahead, whose momentum μ_t = β₁(1 − 0.96^(tψ)/2) grows; P is the
 * product of the μ. PyTorch's rate is 0.002. (Its version 1.13 multiplied the first denominator by μ_t once too often.)
 */
export const nadam: DeclaredOptimizer = {
  id: 'nadam',
  name: 'NAdam',
  short: 'NAdam',
  family: 'Adaptive rates',
  hyper: {
    lr: rate(0.05),
    beta1: BETA1,
    beta2: BETA2,
    eps: EPS,
    weight_decay: WEIGHT_DECAY,
    momentum_decay: {
      kind: 'number', label: 'Momentum decay', tex: '\\psi', default: 4e-3, min: 0, max: 1e6, slider: [0, 0.1], scale: 'linear',
      note: 'How fast the momentum rises from half of $\\beta_1$ to all of it.',
    },
  },
  update: {
    d: 'g + weight_decay*x',
    m: 'beta1*m + (1 - beta1)*d',
    v: 'beta2*v + (1 - beta2)*d^2',
    mu: 'beta1*(1 - 0.5*0.96^(t*momentum_decay))',
    mu_next: 'beta1*(1 - 0.5*0.96^((t + 1)*momentum_decay))',
    p: 'if(t < 2, 1, p)*mu',
    m_hat: 'mu_next*m/(1 - p*mu_next) + (1 - mu)*d/(1 - p)',
    v_hat: 'v/(1 - beta2^t)',
    x: 'x - lr*(m_hat/(sqrt(v_hat) + eps))',
  },
  tex: { d: 'd', m: 'm', v: 'v', mu: '\\mu', mu_next: '{\\mu^{+}}', p: 'P', m_hat: '\\hat m', v_hat: '\\hat v' },
  rate: 'adaptive',
}

export const about: MethodAbout = {
  source: 'T. Dozat, Incorporating Nesterov Momentum into Adam, 2016, algorithm 2',
  note:
    'Adam that looks ahead, as Nesterov does: the step already counts the momentum that the next one will have.',
  cost: 'one slope',
}
