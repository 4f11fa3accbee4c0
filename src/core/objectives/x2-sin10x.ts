import type { About, Objective } from './objective.ts'
import { parameter } from './parameter.ts'

export const x2Sin10x: Objective = {
  id: 'x2_sin10x',
  name: 'x² + sin 10x',
  trait: '16 minima',
  traits: ['many minima'],
  formula: 'x^2+a*sin(10*x)',
  coordinates: ['x'],
  params: {
    a: parameter('a', 1, [0, 3], 'Height of the ripples; below 1/50 they make no minima of their own.'),
  },
  domain: [[-5, 5]],
  start: [2],
  height: { kind: 'linear' },
  suggested: { lr: 0.01, momentum: 0.003, adaptive: 0.1, steps: 100 },
}

export const about: About = {
  note:
    'A bowl with ripples: 16 minima in this domain, of which gradient descent finds the lowest, at −0.154, only ' +
    'from starts between −0.481 and 0.160.',
  source: 'A common test of local against global search; positions computed from 2x + 10 cos 10x = 0',
  known: [
    { x: [-4.445760455604597], f: 19.30717422932118, kind: 'minimum' },
    { x: [-4.3465297214214385], f: 19.38659501185243, kind: 'maximum' },
    { x: [-3.8394371447606663], f: 14.100692780398651, kind: 'minimum' },
    { x: [-3.696020328633221], f: 14.334047783308813, kind: 'maximum' },
    { x: [-3.2284788746625885], f: 9.659481078423065, kind: 'minimum' },
    { x: [-3.0501221634112574], f: 10.095627815990573, kind: 'maximum' },
    { x: [-2.6153097942999177], f: 5.9875506603200375, kind: 'minimum' },
    { x: [-2.4064060656083757], f: 6.667356404454636, kind: 'maximum' },
    { x: [-2.000864670786059], f: 3.0870197858869455, kind: 'minimum' },
    { x: [-1.76393066119815], f: 4.047155361101313, kind: 'maximum' },
    { x: [-1.385636394938866], f: 0.9591550017969062, kind: 'minimum' },
    { x: [-1.1221941422661144], f: 2.2338078725889323, kind: 'maximum' },
    { x: [-0.7699378905659627], f: -0.39526842831930425, kind: 'minimum' },
    { x: [-0.48087121033354846], f: 1.226601634642549, kind: 'maximum' },
    { x: [-0.15399916226559857], f: -0.9758098306412542, kind: 'minimum' },
    { x: [0.16028589999973827], f: 1.0251776062647253, kind: 'maximum' },
    { x: [0.46198598070527236], f: -0.7822911830438218, kind: 'minimum' },
    { x: [0.8014975717746443], f: 1.6294667775283724, kind: 'maximum' },
    { x: [1.0778302809757287], f: 0.18522885432138322, kind: 'minimum' },
    { x: [1.442992977129123], f: 3.03967891389065, kind: 'maximum' },
    { x: [1.6933261656114924], f: 1.9264465683873035, kind: 'minimum' },
    { x: [2.085050551344454], f: 5.256337648911297, kind: 'maximum' },
    { x: [2.308209955767458], f: 4.440766870927511, kind: 'minimum' },
    { x: [2.7280658162066533], f: 8.280380254307758, kind: 'maximum' },
    { x: [2.9220965943553585], f: 7.7271966845563895, kind: 'minimum' },
    { x: [3.3727066072344587], f: 12.113386951604607, kind: 'maximum' },
    { x: [3.5343258971034315], f: 11.78411124650502, kind: 'minimum' },
    { x: [4.020403575350703], f: 16.758165054400404, kind: 'maximum' },
    { x: [4.143472951603245], f: 16.608667041196412, kind: 'minimum' },
    { x: [4.676203166307986], f: 22.220888704758845, kind: 'maximum' },
    { x: [4.74449570994611], f: 22.194660045639207, kind: 'minimum' },
  ],
}
