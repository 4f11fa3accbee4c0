import type { About, Objective } from './objective.ts'

export const gaussWells: Objective = {
  id: 'gauss_wells',
  name: 'Gaussian wells',
  trait: '4 wells of different depth',
  traits: ['saddles', 'many minima'],
  formula: '0.05*(x^2+y^2) - sum(depth*exp(-((x-p)^2+(y-q)^2)/(2*width^2)))',
  data: 'gauss_wells',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-3, 3], [-3, 3]],
  start: [-0.25, -2.2],
  height: { kind: 'linear' },
  suggested: { lr: 0.15, momentum: 0.05, adaptive: 0.1, steps: 150 },
}

export const about: About = {
  note:
    'Four round wells in a shallow bowl, from a table with one row per well. Which one a run ends in is decided within its first ' +
    'steps; outside their reach only the bowl is felt.',
  source: 'A sum of Gaussian functions, as in J. Gallagher & A. Fountain, Max-set of Gaussians landscape generator, 2006',
  known: [
    { x: [-1.1475800606050932, -0.7589255851866088], f: -0.7038063436125251, kind: 'minimum' },
    { x: [-0.18422665376638578, 1.0541015911828442], f: -0.18404836114129422, kind: 'saddle' },
    { x: [0.2588268032557141, -0.8693541867824934], f: -0.03776236107784512, kind: 'saddle' },
  ],
}
