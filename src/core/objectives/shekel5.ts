import type { About, Objective } from './objective.ts'

export const shekel5: Objective = {
  id: 'shekel5',
  name: 'Shekel, 5 holes',
  trait: 'narrow holes in a plain',
  traits: ['saddles', 'many minima'],
  formula: '-sum(1/(c + (x-p)^2 + (y-q)^2))',
  data: 'shekel5',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[0, 10], [0, 10]],
  start: [5.2, 2.6],
  height: { kind: 'linear' },
  suggested: { lr: 0.008, momentum: 0.003, adaptive: 0.1, steps: 400 },
}

export const about: About = {
  note:
    'Five narrow holes in an almost level plain, from a table of their places. Far away the slope is tiny, near a hole the curvature ' +
    'is 200: no single learning rate suits both.',
  source: 'After J. Shekel, Test functions for multimodal search techniques, Fifth Princeton Conference on Information Sciences, 1971',
  known: [
    { x: [1.0005233378886178, 1.0006213981623309], f: -5.110042155664645, kind: 'minimum' },
    { x: [4.000139140504965, 4.000509061134142], f: -10.301230256987376, kind: 'minimum' },
    { x: [3.7714257746961106, 5.688308781489268], f: -0.96048419833344, kind: 'saddle' },
  ],
}
