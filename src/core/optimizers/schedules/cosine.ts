import { scheduledRate, stepCount, type Schedule, type ScheduleAbout } from './schedule.ts'

/** torch.optim.lr_scheduler.CosineAnnealingLR: after T_max the rate rises again, as it does there. */
export const cosine: Schedule = {
  id: 'cosine',
  name: 'Cosine',
  fields: {
    T_max: stepCount('Steps down', 'T_{max}', 200, 'After how many steps the rate is lowest.'),
    eta_min: scheduledRate('Lowest rate', '\\eta_{min}', 0, 'Where the rate ends.'),
  },
  rate: {
    rate: 'eta_min + (lr - eta_min)*(1 + cos(pi*t/T_max))/2',
  },
  suited: (_lr, steps) => ({ T_max: Math.max(1, steps) }),
}

export const about: ScheduleAbout = {
  source: 'I. Loshchilov and F. Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, 2017, eq. (5) without restarts',
  note: 'Falls like half a wave of the cosine: slow at first, slow at the end. After that it rises again.',
}
