import type { About, Objective } from './objective.ts'

export const bukin6: Objective = {
  id: 'bukin6',
  name: 'Bukin N. 6',
  trait: 'a valley floor that is a kink',
  traits: ['non-smooth'],
  formula: '100*sqrt(abs(y-0.01*x^2))+0.01*abs(x+10)',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-15, -5], [-3, 3]],
  start: [-7, 2],
  height: { kind: 'linear' },
  suggested: { lr: 0.0004, momentum: 0.0001, adaptive: 0.05, steps: 120 },
  kinks: 'The derivative does not exist on the curve $y = x^2/100$, where the slope is infinite, nor on the line x = −10.',
}

export const about: About = {
  note:
    'The whole valley floor is a kink: across it the slope grows without limit towards $y = x^2/100$, along it ' +
    'almost nothing changes. Gradient descent jumps from wall to wall.',
  source:
    'M. Jamil and X.-S. Yang, A literature survey of benchmark functions for global optimisation problems, 2013 ' +
    '(arXiv 1308.4008)',
  known: [
    { x: [-10, 1], f: 0, kind: 'kink minimum' },
  ],
}
