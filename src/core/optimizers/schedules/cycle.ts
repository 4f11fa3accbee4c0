/** What the kinds of cyclical rates share: fields, and the height over the low rate, which rises to 1 and falls to 0 in each cycle. */
import type { Fields } from '../../fields.ts'
import { scheduledRate, stepCount, type Schedule } from './schedule.ts'

export const CYCLE_FIELDS: Fields = {
  base_lr: scheduledRate('Low rate', '\\eta_{low}', 0.01, 'Where each cycle begins and ends.'),
  max_lr: scheduledRate('High rate', '\\eta_{high}', 0.1, 'The rate in the middle of the first cycle.'),
  step_size_up: stepCount('Steps up', 's_{up}', 20, 'How many steps the rate rises.'),
  step_size_down: stepCount('Steps down', 's_{down}', 0, 'How many steps it falls; 0 for as many as it rises.', 0),
}

/** torch.optim.lr_scheduler.CyclicLR: `cycle` is 1 in the first one, `height` the share of the way from the low rate to the high one. */
export const CYCLE = {
  length: 'step_size_up + if(step_size_down > 0, step_size_down, step_size_up)',
  cycle: 'floor(1 + t/length)',
  place: '1 + t/length - cycle',
  share: 'step_size_up/length',
  height: 'if(place <= share, place/share, (place - 1)/(share - 1))',
}

/** Rates about a landscape's own. */
export const suitedCycle: Schedule['suited'] = (lr) => ({ base_lr: Number((lr / 10).toPrecision(3)), max_lr: lr })
