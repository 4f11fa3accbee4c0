import type { About, Objective } from './objective.ts'

export const goldsteinPrice: Objective = {
  id: 'goldstein_price',
  name: 'Goldstein–Price',
  trait: '4 minima, 3 to 1,000,000 in height',
  traits: ['saddles', 'many minima', 'ill-conditioned'],
  formula: '(1+(x+y+1)^2*(19-14*x+3*x^2-14*y+6*x*y+3*y^2))*(30+(2*x-3*y)^2*(18-32*x+12*x^2+48*y-36*x*y+27*y^2))',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-2, 2], [-2, 2]],
  start: [0.4, -0.7],
  height: { kind: 'log', scale: 10 },
  suggested: { lr: 0.0002, momentum: 5e-05, adaptive: 0.03, steps: 300 },
}

export const about: About = {
  note:
    'Heights span six orders of magnitude. At the lowest minimum the curvatures are 403 and 965, at the one at (1.8, 0.2) ' +
    'they are 208 and 26,216: one rate cannot suit all of it.',
  source: 'A. A. Goldstein and J. F. Price, On descent from local minima, Mathematics of Computation 25, 1971',
  known: [
    { x: [0, -1], f: 3, kind: 'minimum' },
    { x: [-0.6, -0.4], f: 30, kind: 'minimum' },
    { x: [1.8, 0.2], f: 84, kind: 'minimum' },
    { x: [1.2, 0.8], f: 840, kind: 'minimum' },
    { x: [0.8, 0.2], f: 1155, kind: 'maximum' },
  ],
}
