import type { About, Objective } from './objective.ts'

export const linreg: Objective = {
  id: 'linreg',
  name: 'Linear regression',
  trait: 'mean squared error of a line',
  traits: ['convex', 'ill-conditioned'],
  formula: 'mean((w*x + b - y)^2)',
  data: 'linreg',
  coordinates: ['w', 'b'],
  params: {},
  domain: [[-1, 5], [-4, 6]],
  start: [-0.5, 5],
  height: { kind: 'log', scale: 0.5 },
  suggested: { lr: 0.08, momentum: 0.02, adaptive: 0.3, steps: 150 },
}

export const about: About = {
  note:
    'The mean squared error of a line $wx + b$ over six points. Whatever the data, this landscape is convex and has one minimum; ' +
    'the data decides where it lies and how narrow the valley is. Here slope and offset pull against each other: condition 33.',
  source: 'A.-M. Legendre, Nouvelles méthodes pour la détermination des orbites des comètes, 1805, appendix on least squares',
  known: [
    { x: [2.0171428571428573, 1.0238095238095237], f: 0.028031746031746033, kind: 'minimum' },
  ],
}
