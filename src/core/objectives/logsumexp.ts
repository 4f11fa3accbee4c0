import type { About, Objective } from './objective.ts'

export const logsumexp: Objective = {
  id: 'logsumexp',
  name: 'Log-sum-exp',
  trait: 'smooth maximum of 3 planes',
  traits: ['convex'],
  formula: 'log(exp(x+3*y-0.1)+exp(x-3*y-0.1)+exp(-x-0.1))',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-3, 3], [-2, 2]],
  start: [2.5, 1.6],
  height: { kind: 'linear' },
  suggested: { lr: 0.2, momentum: 0.05, adaptive: 0.1, steps: 100 },
}

export const about: About = {
  note:
    'A rounded corner of three planes. Exponentials overflow beyond 709, so a computer must subtract the largest ' +
    'exponent first; here that is done for you, and far out the value is still right.',
  source: 'S. Boyd and L. Vandenberghe, Convex Optimization, Cambridge University Press, 2004, equation 9.20, its logarithm',
  known: [
    { x: [-0.34657359027997264, 0], f: 0.939720770839918, kind: 'minimum' },
  ],
}
