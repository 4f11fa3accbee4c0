import { scheduledRate, type Schedule, type ScheduleAbout } from './schedule.ts'

/** lr/√(1 + kt). */
export const inverseSqrt: Schedule = {
  id: 'inverse_sqrt',
  name: '1/√t',
  fields: {
    decay_rate: scheduledRate('Decay', 'k', 1, 'How fast the rate falls.'),
  },
  rate: {
    rate: 'lr/sqrt(1 + decay_rate*t)',
  },
}

export const about: ScheduleAbout = {
  source: 'M. Zinkevich, Online Convex Programming and Generalized Infinitesimal Gradient Ascent, 2003, theorem 1',
  note: 'Falls like 1/√t: slower than 1/t, the rate of the proofs for convex losses.',
}
