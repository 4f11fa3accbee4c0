import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const gaussPlateau: Objective = {
  id: 'gauss_plateau',
  name: 'Wells on a plateau',
  trait: '3 narrow wells',
  traits: ['saddles', 'many minima', 'plateau'],
  formula: '-exp(-s*((x-1)^2+(y-0.5)^2))-0.6*exp(-s*((x+1)^2+(y+0.5)^2))-0.3*exp(-s*(x^2+(y-1.5)^2))',
  coordinates: ['x', 'y'],
  params: {
    s: parameter('s', 10, [0.5, 20], 'How narrow the wells are.'),
  },
  domain: [[-3, 3], [-3, 3]],
  start: [1.45, 0.9],
  height: { kind: 'linear' },
  suggested: { lr: 0.02, momentum: 0.006, adaptive: 0.05, steps: 100 },
}

export const about: About = {
  note:
    'Three narrow wells in a plain. One unit away the slope is below 1e-3, two units away below 1e-15: a run that ' +
    'starts there ends where it started and looks converged.',
  source: 'Needles in a haystack: three Gaussians with weights 1, 0.6 and 0.3, made for this catalogue',
  known: [
    { x: [0.9999999993816538, 0.5000000006183462], f: -1.000000000618346, kind: 'minimum' },
    { x: [-1, -0.5], f: -0.6, kind: 'minimum' },
    { x: [6.870513915749058e-09, 1.499999993129486], f: -0.3000000020611539, kind: 'minimum' },
  ],
}
