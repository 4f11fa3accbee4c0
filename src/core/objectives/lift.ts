import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const lift: Objective = {
  id: 'lift',
  name: 'Lifted sin x + ½ sin 3x',
  trait: 'a trap that a second coordinate opens',
  traits: ['saddles', 'many minima', 'ill-conditioned'],
  formula: 'sin(x)+0.5*sin(3*x)+u*y*cos(x)+a/2*(u*y)^2',
  coordinates: ['x', 'y'],
  params: {
    a: parameter('a', 0.25, [0.05, 1], 'Curvature along y; from 1/3.5 on the trap stays a trap.'),
    u: parameter('u', 1, [0, 1], '1 unlocks the second coordinate; at 0 nothing depends on y, which stays where it starts.'),
  },
  domain: [[-5, 5], [-5, 5]],
  start: [1, 0],
  height: { kind: 'linear' },
  suggested: { lr: 0.1, momentum: 0.02, adaptive: 0.05, steps: 800 },
}

export const about: About = {
  note:
    'Where y is locked at 0 this is the curve sin x + ½ sin 3x, and from 1 descent is trapped at $\\pi/2$. ' +
    'Unlocked, the same point is a saddle and the run leaves sideways, to −2.552. More dimensions, fewer traps.',
  source: 'Made for this question; Y. Dauphin et al., 2014, argue that in many dimensions most critical points are saddles',
  known: [
    { x: [-0.40405477282999686, -3.6778976950403908], f: -2.552205183838385, kind: 'minimum' },
    { x: [-2.7375378807597963, 3.6778976950403908], f: -2.552205183838385, kind: 'minimum' },
    { x: [3.5456474264197904, 3.6778976950403908], f: -2.552205183838385, kind: 'minimum' },
    { x: [1.5707963267948966, 0], f: 0.5, kind: 'saddle' },
    { x: [-1.5707963267948966, 0], f: -0.5, kind: 'saddle' },
  ],
}
