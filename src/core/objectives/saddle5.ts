import type { About, Objective } from './objective.ts'

export const saddle5: Objective = {
  id: 'saddle5',
  name: '5x² − y²',
  trait: 'a saddle, steeper one way',
  traits: ['saddles'],
  formula: '5*x^2-y^2',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-2, 2], [-2, 2]],
  start: [1, 0.1],
  height: { kind: 'linear' },
  suggested: { lr: 0.05, momentum: 0.01, adaptive: 0.05, steps: 30 },
}

export const about: About = {
  note:
    'Five times as curved down to the saddle as away from it. Newton\'s method jumps right onto the saddle and ' +
    'stays there: it looks for zero slope, not for low ground.',
  source:
    'Y. Dauphin et al., Identifying and attacking the saddle point problem in high-dimensional non-convex ' +
    'optimization, 2014, figure 2',
  known: [
    { x: [0, 0], f: 0, kind: 'saddle' },
  ],
}
