import type { About, Objective } from './objective.ts'

export const valley: Objective = {
  id: 'valley',
  name: '½(1 − xy)²',
  trait: 'a curved valley of minima',
  traits: ['saddles', 'degenerate'],
  formula: '0.5*(1-x*y)^2',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-3, 3], [-3, 3]],
  start: [2.8, -0.4],
  height: { kind: 'log', scale: 0.1 },
  suggested: { lr: 0.1, momentum: 0.03, adaptive: 0.05, steps: 120 },
}

export const about: About = {
  note:
    'Two weights in a row that should multiply to 1. Every point of $xy = 1$ is a minimum, with curvatures 0 and ' +
    '$x^2 + y^2$, at least 2: above a rate of 1 none of them can hold gradient descent.',
  source:
    'The scalar two-layer linear network; A. M. Saxe, J. L. McClelland and S. Ganguli, Exact solutions to the ' +
    'nonlinear dynamics of learning in deep linear neural networks, 2014',
  known: [
    { x: [0, 0], f: 0.5, kind: 'saddle' },
    { x: [1, 1], f: 0, kind: 'degenerate' },
    { x: [-1, -1], f: 0, kind: 'degenerate' },
    { x: [2, 0.5], f: 0, kind: 'degenerate' },
  ],
}
