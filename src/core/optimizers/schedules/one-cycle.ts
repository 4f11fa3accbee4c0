import { factor, scheduledRate, stepCount, type Schedule, type ScheduleAbout } from './schedule.ts'

/** torch.optim.lr_scheduler.OneCycleLR; after total_steps the rate stays, where PyTorch raises an error. */
export const oneCycle: Schedule = {
  id: 'one_cycle',
  name: 'One cycle',
  fields: {
    max_lr: scheduledRate('Highest rate', '\\eta_{max}', 0.1, 'The rate at the top of the cycle.'),
    total_steps: stepCount('Steps', 'T', 200, 'How many steps the cycle takes.', 2),
    pct_start: { ...factor('Share of the rise', 'p', 0.3, 'Which share of the steps goes up.'), maxOpen: true, slider: [0, 0.95] },
    div_factor: { ...scheduledRate('Starts below by', 'd', 25, 'The first rate is the highest divided by this.'), minOpen: true, slider: [1, 100] },
    final_div_factor: { ...scheduledRate('Ends below by', 'd_{end}', 1e4, 'The last rate is the first divided by this.'), minOpen: true, slider: [1, 1e5], scale: 'log' },
    anneal_strategy: {
      kind: 'choice', label: 'Shape', tex: 'a', default: 0, note: 'How the rate goes from one value to the next.',
      options: [{ id: 'cos', label: 'Half waves of the cosine' }, { id: 'linear', label: 'Straight lines' }],
    },
    three_phase: { kind: 'boolean', label: 'Three phases', tex: 'b', default: false, note: 'Falls back to the first rate before it falls to the last one.' },
  },
  rate: {
    first: 'max_lr/div_factor',
    last: 'first/final_div_factor',
    finish: 'total_steps - 1',
    s: 'min(t, finish)',
    top: 'pct_start*total_steps - 1',
    back: 'if(three_phase > 0, 2*pct_start*total_steps - 2, finish)',
    from: 'if(s <= top, first, if(s <= back, max_lr, first))',
    to: 'if(s <= top, max_lr, if(s <= back, if(three_phase > 0, first, last), last))',
    share: 'if(s <= top, s/top, if(s <= back, (s - top)/(back - top), (s - back)/(finish - back)))',
    rate: 'if(anneal_strategy > 0, from + (to - from)*share, to + (from - to)*(1 + cos(pi*share))/2)',
  },
  suited: (lr, steps) => ({ max_lr: lr, total_steps: Math.max(2, steps) }),
}

export const about: ScheduleAbout = {
  source: 'L. N. Smith and N. Topin, Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates, 2018',
  note: 'Warms up to a large rate and falls to almost nothing, once over the whole run.',
}
