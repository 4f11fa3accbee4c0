import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const sin3Quad: Objective = {
  id: 'sin3_quad',
  name: 'sin 3x + ½x²',
  trait: '3 minima of different depth',
  traits: ['many minima'],
  formula: 'sin(3*x)+a*x^2',
  coordinates: ['x'],
  params: {
    a: parameter('a', 0.5, [0, 5], 'Strength of the bowl, as a weight penalty would add it; from 4.5 on the function is convex.'),
  },
  domain: [[-3, 3]],
  start: [3],
  height: { kind: 'linear' },
  suggested: { lr: 0.05, momentum: 0.01, adaptive: 0.1, steps: 100 },
}

export const about: About = {
  note:
    'Three minima; the lowest, at −0.471, is also the sharpest. Raising the rate past $2/9.888$ = 0.2023 makes it ' +
    'unstable while the others still hold a run.',
  source: 'A common example in articles on stuck networks; some print its minima as −1 and 0, but neither is a critical point',
  known: [
    { x: [-2.322807407319497], f: 2.0648606606726996, kind: 'minimum' },
    { x: [-1.7829324752265465], f: 2.3936595457617114, kind: 'maximum' },
    { x: [-0.4710431708929681], f: -0.8766554804954689, kind: 'minimum' },
    { x: [0.589531341226537], f: 1.154275331989252, kind: 'maximum' },
    { x: [1.4079565765885815], f: 0.10814209074104379, kind: 'minimum' },
  ],
}
