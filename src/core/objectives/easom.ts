import type { About, Objective } from './objective.ts'

export const easom: Objective = {
  id: 'easom',
  name: 'Easom',
  trait: 'a hole in a plain',
  traits: ['saddles', 'many minima', 'plateau'],
  formula: '-cos(x)*cos(y)*exp(-(x-pi)^2-(y-pi)^2)',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-10, 10], [-10, 10]],
  start: [4.3, 2.3],
  height: { kind: 'linear' },
  suggested: { lr: 0.2, momentum: 0.05, adaptive: 0.1, steps: 100 },
}

export const about: About = {
  note:
    'One hole, and around it a plain whose slope fades like $e^{-r^2}$: four units away it is below 1e-6. No slope ' +
    'to follow is the trouble here, not false minima, though ripples of 8e-5 have some.',
  source: 'E. E. Easom, A Survey of Global Optimization Techniques, thesis, University of Louisville, 1990',
  known: [
    { x: [3.141592653589793, 3.141592653589793], f: -1, kind: 'minimum' },
  ],
}
