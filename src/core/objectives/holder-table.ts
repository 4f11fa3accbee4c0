import type { About, Objective } from './objective.ts'

export const holderTable: Objective = {
  id: 'holder_table',
  name: 'Hölder table',
  trait: '4 lowest minima in the corners',
  traits: ['many minima', 'non-smooth'],
  formula: '-abs(sin(x)*cos(y)*exp(abs(1-sqrt(x^2+y^2)/pi)))',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-10, 10], [-10, 10]],
  start: [6.6, 8.4],
  height: { kind: 'linear' },
  suggested: { lr: 0.03, momentum: 0.008, adaptive: 0.1, steps: 100 },
  kinks:
    'The derivative does not exist on the lines $x = k \\pi$ and $y = (k + 1/2) \\pi$ and on the circle of radius ' +
    '$\\pi$.',
}

export const about: About = {
  note:
    'A table that sags most in its four corners. The depth grows outwards, so the lowest minima are lowest only ' +
    'because the domain ends; outside there are deeper ones.',
  source:
    'M. Jamil and X.-S. Yang, A literature survey of benchmark functions for global optimisation problems, 2013 ' +
    '(arXiv 1308.4008)',
  known: [
    { x: [8.055023475736563, 9.664590019241272], f: -19.208502567886732, kind: 'minimum' },
    { x: [-8.055023475736563, 9.664590019241272], f: -19.208502567886732, kind: 'minimum' },
    { x: [8.055023475736563, -9.664590019241272], f: -19.208502567886732, kind: 'minimum' },
    { x: [-8.055023475736563, -9.664590019241272], f: -19.208502567886732, kind: 'minimum' },
    { x: [-1.623129475512689, 9.729001856268278], f: -8.095122657428679, kind: 'minimum' },
  ],
}
