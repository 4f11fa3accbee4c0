import type { About, Objective } from './objective.ts'

export const booth: Objective = {
  id: 'booth',
  name: 'Booth',
  trait: 'one minimum, condition 9',
  traits: ['convex'],
  formula: '(x+2*y-7)^2+(2*x+y-5)^2',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-10, 10], [-10, 10]],
  start: [-7, 8],
  height: { kind: 'sqrt' },
  suggested: { lr: 0.05, momentum: 0.03, adaptive: 0.4, steps: 150 },
}

export const about: About = {
  note:
    'A bowl turned by 45 degrees and 9 times steeper along one diagonal than along the other. Often listed with ' +
    'plate-shaped functions, but a rate just below 2/18 settles it in a few dozen steps.',
  source:
    'M. Jamil and X.-S. Yang, A literature survey of benchmark functions for global optimisation problems, 2013 ' +
    '(arXiv 1308.4008)',
  known: [
    { x: [1, 3], f: 0, kind: 'minimum' },
  ],
}
