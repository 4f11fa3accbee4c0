import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const cosineMixture: Objective = {
  id: 'cosine_mixture',
  name: 'Cosine mixture',
  trait: '25 minima in a grid',
  traits: ['saddles', 'many minima'],
  formula: 'x^2+y^2-a*(cos(5*pi*x)+cos(5*pi*y))',
  coordinates: ['x', 'y'],
  params: {
    a: parameter('a', 0.1, [0, 0.3], 'Height of the ripples; below 0.0373 the centre is the only minimum.'),
  },
  domain: [[-1, 1], [-1, 1]],
  start: [0.62, -0.5],
  height: { kind: 'linear' },
  suggested: { lr: 0.01, momentum: 0.003, adaptive: 0.03, steps: 120 },
}

export const about: About = {
  note:
    'A bowl with a cosine of either coordinate: 25 minima, 40 saddles and 16 maxima on a grid. It is a sum of a ' +
    'function of x and one of y, so five and five minima make all twenty-five.',
  source:
    'L. Breiman and A. Cutler, A deterministic algorithm for global optimization, Mathematical Programming 58, ' +
    '1993; here to be minimised',
  known: [
    { x: [0, 0], f: -0.2, kind: 'minimum' },
    { x: [0.36887486419793397, 0.36887486419793397], f: 0.09556850144142025, kind: 'minimum' },
    { x: [0, -0.2178968562813853], f: 0.04355348400592591, kind: 'saddle' },
  ],
}
