import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const xCosPiXRisk: Objective = {
  id: 'x_cos_pi_x_risk',
  name: 'Empirical risk',
  trait: 'risk plus sampling error',
  traits: ['many minima'],
  formula: 'x*cos(pi*x)+a*cos(5*pi*x)',
  coordinates: ['x'],
  params: {
    a: parameter('a', 0.2, [0, 0.5], 'Size of the sampling error; 0 is the risk itself.'),
  },
  domain: [[0.5, 1.5]],
  start: [0.8],
  height: { kind: 'linear' },
  suggested: { lr: 0.005, momentum: 0.002, adaptive: 0.02, steps: 100 },
}

export const about: About = {
  note:
    'The risk $x\\cos \\pi x$ seen through a finite sample: the wiggle moves the lowest point from 1.090 to 1.017 ' +
    'and adds two false minima. Going to the very bottom of this curve is not the aim.',
  source:
    'Zhang, Lipton, Li and Smola, Dive into Deep Learning, 2023, section Optimization and Deep Learning, goal of ' +
    'optimization',
  known: [
    { x: [0.6516366520617566], f: -0.436557555597179, kind: 'minimum' },
    { x: [0.7453869339904591], f: -0.3885630592772701, kind: 'maximum' },
    { x: [1.0169834031079086], f: -1.2084614338727624, kind: 'minimum' },
    { x: [1.2435211908037005], f: -0.7419589153584497, kind: 'maximum' },
    { x: [1.3208019867362606], f: -0.7691037466467949, kind: 'minimum' },
  ],
}
