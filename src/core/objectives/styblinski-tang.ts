import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const styblinskiTang: Objective = {
  id: 'styblinski_tang',
  name: 'Styblinski–Tang',
  trait: '4 minima, one lowest',
  traits: ['saddles', 'many minima'],
  formula: '0.5*(x^4-16*x^2+t*x+y^4-16*y^2+t*y)',
  coordinates: ['x', 'y'],
  params: {
    t: parameter('t', 5, [-20, 20], 'Tilt; at 0 all four minima are equally deep.'),
  },
  domain: [[-5, 5], [-5, 5]],
  start: [0.6, 4.4],
  height: { kind: 'linear' },
  suggested: { lr: 0.015, momentum: 0.005, adaptive: 0.3, steps: 120 },
}

export const about: About = {
  note:
    'The sum of one tilted double well in x and the same in y: two hollows each way make four. In n dimensions ' +
    'there are $2^n$, and still each coordinate could be searched alone.',
  source: 'M. A. Styblinski and T.-S. Tang, Experiments in nonconvex optimization, Neural Networks 3, 1990',
  known: [
    { x: [-2.903534027771177, -2.903534027771177], f: -78.33233140754282, kind: 'minimum' },
    { x: [2.746802770990837, 2.746802770990837], f: -50.05889331056788, kind: 'minimum' },
    { x: [0.1567312567803401, -2.903534027771177], f: -38.97055334471606, kind: 'saddle' },
    { x: [0.1567312567803401, 0.1567312567803401], f: 0.39122471811071613, kind: 'maximum' },
  ],
}
