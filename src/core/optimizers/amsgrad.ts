import { BETA1, BETA2, EPS, rate, WEIGHT_DECAY } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/** torch.optim.Adam(amsgrad=True): the largest v so far, taken before its bias is corrected. PyTorch's rate is 0.001. */
export const amsgrad: DeclaredOptimizer = {
  id: 'amsgrad',
  name: 'AMSGrad',
  short: 'AMSGrad',
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
    w: 'max(w, v)',
    m_hat: 'm/(1 - beta1^t)',
    v_hat: 'w/(1 - beta2^t)',
    x: 'x - lr*(m_hat/(sqrt(v_hat) + eps))',
  },
  tex: { d: 'd', m: 'm', v: 'v', w: '{v^{max}}', m_hat: '\\hat m', v_hat: '\\hat v' },
  rate: 'adaptive',
}

export const about: MethodAbout = {
  source: 'S. J. Reddi, S. Kale and S. Kumar, On the Convergence of Adam and Beyond, 2018, algorithm 2',
  note:
    'Adam that never forgets the steepest place: its rates only ever fall, which mends examples where Adam does not converge.',
  cost: 'one slope',
}
