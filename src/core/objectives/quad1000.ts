import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const quad1000: Objective = {
  id: 'quad1000',
  name: 'Bowl, condition 1000',
  trait: '1000 times steeper along y',
  traits: ['convex', 'ill-conditioned'],
  formula: '0.5*(x^2+k*y^2)',
  coordinates: ['x', 'y'],
  params: {
    k: parameter('k', 1000, [-100, 2000], 'Curvature along y, which is the condition number; below 0 it is a saddle.'),
  },
  domain: [[-5, 5], [-5, 5]],
  start: [-4, 1],
  height: { kind: 'sqrt' },
  suggested: { lr: 0.0018, momentum: 0.001, adaptive: 0.3, steps: 300 },
}

export const about: About = {
  note:
    'A thousand times steeper along y than along x. The rate must stay below 0.002 for y, and at that rate x needs ' +
    'thousands of steps: rescaling or momentum is the cure, not patience.',
  source: 'G. Goh, Why Momentum Really Works, Distill, 2017',
  known: [
    { x: [0, 0], f: 0, kind: 'minimum' },
  ],
}
