import { decay, EPS, rate, WEIGHT_DECAY } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/** torch.optim.Adadelta: eps stands inside both roots, and both averages start at 0. */
export const adadelta: DeclaredOptimizer = {
  id: 'adadelta',
  name: 'Adadelta',
  short: 'Adadelta',
  family: 'Adaptive rates',
  hyper: {
    lr: { ...rate(1), slider: [1e-2, 100] },
    rho: decay('Decay of the squares', '\\rho', 0.9, 'How long the size of past gradients and steps is remembered.'),
    eps: { ...EPS, default: 1e-6, note: 'Keeps the fraction from dividing by zero and sets the length of the first steps.' },
    weight_decay: WEIGHT_DECAY,
  },
  update: {
    d: 'g + weight_decay*x',
    v: 'rho*v + (1 - rho)*d^2',
    w: 'sqrt(u + eps)/sqrt(v + eps)*d',
    u: 'rho*u + (1 - rho)*w^2',
    x: 'x - lr*w',
  },
  tex: { d: 'd', v: 'v', w: '\\Delta', u: 'u' },
}

export const about: MethodAbout = {
  source: 'M. D. Zeiler, ADADELTA: An Adaptive Learning Rate Method, 2012, algorithm 1',
  note:
    'Sets its own rate from the size of its last steps. The first ones are about $\\sqrt{\\varepsilon}$ long, so it takes a while ' +
    'to get going.',
  cost: 'one slope',
}
