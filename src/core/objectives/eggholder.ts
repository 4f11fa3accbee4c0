import type { About, Objective } from './objective.ts'

export const eggholder: Objective = {
  id: 'eggholder',
  name: 'Eggholder',
  trait: 'lowest at the edge',
  traits: ['saddles', 'many minima', 'ill-conditioned', 'non-smooth'],
  formula: '-(y+47)*sin(sqrt(abs(x/2+y+47)))-x*sin(sqrt(abs(x-y-47)))',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-512, 512], [-512, 512]],
  start: [200, 150],
  height: { kind: 'linear' },
  suggested: { lr: 1, momentum: 0.2, adaptive: 5, steps: 150 },
  kinks: 'The derivative does not exist on the lines $y = -47 - x/2$ and $y = x - 47$, which are square-root cusps.',
}

export const about: About = {
  note:
    'Two waves of growing height, at an angle. The lowest point lies on the edge of the domain, at (512, 404.2), ' +
    'where the slope is not zero: a search for flat points alone misses it.',
  source:
    'M. Jamil and X.-S. Yang, A literature survey of benchmark functions for global optimisation problems, 2013 ' +
    '(arXiv 1308.4008)',
  known: [
    { x: [512, 404.2318051137578], f: -959.6406627208509, kind: 'boundary minimum' },
    { x: [479.04540378435183, 434.50587646790115], f: -955.2551521443154, kind: 'minimum' },
  ],
}
