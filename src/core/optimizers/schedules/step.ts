import { repeated, stepCount, type Schedule, type ScheduleAbout } from './schedule.ts'

/** torch.optim.lr_scheduler.StepLR. */
export const step: Schedule = {
  id: 'step',
  name: 'Step',
  fields: {
    step_size: stepCount('Steps between', 's', 30, 'How many steps the rate stays.'),
    gamma: repeated('\\gamma', 0.1, 'What the rate is multiplied by.'),
  },
  rate: {
    rate: 'lr*gamma^floor(t/step_size)',
  },
  suited: (_lr, steps) => ({ step_size: Math.max(1, Math.round(steps / 3)) }),
}

export const about: ScheduleAbout = {
  source: 'PyTorch, torch.optim.lr_scheduler.StepLR',
  note: 'Keeps the rate for a while, then multiplies it by a factor, again and again.',
}
