import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const himmelblau: Objective = {
  id: 'himmelblau',
  name: 'Himmelblau',
  trait: '4 equal minima',
  traits: ['saddles', 'many minima'],
  formula: '(x^2+y-a)^2+(x+y^2-b)^2',
  coordinates: ['x', 'y'],
  params: {
    a: parameter('a', 11, [0, 20], 'Where the parabola $y = a - x^2$ stands; minima lie where it meets the other one.'),
    b: parameter('b', 7, [0, 14], 'Where the parabola $x = b - y^2$ stands.'),
  },
  domain: [[-5, 5], [-5, 5]],
  start: [0.6, 4.9],
  height: { kind: 'log', scale: 6 },
  suggested: { lr: 0.01, momentum: 0.006, adaptive: 0.18, steps: 160 },
}

export const about: About = {
  note:
    'Four minima of the same depth, so where a run ends depends only on which basin its path falls into. A small ' +
    'move of the start can change the answer completely.',
  source: 'D. M. Himmelblau, Applied Nonlinear Programming, McGraw-Hill, 1972',
  known: [
    { x: [3, 2], f: 0, kind: 'minimum' },
    { x: [3.5844283403304917, -1.8481265269644036], f: 0, kind: 'minimum' },
    { x: [-3.779310253377747, -3.2831859912861696], f: 0, kind: 'minimum' },
    { x: [-2.805118086952745, 3.131312518250573], f: 0, kind: 'minimum' },
    { x: [3.385154183607021, 0.07385187983774928], f: 13.31192627040559, kind: 'saddle' },
    { x: [0.08667750455539636, 2.884254701174776], f: 67.71915008752615, kind: 'saddle' },
    { x: [-3.0730257507643897, -0.08135304428796751], f: 104.0151629175581, kind: 'saddle' },
    { x: [-0.12796134673068008, -1.9537149802445763], f: 178.33723920192747, kind: 'saddle' },
    { x: [-0.2708445906673476, -0.9230385564799815], f: 181.6165215225827, kind: 'maximum' },
  ],
}
