import type { About, Objective } from './objective.ts'

export const griewank: Objective = {
  id: 'griewank',
  name: 'Griewank',
  trait: '17 shallow minima on a bowl',
  traits: ['saddles', 'many minima'],
  formula: '1+(x^2+y^2)/4000-cos(x)*cos(y/sqrt(2))',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-10, 10], [-10, 10]],
  start: [2.2, 1.6],
  height: { kind: 'linear' },
  suggested: { lr: 0.3, momentum: 0.1, adaptive: 0.2, steps: 100 },
}

export const about: About = {
  note:
    'A product of cosines on a bowl so wide that its hollows are nearly equally deep. From afar it looks like the ' +
    'bowl alone; in many dimensions the ripples fade and it becomes easier.',
  source:
    'A. O. Griewank, Generalized descent for global optimization, Journal of Optimization Theory and Applications ' +
    '34, 1981',
  known: [
    { x: [0, 0], f: 0, kind: 'minimum' },
    { x: [3.1400226338955397, -4.438444480920714], f: 0.007396040334115082, kind: 'minimum' },
    { x: [6.280045279379904, 0], f: 0.009864672061006214, kind: 'minimum' },
  ],
}
