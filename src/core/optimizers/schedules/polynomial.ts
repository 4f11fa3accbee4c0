import { scheduledRate, stepCount, type Schedule, type ScheduleAbout } from './schedule.ts'

/** torch.optim.lr_scheduler.PolynomialLR. */
export const polynomial: Schedule = {
  id: 'polynomial',
  name: 'Polynomial',
  fields: {
    total_iters: stepCount('Steps', 'T', 200, 'After how many steps the rate is 0.'),
    power: { ...scheduledRate('Power', 'p', 1, '1 falls in a straight line, 2 like a parabola.'), slider: [0, 5] },
  },
  rate: {
    rate: 'lr*(1 - min(t, total_iters)/total_iters)^power',
  },
  suited: (_lr, steps) => ({ total_iters: Math.max(1, steps) }),
}

export const about: ScheduleAbout = {
  source: 'PyTorch, torch.optim.lr_scheduler.PolynomialLR',
  note: 'Falls to 0 like a power of the steps that are left.',
}
