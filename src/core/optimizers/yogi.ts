import { BETA1, BETA2, EPS, rate, WEIGHT_DECAY } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/**
 * optax.yogi: v moves towards d² by (1 − β₂)d² at most, up or down; both averages start at initial_accumulator_value and their bias is
 * corrected as Adam's. The paper has no correction. optax has no default rate.
 */
export const yogi: DeclaredOptimizer = {
  id: 'yogi',
  name: 'Yogi',
  short: 'Yogi',
  family: 'Adaptive rates',
  hyper: {
    lr: rate(0.1),
    beta1: BETA1,
    beta2: BETA2,
    eps: { ...EPS, default: 1e-3 },
    weight_decay: WEIGHT_DECAY,
    initial_accumulator_value: {
      kind: 'number', label: 'Initial averages', tex: 'v_0', default: 1e-6, min: 0, max: 1e6, slider: [1e-8, 1], scale: 'log',
      note: 'Where both averages start.',
    },
  },
  update: {
    d: 'g + weight_decay*x',
    m: 'beta1*if(t < 2, initial_accumulator_value, m) + (1 - beta1)*d',
    w: 'if(t < 2, initial_accumulator_value, v)',
    v: 'w - (1 - beta2)*sign(w - d^2)*d^2',
    m_hat: 'm/(1 - beta1^t)',
    v_hat: 'v/(1 - beta2^t)',
    x: 'x - lr*(m_hat/(sqrt(v_hat) + eps))',
  },
  tex: { d: 'd', m: 'm', v: 'v', w: 'w', m_hat: '\\hat m', v_hat: '\\hat v' },
  rate: 'adaptive',
}

export const about: MethodAbout = {
  source: 'M. Zaheer et al., Adaptive Methods for Nonconvex Optimization, 2018, algorithm 2; with the bias corrections of optax.yogi',
  note:
    'Adam whose rates change by addition, not by forgetting: after a steep place they recover slowly, so they never explode where ' +
    'slopes are rare.',
  cost: 'one slope',
}
