import { rate, velocity, WEIGHT_DECAY } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/**
 * Nesterov's accelerated gradient as torch.optim.SGD(nesterov=True) has it: v ← β v + d, x ← x − η (d + β v), the gradient taken at
 * the stored x, which is Sutskever's look-ahead point.
 */
export const nesterov: DeclaredOptimizer = {
  id: 'nesterov',
  name: 'Nesterov',
  short: 'Nesterov',
  family: 'First order',
  hyper: { lr: rate(0.01), momentum: velocity(0.9), weight_decay: WEIGHT_DECAY },
  update: {
    d: 'g + weight_decay*x',
    v: 'momentum*v + d',
    x: 'x - lr*(d + momentum*v)',
  },
  tex: { d: 'd', v: 'v' },
  rate: 'momentum',
  // On a quadratic x'' = (1+β)(1-ηλ)x' - β(1-ηλ)x: a root of this recurrence passes -1 at ηλ = (2+2β)/(1+2β).
  stableBelow: '2*(1+momentum)/((1+2*momentum)*(lambda+weight_decay))',
}

export const about: MethodAbout = {
  source:
    'Y. Nesterov, A method of solving a convex programming problem with convergence rate O(1/k²), 1983; in this form I. Sutskever ' +
    'et al., On the importance of initialization and momentum in deep learning, 2013, eqs. (3)-(4)',
  note:
    'Momentum that looks ahead: it feels the slope where the velocity is about to carry it, so it swings less than ' +
    'the heavy ball.',
  cost: 'one slope',
}
