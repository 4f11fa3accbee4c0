import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const xCosPiX: Objective = {
  id: 'x_cos_pi_x',
  name: 'x cos(πx)',
  trait: 'local and lowest minimum',
  traits: ['many minima'],
  formula: 'x*cos(a*pi*x)',
  coordinates: ['x'],
  params: {
    a: parameter('a', 1, [0, 3], 'Frequency of the wave.'),
  },
  domain: [[-1, 2]],
  start: [0],
  height: { kind: 'linear' },
  suggested: { lr: 0.03, momentum: 0.01, adaptive: 0.05, steps: 100 },
}

export const about: About = {
  note:
    'One local minimum at −0.274 and the lowest of this domain at 1.090. On a wider window there are lower ones: ' +
    'without a domain the word global says nothing here.',
  source: 'Zhang, Lipton, Li and Smola, Dive into Deep Learning, 2023, section Optimization and Deep Learning',
  known: [
    { x: [-0.2738526868008509], f: -0.17860251154773327, kind: 'minimum' },
    { x: [0.2738526868008509], f: 0.17860251154773327, kind: 'maximum' },
    { x: [1.0904082219467213], f: -1.0467211246605712, kind: 'minimum' },
  ],
}
