import { rate, velocity, WEIGHT_DECAY } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/**
 * Quasi-hyperbolic momentum as qhoptim.pyt.QHM has it: an average m of the gradients, and a step between it and the gradient itself.
 * ν = 0 is gradient descent, ν = 1 momentum as a moving average, ν = β Nesterov's method with its rate times 1 − β.
 */
export const qhm: DeclaredOptimizer = {
  id: 'qhm',
  name: 'Quasi-hyperbolic momentum',
  short: 'QHM',
  family: 'First order',
  hyper: {
    lr: rate(0.1),
    momentum: { ...velocity(0.999), slider: [0, 0.999], note: 'How much of the average is kept at each step.' },
    nu: {
      kind: 'number', label: 'Share of the average', tex: '\\nu', default: 0.7, min: 0, max: 1, slider: [0, 1], scale: 'linear',
      note: 'How much of the step follows the average; the rest follows the slope itself.',
    },
    weight_decay: WEIGHT_DECAY,
  },
  update: {
    d: 'g + weight_decay*x',
    m: 'momentum*m + (1 - momentum)*d',
    q: '(1 - nu)*d + nu*m',
    x: 'x - lr*q',
  },
  tex: { d: 'd', m: 'm', q: 'q' },
  rate: 'lr',
  // On a quadratic the trace of a step is 1 + β - ηλ(1 - νβ) and its determinant β(1 - ηλ(1 - ν)); a root passes -1 here.
  stableBelow: '2*(1+momentum)/((1+momentum-2*nu*momentum)*(lambda+weight_decay))',
}

export const about: MethodAbout = {
  source: 'J. Ma and D. Yarats, Quasi-hyperbolic momentum and Adam for deep learning, 2019, eqs. (3)-(4)',
  note: 'Steps between the slope and its average: a long memory that still answers at once. Made to calm noisy slopes.',
  cost: 'one slope',
}
