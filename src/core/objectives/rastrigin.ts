import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const rastrigin: Objective = {
  id: 'rastrigin',
  name: 'Rastrigin',
  trait: '121 minima in a grid',
  traits: ['saddles', 'many minima'],
  formula: '2*A+x^2-A*cos(2*pi*x)+y^2-A*cos(2*pi*y)',
  coordinates: ['x', 'y'],
  params: {
    A: parameter('A', 10, [0, 20], 'Height of the ripples; at 0 a plain bowl is left.'),
  },
  domain: [[-5.12, 5.12], [-5.12, 5.12]],
  start: [3.3, -2.4],
  height: { kind: 'linear' },
  suggested: { lr: 0.002, momentum: 0.0005, adaptive: 0.1, steps: 100 },
}

export const about: About = {
  note:
    'A bowl under an egg carton: 121 minima in this domain, one of them lowest. Whoever follows the slope stays in ' +
    'the cell where it started.',
  source: 'L. A. Rastrigin, Systems of Extremal Control, Nauka, 1974',
  known: [
    { x: [0, 0], f: 0, kind: 'minimum' },
  ],
}
