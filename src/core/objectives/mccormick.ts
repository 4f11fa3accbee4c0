import type { About, Objective } from './objective.ts'

export const mccormick: Objective = {
  id: 'mccormick',
  name: 'McCormick',
  trait: 'lowest only in this domain',
  traits: ['saddles', 'many minima'],
  formula: 'sin(x+y)+(x-y)^2-1.5*x+2.5*y+1',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-1.5, 4], [-3, 4]],
  start: [3.4, -2],
  height: { kind: 'linear' },
  suggested: { lr: 0.08, momentum: 0.03, adaptive: 0.25, steps: 130 },
}

export const about: About = {
  note:
    'A wave that sinks without end along the diagonal: the lowest minimum here is $-1.913$, but the next one, one ' +
    'period on and outside, lies $\\pi$ lower. Global means nothing without a domain.',
  source:
    'M. Jamil and X.-S. Yang, A literature survey of benchmark functions for global optimisation problems, 2013 ' +
    '(arXiv 1308.4008)',
  known: [
    { x: [-0.5471975511965977, -1.5471975511965979], f: -1.9132229549810364, kind: 'minimum' },
  ],
}
