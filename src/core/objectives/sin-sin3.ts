import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const sinSin3: Objective = {
  id: 'sin_sin3',
  name: 'sin x + ½ sin 3x',
  trait: '3 equal lowest minima',
  traits: ['many minima'],
  formula: 'sin(x)+a*sin(3*x)',
  coordinates: ['x'],
  params: {
    a: parameter('a', 0.5, [0, 1], 'Height of the faster wave; below 1/9 it makes no minima of its own.'),
  },
  domain: [[-5, 5]],
  start: [1],
  height: { kind: 'linear' },
  suggested: { lr: 0.1, momentum: 0.02, adaptive: 0.1, steps: 100 },
}

export const about: About = {
  note:
    'Two waves make three equal lowest minima and two higher ones in this window. From 0.5 gradient descent reaches ' +
    'a lowest minimum, from 1 it does not: the border is at 0.7017.',
  source: 'A standard classroom example of local minima; positions computed from cos x + 1.5 cos 3x = 0',
  known: [
    { x: [-4.71238898038469], f: 0.5, kind: 'minimum' },
    { x: [-3.843266777377397], f: 1.075828707279838, kind: 'maximum' },
    { x: [-2.4399185298021897], f: -1.075828707279838, kind: 'minimum' },
    { x: [-1.5707963267948966], f: -0.5, kind: 'maximum' },
    { x: [-0.7016741237876036], f: -1.075828707279838, kind: 'minimum' },
    { x: [0.7016741237876036], f: 1.075828707279838, kind: 'maximum' },
    { x: [1.5707963267948966], f: 0.5, kind: 'minimum' },
    { x: [2.4399185298021897], f: 1.075828707279838, kind: 'maximum' },
    { x: [3.843266777377397], f: -1.075828707279838, kind: 'minimum' },
    { x: [4.71238898038469], f: -0.5, kind: 'maximum' },
  ],
}
