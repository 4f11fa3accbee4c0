import type { About, Objective } from './objective.ts'

export const x2Y4: Objective = {
  id: 'x2_y4',
  name: 'x² + y⁴',
  trait: 'flat-bottomed',
  traits: ['convex', 'degenerate'],
  formula: 'x^2+y^4',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-2, 2], [-2, 2]],
  start: [-1.7, 1.5],
  height: { kind: 'sqrt' },
  suggested: { lr: 0.05, momentum: 0.02, adaptive: 0.1, steps: 300 },
}

export const about: About = {
  note:
    'A minimum that the second-derivative test misses: along y the curvature is zero at the bottom, so descent ' +
    'slows down to a power law instead of halving its distance again and again.',
  source:
    'J. Nocedal and S. J. Wright, Numerical Optimization, 2nd edition, Springer, 2006, section 2.1 (second-order ' +
    'sufficient conditions are not necessary)',
  known: [
    { x: [0, 0], f: 0, kind: 'degenerate' },
  ],
}
