import { rate, velocity, WEIGHT_DECAY } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/**
 * Heavy ball as torch.optim.SGD has it: v ← β v + (1 − τ) d, x ← x − η v, and the first velocity is the gradient itself, without
 * dampening. At momentum 0 it is gradient descent, whatever the dampening, as there. PyTorch's default momentum is 0; here it is 0.9.
 */
export const momentum: DeclaredOptimizer = {
  id: 'momentum',
  name: 'Momentum',
  short: 'Momentum',
  family: 'First order',
  hyper: {
    lr: rate(0.01),
    momentum: velocity(0.9),
    dampening: {
      kind: 'number', label: 'Dampening', tex: '\\tau', default: 0, min: 0, max: 1, slider: [0, 1], scale: 'linear',
      note: 'Weakens what each new gradient adds to the velocity, except the first.',
    },
    weight_decay: WEIGHT_DECAY,
  },
  update: {
    d: 'g + weight_decay*x',
    s: 'if(t < 2, 0, dampening*sign(momentum))',
    v: 'momentum*v + (1 - s)*d',
    x: 'x - lr*v',
  },
  tex: { d: 'd', s: 's', v: 'v' },
  rate: 'momentum',
  // G. Goh, Why Momentum Really Works, Distill 2017: 0 < ηλ < 2 + 2β, with η(1 − τ) in the place of η.
  stableBelow: '2*(1+momentum)/((1-dampening*sign(momentum))*(lambda+weight_decay))',
}

export const about: MethodAbout = {
  source: 'B. T. Polyak, Some methods of speeding up the convergence of iteration methods, 1964, eq. (9)',
  note:
    'A heavy ball: each step keeps part of the last one. It runs through small bumps and along valleys, and ' +
    'overshoots minima.',
  cost: 'one slope',
}
