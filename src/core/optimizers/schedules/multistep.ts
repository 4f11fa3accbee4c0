import { repeated, stepCount, type Schedule, type ScheduleAbout } from './schedule.ts'

/** torch.optim.lr_scheduler.MultiStepLR with up to three milestones. */
export const multistep: Schedule = {
  id: 'multistep',
  name: 'Milestones',
  fields: {
    m1: stepCount('Milestone 1', 'm_1', 60, 'From this step on the rate is multiplied once more; never, where the run ends before.', 0),
    m2: stepCount('Milestone 2', 'm_2', 120, 'From this step on the rate is multiplied once more; never, where the run ends before.', 0),
    m3: stepCount('Milestone 3', 'm_3', 160, 'From this step on the rate is multiplied once more; never, where the run ends before.', 0),
    gamma: repeated('\\gamma', 0.1, 'What the rate is multiplied by at each milestone.'),
  },
  rate: {
    rate: 'lr*gamma^((t >= m1) + (t >= m2) + (t >= m3))',
  },
}

export const about: ScheduleAbout = {
  source: 'PyTorch, torch.optim.lr_scheduler.MultiStepLR',
  note: 'Multiplies the rate by a factor at chosen steps.',
}
