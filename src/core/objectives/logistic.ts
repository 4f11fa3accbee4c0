import type { About, Objective } from './objective.ts'

export const logistic: Objective = {
  id: 'logistic',
  name: 'Logistic regression',
  trait: 'log loss of two classes',
  traits: ['convex'],
  formula: 'mean(logistic(s*(w*x + b)))',
  data: 'logistic',
  coordinates: ['w', 'b'],
  params: {},
  domain: [[-2, 8], [-5, 5]],
  start: [-1, 3.5],
  height: { kind: 'linear' },
  suggested: { lr: 1.5, momentum: 0.3, adaptive: 0.2, steps: 150 },
}

export const about: About = {
  note:
    'The log loss of a classifier of six points with classes $s = \\pm 1$. It is convex, but unlike a parabola it levels off to straight ' +
    'slopes: far from the minimum the curvature, and with it a step of Newton, says little. Were the classes separable, it would have no minimum at all.',
  source: 'D. R. Cox, The regression analysis of binary sequences, Journal of the Royal Statistical Society B 20, 1958',
  known: [
    { x: [1.6047798318250452, -0.04302666778827092], f: 0.3974807161905519, kind: 'minimum' },
  ],
}
