import type { About, Objective } from './objective.ts'

export const branin: Objective = {
  id: 'branin',
  name: 'Branin–Hoo',
  trait: '3 equal lowest minima',
  traits: ['saddles', 'many minima', 'ill-conditioned'],
  formula: '(y-5.1/(4*pi^2)*x^2+5/pi*x-6)^2+10*(1-1/(8*pi))*cos(x)+10',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-5, 10], [0, 15]],
  start: [6, 14],
  height: { kind: 'sqrt' },
  suggested: { lr: 0.03, momentum: 0.01, adaptive: 0.4, steps: 150 },
}

export const about: About = {
  note:
    'Three minima of exactly the same depth, $5/(4\\pi)$, with unequal basins: a count of where random starts end ' +
    'says nothing about which is better.',
  source:
    'F. H. Branin, Widely convergent method for finding multiple solutions of simultaneous nonlinear equations, IBM ' +
    'Journal of Research and Development 16, 1972',
  known: [
    { x: [-3.141592653589793, 12.275], f: 0.3978873577297383, kind: 'minimum' },
    { x: [3.141592653589793, 2.275], f: 0.3978873577297383, kind: 'minimum' },
    { x: [9.42477796076938, 2.475], f: 0.3978873577297383, kind: 'minimum' },
    { x: [6.283185307179586, 1.1], f: 19.60211264227026, kind: 'saddle' },
  ],
}
