import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const matyas: Objective = {
  id: 'matyas',
  name: 'Matyas',
  trait: 'a long shallow valley',
  traits: ['convex', 'ill-conditioned'],
  formula: '0.26*(x^2+y^2)-k*x*y',
  coordinates: ['x', 'y'],
  params: {
    k: parameter('k', 0.48, [-0.6, 0.6], 'How much x and y work together; at 0.52 the valley is level, beyond it is a saddle.'),
  },
  domain: [[-10, 10], [-10, 10]],
  start: [-9, 4],
  height: { kind: 'sqrt' },
  suggested: { lr: 1, momentum: 0.3, adaptive: 0.8, steps: 200 },
}

export const about: About = {
  note:
    'A bowl turned by 45 degrees, 25 times steeper across the diagonal than along it, and shallow everywhere: the ' +
    'curvature along is 0.04, so a rate of 1 is a small one.',
  source:
    'M. Jamil and X.-S. Yang, A literature survey of benchmark functions for global optimisation problems, 2013 ' +
    '(arXiv 1308.4008)',
  known: [
    { x: [0, 0], f: 0, kind: 'minimum' },
  ],
}
