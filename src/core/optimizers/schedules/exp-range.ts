import { factor, scheduledRate, stepCount, type Schedule, type ScheduleAbout } from './schedule.ts'

/** torch.optim.lr_scheduler.CyclicLR with mode exp_range. The rate comes from base_lr and max_lr alone, as it does there. */
export const expRange: Schedule = {
  id: 'exp_range',
  name: 'Fading triangles',
  fields: {
    base_lr: scheduledRate('Low rate', '\\eta_{low}', 0.01, 'Where each cycle begins and ends.'),
    max_lr: scheduledRate('High rate', '\\eta_{high}', 0.1, 'The rate in the middle of the first cycle.'),
    step_size_up: stepCount('Steps up', 's_{up}', 20, 'How many steps the rate rises.'),
    step_size_down: stepCount('Steps down', 's_{down}', 0, 'How many steps it falls; 0 for as many as it rises.', 0),
    gamma: factor('Factor', '\\gamma', 0.99, 'What the height is multiplied by at each step.'),
  },
  rate: {
    length: 'step_size_up + if(step_size_down > 0, step_size_down, step_size_up)',
    cycle: 'floor(1 + t/length)',
    place: '1 + t/length - cycle',
    share: 'step_size_up/length',
    height: 'if(place <= share, place/share, (place - 1)/(share - 1))',
    rate: 'base_lr + (max_lr - base_lr)*height*gamma^t',
  },
  suited: (lr) => ({ base_lr: Number((lr / 10).toPrecision(3)), max_lr: lr }),
}

export const about: ScheduleAbout = {
  source: 'L. N. Smith, Cyclical Learning Rates for Training Neural Networks, 2017, section 3.2',
  note: 'Triangles whose height fades by a factor at every step.',
}
