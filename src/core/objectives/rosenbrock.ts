import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const rosenbrock: Objective = {
  id: 'rosenbrock',
  name: 'Rosenbrock',
  trait: 'curved valley',
  traits: ['ill-conditioned'],
  formula: '(a-x)^2+b*(y-x^2)^2',
  coordinates: ['x', 'y'],
  params: {
    a: parameter('a', 1, [-2, 2], 'The minimum is at $(a, a^2)$.'),
    b: parameter('b', 100, [1, 200], 'How steep the walls of the valley are.'),
  },
  domain: [[-2, 2], [-1, 3]],
  start: [-1.2, 1],
  height: { kind: 'log', scale: 0.6 },
  suggested: { lr: 0.0015, momentum: 0.0005, adaptive: 0.05, steps: 1000 },
}

export const about: About = {
  note:
    'A valley that is easy to find and slow to follow: at the minimum the curvature across it is about 2500 times ' +
    'the curvature along it, so a step that is stable across hardly moves along.',
  source:
    'H. H. Rosenbrock, An automatic method for finding the greatest or least value of a function, The Computer ' +
    'Journal 3, 1960',
  known: [
    { x: [1, 1], f: 0, kind: 'minimum' },
  ],
}
