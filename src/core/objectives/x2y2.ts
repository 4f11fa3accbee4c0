import type { About, Objective } from './objective.ts'

export const x2y2: Objective = {
  id: 'x2y2',
  name: 'x²y²',
  trait: 'a cross of minima',
  traits: ['degenerate'],
  formula: 'x^2*y^2',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-2, 2], [-2, 2]],
  start: [1.8, 1.1],
  height: { kind: 'log', scale: 0.05 },
  suggested: { lr: 0.05, momentum: 0.015, adaptive: 0.05, steps: 200 },
}

export const about: About = {
  note:
    'Every point of both axes is a minimum, and at each of them a curvature is zero. There is no single answer to ' +
    'converge to; at the origin even both curvatures vanish.',
  source: 'The loss of two weights in a row that should multiply to 0',
  known: [
    { x: [0, 0], f: 0, kind: 'degenerate' },
    { x: [0, -1.5], f: 0, kind: 'degenerate' },
  ],
}
