import { factor, stepCount, type Schedule, type ScheduleAbout } from './schedule.ts'

/** torch.optim.lr_scheduler.LinearLR. */
export const linear: Schedule = {
  id: 'linear',
  name: 'Linear warm-up',
  fields: {
    start_factor: factor('First share', 'a', 0.1, 'Share of the rate at the first step.'),
    end_factor: factor('Last share', 'b', 1, 'Share of the rate from then on.'),
    total_iters: stepCount('Steps', 'T', 20, 'How many steps the line takes.'),
  },
  rate: {
    rate: 'lr*(start_factor + (end_factor - start_factor)*min(t, total_iters)/total_iters)',
  },
}

export const about: ScheduleAbout = {
  source: 'PyTorch, torch.optim.lr_scheduler.LinearLR; warm-up: P. Goyal et al., Accurate, Large Minibatch SGD, 2017, section 2.2',
  note: 'Raises the rate in a straight line from a share of it: warm-up, for methods whose first steps cannot be trusted.',
}
