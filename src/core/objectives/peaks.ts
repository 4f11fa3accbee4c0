import type { About, Objective } from './objective.ts'

export const peaks: Objective = {
  id: 'peaks',
  name: 'Peaks',
  trait: '3 hills, 3 hollows',
  traits: ['saddles', 'many minima', 'plateau'],
  formula: '3*(1-x)^2*exp(-x^2-(y+1)^2)-10*(x/5-x^3-y^5)*exp(-x^2-y^2)-1/3*exp(-(x+1)^2-y^2)',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[-3, 3], [-3, 3]],
  start: [0.2, 1.3],
  height: { kind: 'linear' },
  suggested: { lr: 0.03, momentum: 0.008, adaptive: 0.1, steps: 120 },
}

export const about: About = {
  note:
    'Hills and hollows that fade into a plain. From most places on the plain the first step is tiny and its ' +
    'direction tells little about where the lowest hollow is.',
  source: 'The MathWorks, MATLAB, function peaks',
  known: [
    { x: [0.22827892055636909, -1.6255349574999964], f: -6.551133332835837, kind: 'minimum' },
    { x: [-1.3473962443682108, 0.20451886609700518], f: -3.04984940280026, kind: 'minimum' },
    { x: [1.0982728343350927, 0.8544609795247524], f: 2.2491916615269307, kind: 'saddle' },
    { x: [-0.009317581959954116, 1.5813679629389998], f: 8.106213589442337, kind: 'maximum' },
  ],
}
