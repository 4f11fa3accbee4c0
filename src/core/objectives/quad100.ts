import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const quad100: Objective = {
  id: 'quad100',
  name: 'Bowl, condition 100',
  trait: '100 times steeper along y',
  traits: ['convex', 'ill-conditioned'],
  formula: '0.5*(x^2+k*y^2)',
  coordinates: ['x', 'y'],
  params: {
    k: parameter('k', 100, [-10, 200], 'Curvature along y, which is the condition number; below 0 it is a saddle.'),
  },
  domain: [[-5, 5], [-5, 5]],
  start: [-4, 2.5],
  height: { kind: 'sqrt' },
  suggested: { lr: 0.018, momentum: 0.01, adaptive: 0.3, steps: 200 },
}

export const about: About = {
  note:
    'A hundred times more curved along y than along x: the rate that y allows hardly moves x. From (1, 1) to a millionth, gradient ' +
    'descent takes 709 steps at its best rate, momentum 95 at its own.',
  source: 'G. Goh, Why Momentum Really Works, Distill, 2017',
  known: [
    { x: [0, 0], f: 0, kind: 'minimum' },
  ],
}
