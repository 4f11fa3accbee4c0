import type { About, Objective } from './objective.ts'

export const monkeySaddle: Objective = {
  id: 'monkey_saddle',
  name: 'Monkey saddle',
  trait: 'degenerate',
  traits: ['degenerate'],
  formula: 'x^3-3*x*y^2',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-2, 2], [-2, 2]],
  start: [1.5, 0.01],
  height: { kind: 'linear' },
  suggested: { lr: 0.02, momentum: 0.005, adaptive: 0.05, steps: 60 },
}

export const about: About = {
  note:
    'Three valleys and three ridges meet, two for the legs and one for the tail. All second derivatives vanish at ' +
    'the centre, so the second-derivative test cannot tell what it is.',
  source: 'D. Hilbert and S. Cohn-Vossen, Anschauliche Geometrie, Springer, 1932',
  known: [
    { x: [0, 0], f: 0, kind: 'degenerate' },
  ],
}
