import type { About, Objective } from './objective.ts'

export const dejong5: Objective = {
  id: 'dejong5',
  name: "Shekel's foxholes",
  trait: '25 holes in a plateau',
  traits: ['saddles', 'many minima', 'ill-conditioned', 'plateau'],
  formula: '1/(0.002 + sum(1/(j + (x-p)^6 + (y-q)^6)))',
  data: 'dejong5',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-65.536, 65.536], [-65.536, 65.536]],
  start: [-21, -9],
  height: { kind: 'linear' },
  suggested: { lr: 0.02, momentum: 0.005, adaptive: 0.3, steps: 400 },
}

export const about: About = {
  note:
    'A plateau at 500 with 25 steep holes. Between the holes the slope is almost zero, so descent stands still; the bottoms are so flat ' +
    'that their curvature is a millionth. Minima are often counted as 25; there are 36, for some of the holes have two bottoms.',
  source: 'K. A. De Jong, An Analysis of the Behavior of a Class of Genetic Adaptive Systems, PhD thesis, 1975, F5',
  known: [
    { x: [-31.97833483565697, -31.978334837300796], f: 0.9980038377944502, kind: 'minimum' },
    { x: [-31.941210168448936, 0.02534651329542223], f: 10.763180666779334, kind: 'minimum' },
  ],
}
