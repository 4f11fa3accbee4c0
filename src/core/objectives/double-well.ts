import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const doubleWell: Objective = {
  id: 'double_well',
  name: 'Double well',
  trait: '2 minima of equal depth, until tilted',
  traits: ['many minima'],
  formula: '(x^2-1)^2+t*x',
  coordinates: ['x'],
  params: {
    t: parameter('t', 0, [-2, 2], 'Tilt: above 0 the left hollow is the deeper one.'),
  },
  domain: [[-2, 2]],
  start: [0.1],
  height: { kind: 'linear' },
  suggested: { lr: 0.05, momentum: 0.02, adaptive: 0.1, steps: 120 },
}

export const about: About = {
  note:
    'Two hollows with a hill between them. Tilt makes one deeper; beyond a tilt of $8/(3\\sqrt{3})$ = 1.5396 the ' +
    'other one is gone. The side of the start decides where a run ends, not the depth.',
  source: 'L. D. Landau, On the theory of phase transitions, 1937: the potential of two phases',
  known: [
    { x: [-1], f: 0, kind: 'minimum' },
    { x: [0], f: 1, kind: 'maximum' },
    { x: [1], f: 0, kind: 'minimum' },
  ],
}
