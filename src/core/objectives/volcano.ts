import type { About, Objective } from './objective.ts'

export const volcano: Objective = {
  id: 'volcano',
  name: 'Maunga Whau',
  trait: 'a real crater',
  traits: ['saddles'],
  formula: 'volcano(x, y)',
  coordinates: ['x', 'y'],
  params: {},
  domain: [[0, 83], [0, 60]],
  start: [33, 30],
  joints: 'Pieces of a cubic spline meet on the lines between the cells.',
  height: { kind: 'linear' },
  suggested: { lr: 0.3, momentum: 0.05, adaptive: 0.5, steps: 100 },
}

export const about: About = {
  note:
    'A volcano in Auckland, heights in metres over cells of 10 m, smoothed with a standard deviation of one cell: the whole metres of ' +
    'the map would make hundreds of pits. One hollow is left, the crater at 150.1 m; whoever starts in it stays in it. Data from 83 on ' +
    'are level and left out.',
  source: 'R Core Team, R datasets, volcano (digitized by R. Ihaka); copied from vega-datasets 3.2.1, data/volcano.json',
  known: [
    { x: [28.953352354953623, 26.74428410290775], f: 150.08486755773333, kind: 'minimum' },
    { x: [18.64148106283679, 30.415332411147105], f: 192.16692443859293, kind: 'maximum' },
    { x: [25.859413267602925, 15.736874933095775], f: 180.38301145308336, kind: 'maximum' },
    { x: [37.08361912642082, 33.42873452542416], f: 179.5747865092934, kind: 'maximum' },
    { x: [47.40797830509387, 35.21102679152523], f: 169.86877594264416, kind: 'maximum' },
    { x: [24.67931328697285, 16.073102858365232], f: 180.32566076004764, kind: 'saddle' },
    { x: [31.960400099618816, 35.899276401414554], f: 176.15191226143455, kind: 'saddle' },
    { x: [34.15746473233646, 23.594047230656063], f: 167.15402689895282, kind: 'saddle' },
    { x: [43.19829801533368, 34.04880497854473], f: 166.8702626896868, kind: 'saddle' },
  ],
}
