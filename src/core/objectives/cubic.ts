import type { About, Objective } from './objective.ts'

export const cubic: Objective = {
  id: 'cubic',
  name: 'x³',
  trait: 'inflection point',
  traits: ['degenerate'],
  formula: 'x^3',
  coordinates: ['x'],
  params: {},
  domain: [[-2, 2]],
  start: [1],
  height: { kind: 'linear' },
  suggested: { lr: 0.1, momentum: 0.02, adaptive: 0.05, steps: 200 },
}

export const about: About = {
  note:
    'The slope is zero at 0, and 0 is neither a minimum nor a maximum. From the right descent creeps towards it and ' +
    'stalls; from the left it runs away.',
  source: 'Zhang, Lipton, Li and Smola, Dive into Deep Learning, 2023, section Optimization and Deep Learning, saddle points',
  known: [
    { x: [0], f: 0, kind: 'degenerate' },
  ],
}
