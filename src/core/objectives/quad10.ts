import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const quad10: Objective = {
  id: 'quad10',
  name: 'Bowl, condition 10',
  trait: '10 times steeper along y',
  traits: ['convex'],
  formula: '0.5*(x^2+k*y^2)',
  coordinates: ['x', 'y'],
  params: {
    k: parameter('k', 10, [-10, 100], 'Curvature along y, which is the condition number; below 0 it is a saddle.'),
  },
  domain: [[-5, 5], [-5, 5]],
  start: [-4, 2.5],
  height: { kind: 'sqrt' },
  suggested: { lr: 0.15, momentum: 0.05, adaptive: 0.3, steps: 100 },
}

export const about: About = {
  note:
    'The simplest landscape with a shape: ten times more curved along y than along x. Gradient descent zigzags once ' +
    'its rate passes half of the stable limit $2/\\lambda_{max}$ = 0.2.',
  source: 'G. Goh, Why Momentum Really Works, Distill, 2017',
  known: [
    { x: [0, 0], f: 0, kind: 'minimum' },
  ],
}
