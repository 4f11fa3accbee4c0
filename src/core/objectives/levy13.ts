import type { About, Objective } from './objective.ts'

export const levy13: Objective = {
  id: 'levy13',
  name: 'Lévy N. 13',
  trait: 'thousands of minima',
  traits: ['saddles', 'many minima', 'ill-conditioned'],
  formula: 'sin(3*pi*x)^2+(x-1)^2*(1+sin(3*pi*y)^2)+(y-1)^2*(1+sin(2*pi*y)^2)',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-10, 10], [-10, 10]],
  start: [-3, 3.4],
  height: { kind: 'sqrt' },
  suggested: { lr: 0.0003, momentum: 0.0001, adaptive: 0.1, steps: 150 },
}

export const about: About = {
  note:
    'Ripples on a bowl in both directions, of different pitch: 41 minima in the square from 0 to 2 alone, thousands ' +
    'in this domain. Only the bowl underneath shows where the lowest is.',
  source:
    'M. Jamil and X.-S. Yang, A literature survey of benchmark functions for global optimisation problems, 2013 ' +
    '(arXiv 1308.4008)',
  known: [
    { x: [1, 1], f: 0, kind: 'minimum' },
    { x: [0.6703805254516864, 1], f: 0.10987365835883794, kind: 'minimum' },
    { x: [1.3296194745483136, 1], f: 0.10987365835883794, kind: 'minimum' },
  ],
}
