import type { About, Objective } from './objective.ts'

export const threeHumpCamel: Objective = {
  id: 'three_hump_camel',
  name: 'Three-hump camel',
  trait: '3 minima, 2 saddles',
  traits: ['saddles', 'many minima'],
  formula: '2*x^2-1.05*x^4+x^6/6+x*y+y^2',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-5, 5], [-5, 5]],
  start: [-2, 2.5],
  height: { kind: 'log', scale: 0.5 },
  suggested: { lr: 0.05, momentum: 0.02, adaptive: 0.1, steps: 100 },
}

export const about: About = {
  note:
    'The lowest minimum at the centre has two shallower companions, each behind a saddle. The walls grow with the ' +
    'sixth power: far out, a small rate already overshoots.',
  source:
    'M. Jamil and X.-S. Yang, A literature survey of benchmark functions for global optimisation problems, 2013 ' +
    '(arXiv 1308.4008)',
  known: [
    { x: [0, 0], f: 0, kind: 'minimum' },
    { x: [-1.7475523458302888, 0.8737761729151444], f: 0.2986384422368598, kind: 'minimum' },
    { x: [1.7475523458302888, -0.8737761729151444], f: 0.2986384422368598, kind: 'minimum' },
    { x: [-1.07054229182366, 0.53527114591183], f: 0.8773615577631402, kind: 'saddle' },
    { x: [1.07054229182366, -0.53527114591183], f: 0.8773615577631402, kind: 'saddle' },
  ],
}
