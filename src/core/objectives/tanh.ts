import type { About, Objective } from './objective.ts'

export const tanh: Objective = {
  id: 'tanh',
  name: 'tanh x',
  trait: 'vanishing gradient',
  traits: ['plateau'],
  formula: 'tanh(x)',
  coordinates: ['x'],
  params: {},
  domain: [[-2, 5]],
  start: [4],
  height: { kind: 'linear' },
  suggested: { lr: 0.1, momentum: 0.1, adaptive: 0.1, steps: 60 },
}

export const about: About = {
  note:
    'From 4 the slope is 0.00134: descent has far to go and hardly moves. There is no minimum at all; on the left ' +
    'the function flattens again.',
  source:
    'Zhang, Lipton, Li and Smola, Dive into Deep Learning, 2023, section Optimization and Deep Learning, vanishing ' +
    'gradients',
  known: [],
}
