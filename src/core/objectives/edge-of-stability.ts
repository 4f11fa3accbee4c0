import type { About, Objective } from './objective.ts'

export const edgeOfStability: Objective = {
  id: 'edge_of_stability',
  name: '½(1 − x²y²)²',
  trait: 'edge of stability',
  traits: ['degenerate'],
  formula: '0.5*(1-x^2*y^2)^2',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-3, 3], [-3, 3]],
  start: [2.6, 0.2],
  height: { kind: 'log', scale: 0.1 },
  suggested: { lr: 0.12, momentum: 0.01, adaptive: 0.05, steps: 200 },
}

export const about: About = {
  note:
    'Four weights in a row, tied in pairs. The minima $|xy| = 1$ have curvature $4(x^2 + y^2)$, at least 8: from a ' +
    'sharp one gradient descent bounces along the valley to where $2/\\eta$ is not exceeded, and settles there.',
  source:
    'X. Zhu, Z. Wang, X. Wang, M. Zhou and R. Ge, Understanding Edge-of-Stability Training Dynamics with a ' +
    'Minimalist Example, 2023 (arXiv 2210.03294), equation 1',
  known: [
    { x: [1, 1], f: 0, kind: 'degenerate' },
    { x: [-1, 1], f: 0, kind: 'degenerate' },
    { x: [2, 0.5], f: 0, kind: 'degenerate' },
    { x: [0, 0], f: 0.5, kind: 'degenerate' },
  ],
}
