import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const quad1: Objective = {
  id: 'quad1',
  name: 'Bowl, condition 1',
  trait: 'perfectly round',
  traits: ['convex'],
  formula: '0.5*(x^2+k*y^2)',
  coordinates: ['x', 'y'],
  params: {
    k: parameter('k', 1, [-10, 20], 'Curvature along y, which is the condition number; below 0 it is a saddle.'),
  },
  domain: [[-5, 5], [-5, 5]],
  start: [-4, 2.5],
  height: { kind: 'sqrt' },
  suggested: { lr: 0.1, momentum: 0.03, adaptive: 0.2, steps: 120 },
}

export const about: About = {
  note:
    'A round bowl: the gradient points straight at the minimum, and a rate of exactly 1 gets there in one step. ' +
    'Everything that makes descent hard is missing.',
  source: 'G. Goh, Why Momentum Really Works, Distill, 2017',
  known: [
    { x: [0, 0], f: 0, kind: 'minimum' },
  ],
}
