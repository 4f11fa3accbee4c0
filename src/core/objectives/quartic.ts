import type { About, Objective } from './objective.ts'

export const quartic: Objective = {
  id: 'quartic',
  name: 'x⁴',
  trait: 'flat-bottomed',
  traits: ['convex', 'degenerate'],
  formula: 'x^4',
  coordinates: ['x'],
  params: {},
  domain: [[-2, 2]],
  start: [1.8],
  height: { kind: 'sqrt' },
  suggested: { lr: 0.05, momentum: 0.01, adaptive: 0.1, steps: 200 },
}

export const about: About = {
  note:
    'A minimum with zero curvature. Gradient descent does not halve its distance again and again; it slows down ' +
    'like $1/\\sqrt{t}$, and Newton gains only a third per step.',
  source: 'J. Nocedal and S. J. Wright, Numerical Optimization, 2nd edition, Springer, 2006, section 2.1',
  known: [
    { x: [0], f: 0, kind: 'degenerate' },
  ],
}
