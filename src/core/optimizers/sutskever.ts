import { rate, velocity, WEIGHT_DECAY } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/**
 * Classical momentum as Sutskever et al. write it: v ← β v − η d, x ← x + v. With a constant rate these are the steps of
 * torch.optim.SGD; under a schedule each gradient keeps the rate of its own step, where PyTorch applies the current one to all of v.
 */
export const sutskever: DeclaredOptimizer = {
  id: 'sutskever',
  name: 'Momentum (Sutskever)',
  short: 'Sutskever',
  family: 'First order',
  hyper: { lr: rate(0.01), momentum: velocity(0.9), weight_decay: WEIGHT_DECAY },
  update: {
    d: 'g + weight_decay*x',
    v: 'momentum*v - lr*d',
    x: 'x + v',
  },
  tex: { d: 'd', v: 'v' },
  rate: 'momentum',
  // The recurrence of x is that of momentum.ts.
  stableBelow: '2*(1+momentum)/(lambda+weight_decay)',
}

export const about: MethodAbout = {
  source: 'I. Sutskever et al., On the importance of initialization and momentum in deep learning, 2013, eqs. (1)-(2)',
  note:
    'The heavy ball with the rate inside the velocity: the same path as momentum while the rate stays, a smoother one when a ' +
    'schedule changes it.',
  cost: 'one slope',
}
