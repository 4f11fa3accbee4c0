import { CYCLE, CYCLE_FIELDS, suitedCycle } from './cycle.ts'
import type { Schedule, ScheduleAbout } from './schedule.ts'

/** torch.optim.lr_scheduler.CyclicLR with mode triangular. The rate comes from base_lr and max_lr alone, as it does there. */
export const triangular: Schedule = {
  id: 'triangular',
  name: 'Triangles',
  fields: CYCLE_FIELDS,
  rate: {
    ...CYCLE,
    rate: 'base_lr + (max_lr - base_lr)*height',
  },
  suited: suitedCycle,
}

export const about: ScheduleAbout = {
  source: 'L. N. Smith, Cyclical Learning Rates for Training Neural Networks, 2017, section 3.2',
  note: 'Rises and falls in straight lines between two rates, again and again: long steps to get out of a well, short ones to settle.',
}
