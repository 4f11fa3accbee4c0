import type { About, Objective } from './objective.ts'

export const square: Objective = {
  id: 'square',
  name: 'x²',
  trait: 'the simplest bowl',
  traits: ['convex'],
  formula: 'x^2',
  coordinates: ['x'],
  params: {},
  domain: [[-3, 3]],
  start: [2.5],
  height: { kind: 'sqrt' },
  suggested: { lr: 0.1, momentum: 0.03, adaptive: 0.2, steps: 100 },
}

export const about: About = {
  note:
    'Where the stable limit can be seen by hand: each step multiplies x by $1 - 2\\eta$, so gradient descent ' +
    'converges below $\\eta = 1$, jumps between two points at 1 and diverges above.',
  source:
    'Zhang, Lipton, Li and Smola, Dive into Deep Learning, 2023, section Optimization and Deep Learning, gradient ' +
    'descent in one dimension',
  known: [
    { x: [0], f: 0, kind: 'minimum' },
  ],
}
