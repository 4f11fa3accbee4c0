import type { About, Objective } from './objective.ts'

export const michalewicz: Objective = {
  id: 'michalewicz',
  name: 'Michalewicz',
  trait: 'steep ravines in a plain',
  traits: ['many minima', 'plateau', 'degenerate'],
  formula: '-sin(x)*sin(x^2/pi)^20-sin(y)*sin(2*y^2/pi)^20',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[0, 3.141592653589793], [0, 3.141592653589793]],
  start: [2, 1.4],
  height: { kind: 'linear' },
  suggested: { lr: 0.01, momentum: 0.002, adaptive: 0.05, steps: 80 },
}

export const about: About = {
  note:
    'Narrow ravines that cross, and flat land between them: in a third of the domain the slope is below 0.01, in 9 % of it ' +
    'below 1e-10. The exponent 20 sets how narrow the ravines are; away from them no gradient method has anything to follow.',
  source: 'Z. Michalewicz, Genetic Algorithms + Data Structures = Evolution Programs, Springer, 1992',
  known: [
    { x: [2.2029055201726093, 1.5707963267948966], f: -1.8013034100985525, kind: 'minimum' },
  ],
}
