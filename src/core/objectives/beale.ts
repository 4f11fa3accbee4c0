import type { About, Objective } from './objective.ts'

export const beale: Objective = {
  id: 'beale',
  name: 'Beale',
  trait: 'flat plain, sharp corners',
  traits: ['saddles', 'ill-conditioned', 'plateau'],
  formula: '(1.5-x+x*y)^2+(2.25-x+x*y^2)^2+(2.625-x+x*y^3)^2',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-4.5, 4.5], [-4.5, 4.5]],
  start: [1, 1.6],
  height: { kind: 'log', scale: 1 },
  suggested: { lr: 0.01, momentum: 0.003, adaptive: 0.1, steps: 300 },
}

export const about: About = {
  note:
    'A nearly flat plain between walls that grow like $x^2 y^6$. The plain needs large steps and the walls forbid ' +
    'them. The minimum is at (3, 0.5).',
  source:
    'E. M. L. Beale, On an iterative method for finding a local minimum of a function of more than one variable, ' +
    'Technical Report 25, Princeton University, 1958',
  known: [
    { x: [3, 0.5], f: 0, kind: 'minimum' },
    { x: [0.10053793732415836, -2.644513585023125], f: 9.86451228475556, kind: 'saddle' },
    { x: [0, 1], f: 14.203125, kind: 'saddle' },
  ],
}
