import { CYCLE, CYCLE_FIELDS, suitedCycle } from './cycle.ts'
import { repeated, type Schedule, type ScheduleAbout } from './schedule.ts'

/** torch.optim.lr_scheduler.CyclicLR with mode exp_range. The rate comes from base_lr and max_lr alone, as it does there. */
export const expRange: Schedule = {
  id: 'exp_range',
  name: 'Fading triangles',
  fields: {
    ...CYCLE_FIELDS,
    gamma: repeated('\\gamma', 0.99, 'What the height is multiplied by at each step.'),
  },
  rate: {
    ...CYCLE,
    rate: 'base_lr + (max_lr - base_lr)*height*gamma^t',
  },
  suited: suitedCycle,
}

export const about: ScheduleAbout = {
  source: 'L. N. Smith, Cyclical Learning Rates for Training Neural Networks, 2017, section 3.2',
  note: 'Triangles whose height fades by a factor at every step.',
}
