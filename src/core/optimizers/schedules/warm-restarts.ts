import { scheduledRate, stepCount, type Schedule, type ScheduleAbout } from './schedule.ts'

/** torch.optim.lr_scheduler.CosineAnnealingWarmRestarts; n counts the restarts, and 1e-9 keeps its logarithm from falling short of a whole number. */
export const warmRestarts: Schedule = {
  id: 'warm_restarts',
  name: 'Warm restarts',
  fields: {
    T_0: stepCount('First period', 'T_0', 50, 'Steps to the first restart.'),
    T_mult: { ...stepCount('Factor of the period', 'T_{mult}', 1, 'Each period is this many times as long as the one before.'), slider: [1, 5] },
    eta_min: scheduledRate('Lowest rate', '\\eta_{min}', 0, 'Where the rate ends.'),
  },
  rate: {
    n: 'if(T_mult > 1, floor(log(1 + t/T_0*(T_mult - 1))/log(T_mult) + 1e-9), floor(t/T_0))',
    since: 'if(T_mult > 1, t - T_0*(T_mult^n - 1)/(T_mult - 1), t - n*T_0)',
    rate: 'eta_min + (lr - eta_min)*(1 + cos(pi*since/(T_0*T_mult^n)))/2',
  },
  suited: (_lr, steps) => ({ T_0: Math.max(1, Math.round(steps / 4)) }),
}

export const about: ScheduleAbout = {
  source: 'I. Loshchilov and F. Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, 2017, eq. (5)',
  note: 'Falls like a cosine and jumps back to the full rate, again and again, each time after T_mult times as many steps.',
}
