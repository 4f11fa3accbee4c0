import { rate } from './hyper.ts'
import type { DeclaredOptimizer, MethodAbout } from './optimizer.ts'

/** x ← x − η sign(g): every coordinate moves by η, whatever its slope. */
export const sign: DeclaredOptimizer = {
  id: 'sign',
  name: 'Sign descent',
  short: 'Sign',
  family: 'First order',
  hyper: { lr: rate(0.01) },
  update: { x: 'x - lr*sign(g)' },
  tex: {},
  rate: 'adaptive',
  // Without averages it never stands closer to a minimum than about η.
  rateTimes: 0.2,
  exceptions: { infinity: 'The sign of an infinite slope is 1: the step stays η long.' },
}

export const about: MethodAbout = {
  source: 'J. Bernstein et al., signSGD: Compressed Optimisation for Non-Convex Problems, 2018, algorithm 1',
  note: 'Uses only the direction of the slope along each axis. It crosses plateaus as fast as cliffs, and hops about a minimum by $\\eta$.',
  cost: 'one slope',
}
