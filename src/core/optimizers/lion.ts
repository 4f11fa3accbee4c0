import { decay, rate, WEIGHT_DECAY } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/** Lion: the sign of an average, which looks further ahead (β₁) than what is remembered (β₂); weight decay is decoupled. */
export const lion: DeclaredOptimizer = {
  id: 'lion',
  name: 'Lion',
  short: 'Lion',
  family: 'First order',
  hyper: {
    lr: rate(0.01),
    beta1: decay('Decay of the step', '\\beta_1', 0.9, 'How much the average counts against the newest slope, in the step.'),
    beta2: decay('Decay of the mean', '\\beta_2', 0.99, 'How long past gradients are remembered.'),
    weight_decay: { ...WEIGHT_DECAY, note: 'Shrinks x by $\\eta\\omega$ of itself at each step, beside the gradient.' },
  },
  update: {
    c: 'beta1*m + (1 - beta1)*g',
    m: 'beta2*m + (1 - beta2)*g',
    x: 'x - lr*sign(c) - lr*weight_decay*x',
  },
  tex: { c: 'c', m: 'm' },
  rate: 'adaptive',
  rateTimes: 0.1,
  exceptions: { infinity: 'The sign of an infinite average is 1: the step stays η long.' },
}

export const about: MethodAbout = {
  source: 'X. Chen et al., Symbolic Discovery of Optimization Algorithms, 2023, algorithm 2',
  note:
    'Sign descent on an average of the slopes, found by a program that searched for optimizers. It wants a rate three to ten ' +
    'times smaller than Adam.',
  cost: 'one slope',
}
