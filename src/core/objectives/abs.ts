import type { About, Objective } from './objective.ts'

export const abs: Objective = {
  id: 'abs',
  name: '|x|',
  trait: 'a kink',
  traits: ['convex', 'non-smooth'],
  formula: 'abs(x)',
  coordinates: ['x'],
  params: {},
  domain: [[-3, 3]],
  start: [2.5],
  height: { kind: 'linear' },
  suggested: { lr: 0.15, momentum: 0.03, adaptive: 0.1, steps: 120 },
  kinks: 'The derivative does not exist at 0, where the slope jumps from −1 to 1.',
}

export const about: About = {
  note:
    'The slope is −1 or 1 however near the minimum is, so a fixed step never settles: it jumps to and fro across ' +
    'the kink. Smaller rates only make the jumps smaller.',
  source: 'N. Z. Shor, Minimization Methods for Non-Differentiable Functions, Springer, 1985, chapter 2',
  known: [
    { x: [0], f: 0, kind: 'kink minimum' },
  ],
}
