import { repeated, type Schedule, type ScheduleAbout } from './schedule.ts'

/** torch.optim.lr_scheduler.ExponentialLR. */
export const exponential: Schedule = {
  id: 'exponential',
  name: 'Exponential',
  fields: {
    gamma: repeated('\\gamma', 0.95, 'What the rate is multiplied by at each step.'),
  },
  rate: {
    rate: 'lr*gamma^t',
  },
}

export const about: ScheduleAbout = {
  source: 'PyTorch, torch.optim.lr_scheduler.ExponentialLR',
  note: 'Multiplies the rate by the same factor at every step.',
}
