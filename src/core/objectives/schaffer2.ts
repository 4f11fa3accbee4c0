import type { About, Objective } from './objective.ts'

export const schaffer2: Objective = {
  id: 'schaffer2',
  name: 'Schaffer N. 2',
  trait: 'crossing valleys',
  traits: ['many minima', 'ill-conditioned'],
  formula: '0.5+(sin(x^2-y^2)^2-0.5)/(1+0.001*(x^2+y^2))^2',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-4, 4], [-4, 4]],
  start: [2.1, 0.7],
  height: { kind: 'linear' },
  suggested: { lr: 0.01, momentum: 0.003, adaptive: 0.05, steps: 150 },
}

export const about: About = {
  note:
    'Valleys along hyperbolas that cross at the lowest point. Along a valley the height changes by thousandths, ' +
    'across it by one: descent drops in and then hardly moves.',
  source:
    'M. Jamil and X.-S. Yang, A literature survey of benchmark functions for global optimisation problems, 2013 ' +
    '(arXiv 1308.4008)',
  known: [
    { x: [0, 0], f: 0, kind: 'minimum' },
    { x: [1.7723132396346362, 0], f: 0.00312660313386321, kind: 'minimum' },
    { x: [0, 2.802407095744966], f: 0.9922378286828866, kind: 'maximum' },
  ],
}
