import type { About, Objective } from './objective.ts'

export const crossInTray: Objective = {
  id: 'cross_in_tray',
  name: 'Cross-in-tray',
  trait: '4 lowest minima, 36 in all',
  traits: ['many minima', 'non-smooth'],
  formula: '-0.0001*(abs(sin(x)*sin(y)*exp(abs(100-sqrt(x^2+y^2)/pi)))+1)^0.1',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-10, 10], [-10, 10]],
  start: [2.3, 0.6],
  height: { kind: 'linear' },
  suggested: { lr: 0.5, momentum: 0.1, adaptive: 0.1, steps: 100 },
  kinks: 'The derivative does not exist where x or y is a multiple of $\\pi$: there run the ridges.',
}

export const about: About = {
  note:
    'A cross of sharp ridges over a tray of 36 hollows. Inside, $e^{100}$ raised to the power 0.1 keeps everything ' +
    'between −2.1 and 0: numbers may be huge on the way and harmless at the end.',
  source:
    'M. Jamil and X.-S. Yang, A literature survey of benchmark functions for global optimisation problems, 2013 ' +
    '(arXiv 1308.4008)',
  known: [
    { x: [1.3494066171539107, 1.3494066171539107], f: -2.062611870822737, kind: 'minimum' },
    { x: [-1.3494066171539107, 1.3494066171539107], f: -2.062611870822737, kind: 'minimum' },
    { x: [1.3494066171539107, -1.3494066171539107], f: -2.062611870822737, kind: 'minimum' },
    { x: [-1.3494066171539107, -1.3494066171539107], f: -2.062611870822737, kind: 'minimum' },
    { x: [4.4190758742568725, -1.4706221621674318], f: -1.8899380457855668, kind: 'minimum' },
  ],
}
