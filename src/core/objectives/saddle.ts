import type { About, Objective } from './objective.ts'

export const saddle: Objective = {
  id: 'saddle',
  name: 'Saddle',
  trait: 'one way up, one way down',
  traits: ['saddles'],
  formula: 'x^2-y^2',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-2, 2], [-2, 2]],
  start: [1.6, 0.001],
  height: { kind: 'linear' },
  suggested: { lr: 0.1, momentum: 0.02, adaptive: 0.05, steps: 45 },
}

export const about: About = {
  note:
    'A pass: lowest along x, highest along y. From a start exactly on the ridge y = 0 descent walks to the saddle ' +
    'and stays; a hair beside it, it escapes, in a number of steps that grows with the logarithm of the distance.',
  source: 'Zhang, Lipton, Li and Smola, Dive into Deep Learning, 2023, section Optimization and Deep Learning',
  known: [
    { x: [0, 0], f: 0, kind: 'saddle' },
  ],
}
