import { scheduledRate, type Schedule, type ScheduleAbout } from './schedule.ts'

/** lr/(1 + kt), Keras’ InverseTimeDecay. */
export const inverse: Schedule = {
  id: 'inverse',
  name: '1/t',
  fields: {
    decay_rate: scheduledRate('Decay', 'k', 1, 'How fast the rate falls.'),
  },
  rate: {
    rate: 'lr/(1 + decay_rate*t)',
  },
}

export const about: ScheduleAbout = {
  source: 'H. Robbins and S. Monro, A Stochastic Approximation Method, 1951, eq. (6)',
  note: 'Falls like 1/t: the sum of all steps is infinite and that of their squares is not, so noise dies out.',
}
