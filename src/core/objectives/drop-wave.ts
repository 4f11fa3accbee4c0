import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const dropWave: Objective = {
  id: 'drop_wave',
  name: 'Drop-wave',
  trait: 'rings round one hole',
  traits: ['many minima', 'degenerate'],
  formula: '-(1+cos(k*sqrt(x^2+y^2)))/(0.5*(x^2+y^2)+2)',
  coordinates: ['x', 'y'],
  params: {
    k: parameter('k', 12, [0, 12], 'Ripples per $2\\pi$ of length.'),
  },
  domain: [[-5.12, 5.12], [-5.12, 5.12]],
  start: [1.9, 0.9],
  height: { kind: 'linear' },
  suggested: { lr: 0.02, momentum: 0.005, adaptive: 0.05, steps: 100 },
  removable:
    'At the origin the function is smooth, with curvature 72.5, but this formula divides 0 by 0 in its derivatives ' +
    'there.',
}

export const about: About = {
  note:
    'Waves from a drop: every trough is a circle along which the function is level, so no point of it is a minimum ' +
    'by the second-derivative test. A run rolls into its circle and stops anywhere on it.',
  source:
    'M. Jamil and X.-S. Yang, A literature survey of benchmark functions for global optimisation problems, 2013 ' +
    '(arXiv 1308.4008)',
  known: [
    { x: [0, 0], f: -1, kind: 'minimum' },
  ],
}
