import { BETA1, BETA2, EPS, rate, WEIGHT_DECAY } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/**
 * torch.optim.RAdam: while ρ ≤ 5 (the first five steps with β₂ = 0.999) a step of plain averaged momentum, then Adam's times r. eps
 * is added to the root before its bias is corrected. PyTorch's rate is 0.001.
 */
export const radam: DeclaredOptimizer = {
  id: 'radam',
  name: 'RAdam',
  short: 'RAdam',
  family: 'Adaptive rates',
  hyper: {
    lr: rate(0.02),
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
    rho_inf: '2/(1 - beta2) - 1',
    rho: 'rho_inf - 2*t*beta2^t/(1 - beta2^t)',
    r: 'if(rho > 5, sqrt((rho - 4)*(rho - 2)*rho_inf/((rho_inf - 4)*(rho_inf - 2)*rho)), 1)',
    s: 'if(rho > 5, sqrt(1 - beta2^t)/(sqrt(v) + eps), 1)',
    x: 'x - lr*(m_hat*r*s)',
  },
  tex: { d: 'd', m: 'm', v: 'v', m_hat: '\\hat m', rho_inf: '{\\rho^{\\infty}}', rho: '\\rho', r: 'r', s: 's' },
  // Its first steps are momentum's, so the rate must suit the curvature.
  rate: 'lr',
}

export const about: MethodAbout = {
  source: 'L. Liu et al., On the Variance of the Adaptive Learning Rate and Beyond, 2020, algorithm 2',
  note:
    'Adam that distrusts its first few slopes: it begins as plain momentum and warms up by itself, so it needs no schedule for that. ' +
    'On steep ground those first steps are long.',
  cost: 'one slope',
}
