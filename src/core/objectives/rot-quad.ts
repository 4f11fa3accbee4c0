import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const rotQuad: Objective = {
  id: 'rot_quad',
  name: 'Turned bowl, condition 100',
  trait: 'valley at 30 degrees',
  traits: ['convex', 'ill-conditioned'],
  formula: '0.5*((cos(t)*(x-0.5)+sin(t)*(y+0.25))^2+k*(-sin(t)*(x-0.5)+cos(t)*(y+0.25))^2)',
  coordinates: ['x', 'y'],
  params: {
    t: parameter('t', Math.PI / 6, [0, 1.5707963267948966], 'Angle of the valley in radians.'),
    k: parameter('k', 100, [1, 200], 'Condition number.'),
  },
  domain: [[-3, 3], [-3, 3]],
  start: [-2.5, 1.5],
  height: { kind: 'sqrt' },
  suggested: { lr: 0.018, momentum: 0.008, adaptive: 0.2, steps: 300 },
}

export const about: About = {
  note:
    'The bowl of condition 100, turned. Gradient descent and momentum do not notice; Adam and RMSprop, which scale ' +
    'each axis by itself, do: turn it to 0 and back and watch them.',
  source: 'D. P. Kingma and J. Ba, Adam: A Method for Stochastic Optimization, 2015: its scaling is diagonal',
  known: [
    { x: [0.5, -0.25], f: 0, kind: 'minimum' },
  ],
}
