import type { About, Objective } from './objective.ts'

export const parabola1: Objective = {
  id: 'parabola_1',
  name: 'x² − 2x + 1',
  trait: 'one minimum',
  traits: ['convex'],
  formula: 'x^2-2*x+1',
  coordinates: ['x'],
  params: {},
  domain: [[-3, 4]],
  start: [-2],
  height: { kind: 'sqrt' },
  suggested: { lr: 0.1, momentum: 0.03, adaptive: 0.2, steps: 100 },
}

export const about: About = {
  note:
    'The same as $(x-1)^2$: one minimum, at 1, and no other critical point. On such a convex function every method ' +
    'with a small enough rate reaches the same place.',
  source: 'A textbook parabola; some articles print minima at −1, 0 and 1, of which only 1 is a critical point',
  known: [
    { x: [1], f: 0, kind: 'minimum' },
  ],
}
