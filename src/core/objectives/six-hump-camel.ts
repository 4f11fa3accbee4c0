import type { About, Objective } from './objective.ts'

export const sixHumpCamel: Objective = {
  id: 'six_hump_camel',
  name: 'Six-hump camel',
  trait: '6 minima in 3 pairs',
  traits: ['saddles', 'many minima'],
  formula: '(4-2.1*x^2+x^4/3)*x^2+x*y+(-4+4*y^2)*y^2',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-3, 3], [-2, 2]],
  start: [-0.6, 1.3],
  height: { kind: 'log', scale: 1 },
  suggested: { lr: 0.03, momentum: 0.01, adaptive: 0.08, steps: 100 },
}

export const about: About = {
  note:
    'Turning it by half a turn changes nothing, so minima come in pairs of equal depth, and two of the six are ' +
    'lowest. Whoever reports one of them has found half of the answer.',
  source:
    'L. C. W. Dixon and G. P. Szegö, The global optimization problem: an introduction, Towards Global Optimisation ' +
    '2, 1978',
  known: [
    { x: [-0.08984201310031806, 0.7126564030207396], f: -1.0316284534898774, kind: 'minimum' },
    { x: [0.08984201310031806, -0.7126564030207396], f: -1.0316284534898774, kind: 'minimum' },
    { x: [-1.703606714969981, 0.7960835686726251], f: -0.21546382438371764, kind: 'minimum' },
    { x: [1.6071047529201972, 0.5686514548841314], f: 2.1042503103112584, kind: 'minimum' },
    { x: [0, 0], f: 0, kind: 'saddle' },
  ],
}
