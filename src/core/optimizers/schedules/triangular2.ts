import { CYCLE, CYCLE_FIELDS, suitedCycle } from './cycle.ts'
import type { Schedule, ScheduleAbout } from './schedule.ts'

/** torch.optim.lr_scheduler.CyclicLR with mode triangular2. The rate comes from base_lr and max_lr alone, as it does there. */
export const triangular2: Schedule = {
  id: 'triangular2',
  name: 'Halving triangles',
  fields: CYCLE_FIELDS,
  rate: {
    ...CYCLE,
    rate: 'base_lr + (max_lr - base_lr)*height/2^(cycle - 1)',
  },
  suited: suitedCycle,
}

export const about: ScheduleAbout = {
  source: 'L. N. Smith, Cyclical Learning Rates for Training Neural Networks, 2017, section 3.2',
  note: 'Triangles whose height halves from cycle to cycle.',
}
