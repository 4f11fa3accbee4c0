import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const ackley: Objective = {
  id: 'ackley',
  name: 'Ackley',
  trait: 'a funnel full of dimples',
  traits: ['saddles', 'many minima', 'non-smooth'],
  formula: '-a*exp(-b*sqrt(0.5*(x^2+y^2)))-exp(0.5*(cos(c*x)+cos(c*y)))+a+e',
  coordinates: ['x', 'y'],
  params: {
    a: parameter('a', 20, [0, 40], 'Depth of the funnel.'),
    b: parameter('b', 0.2, [0, 1], 'How narrow the funnel is.'),
    c: parameter('c', 2 * Math.PI, [0, 13], 'Ripples per $2\\pi$ of length; 0 smooths them away.'),
  },
  domain: [[-5, 5], [-5, 5]],
  start: [2.6, -1.4],
  height: { kind: 'linear' },
  suggested: { lr: 0.02, momentum: 0.02, adaptive: 0.2, steps: 200 },
  kinks: 'The derivative does not exist at the origin, where $\\sqrt{x^2+y^2}$ has a corner.',
}

export const about: About = {
  note:
    'A rippled plain round a deep funnel. Every dimple holds plain descent; the deepest point is a cone, where the ' +
    'formula has a value but no derivative.',
  source: 'D. H. Ackley, A Connectionist Machine for Genetic Hillclimbing, Kluwer, 1987',
  known: [
    { x: [0, 0], f: 0, kind: 'kink minimum' },
  ],
}
