import { exp } from '../math/elementary.ts'
import { coded } from './coded.ts'
import { anneal, type Annealed } from './dual-annealing.ts'
import type { Begin, CodedOptimizer, MethodAbout, Oracle, Setting } from './optimizer.ts'

/** Index of the textbook's method among the kinds. */
const METROPOLIS = 1

const WALKS = { field: 'kind', is: ['metropolis'] } as const
const JUMPS = { field: 'kind', is: ['generalised'] } as const

/** Annealing twice: the generalised one with a local search, and the textbook's with Metropolis' rule. */
export const annealing: CodedOptimizer = {
  id: 'annealing',
  name: 'Simulated annealing',
  short: 'Annealing',
  family: 'Without slopes',
  hyper: {
    kind: {
      kind: 'choice', label: 'Kind', tex: '\\text{kind}', default: 0,
      options: [{ id: 'generalised', label: 'Generalised' }, { id: 'metropolis', label: 'Metropolis' }],
      note: 'Generalised looks for the lowest point of the domain; Metropolis is the textbook walk.',
    },
    temperature: {
      kind: 'number', label: 'Temperature', tex: 'T_1', default: 1, min: 0, minOpen: true, max: 1e6, slider: [1e-3, 10], scale: 'log',
      note: 'At the first step. A rise of T is taken with probability 1/e.', when: WALKS,
    },
    cooling: {
      kind: 'number', label: 'Cooling', tex: 'c', default: 0.995, min: 0, minOpen: true, max: 1, slider: [0.9, 1], scale: 'linear',
      note: 'What the temperature is multiplied by after each step.', when: WALKS,
    },
    stepsize: {
      kind: 'number', label: 'Step size', tex: 's', default: 0.2, min: 0, minOpen: true, max: 1e6, slider: [0.01, 2], scale: 'log',
      note: 'Standard deviation of the normal step along each coordinate.', when: WALKS,
    },
    initial_temp: {
      kind: 'number', label: 'Initial temperature', tex: 'T_1', default: 5230, min: 0, minOpen: true, max: 1e6, slider: [0.1, 5e4], scale: 'log',
      note: 'Hot enough to jump anywhere.', when: JUMPS,
    },
    restart_temp_ratio: {
      kind: 'number', label: 'Restart below', tex: 'r', default: 2e-5, min: 0, minOpen: true, max: 1, maxOpen: true, slider: [1e-6, 0.9], scale: 'log',
      note: 'At this share of the initial temperature it is heated up again, somewhere else.', when: JUMPS,
    },
    visit: {
      kind: 'number', label: 'Visiting', tex: 'q_v', default: 2.62, min: 1, minOpen: true, max: 3, maxOpen: true, slider: [1.1, 2.9], scale: 'linear',
      note: 'Larger means heavier tails, longer jumps and faster cooling.', when: JUMPS,
    },
    accept: {
      kind: 'number', label: 'Acceptance', tex: 'q_a', default: -5, min: -1e4, max: -5, slider: [-100, -5], scale: 'linear',
      note: 'The lower, the less often a rise is taken.', when: JUMPS,
    },
    patience: {
      kind: 'number', label: 'Patience', tex: 'p', default: 10, min: 0, max: 1e6, slider: [0, 100], scale: 'integer',
      note: 'A local search after so many steps without a better point, and after each better one; 0 is none at all.',
      when: JUMPS,
    },
  },
  order: 0,
  chance: true,
  work: 10,
  draws: [
    { kind: 'trial', of: 'trial', taken: 'taken', label: 'Trial' },
    { kind: 'gauge', of: 'temperature', symbol: 'T', label: 'Temperature' },
  ],
}

export const about: MethodAbout = {
  source:
    'S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, Science 220, 1983, with N. Metropolis et al. 1953; generalised: ' +
    'C. Tsallis and D. A. Stariolo 1996, Y. Xiang et al., R Journal 5, 2013, as in SciPy (dual_annealing)',
  note:
    'Goes uphill too, the less often the colder it is. Generalised: far jumps, the best point is shown, and local searches inside the ' +
    'domain. A place without a value counts as worse than any number.',
  cost: 'one value; generalised two per coordinate, and local searches',
  gist: 4,
  rule: [
    'T_t = T_1 c^{t-1}\\quad\\text{Metropolis}',
    'y = x_{t-1} + s\\,\\xi',
    'P = \\min(1, e^{-(f(y) - f(x))/T_t})',
    'T_t = T_1 \\tfrac{2^{q_v - 1} - 1}{(1 + t)^{q_v - 1} - 1}\\quad\\text{generalised}',
    'y = x + \\text{Tsallis}(q_v, T_t)',
    'P = [1 - (1 - q_a)\\tfrac{t\\,\\Delta f}{T_t}]_+^{1/(1 - q_a)}',
  ],
}

export const begin: Begin = coded<Annealed>({
  init({ start, hyper }) {
    const temperature = hyper.kind === METROPOLIS ? hyper.temperature : hyper.initial_temp
    return {
      current: start.slice(), f: NaN, best: start.slice(), lowest: NaN, temperature, since: 0, stale: 0, promising: start.slice(), promise: Infinity, searched: [],
      trial: start.slice(), taken: NaN,
    }
  },
  step(x, memory, oracle, setting, t) {
    if (setting.hyper.kind === METROPOLIS) {
      walk(memory, oracle, setting, t)
      x.set(memory.current)
    } else {
      anneal(memory, oracle, setting, t)
      x.set(memory.best)
    }
  },
  shows: ({ trial, taken, temperature, current, lowest }) => ({ trial, taken: [taken], temperature: [temperature], current, lowest: [lowest] }),
})

/** One step of Metropolis' walk: the chain's own point is the iterate, not the best one. */
function walk(memory: Annealed, oracle: Oracle, { hyper, normal, uniform }: Setting, t: number): void {
  if (t === 1) memory.f = memory.lowest = oracle.value(memory.current)
  else memory.temperature *= hyper.cooling
  memory.trial = memory.current.map((v, i) => v + hyper.stepsize * normal(t, i))
  const f = oracle.value(memory.trial)
  const nowhere = Number.isNaN(memory.f) && !Number.isNaN(f)
  memory.taken = Number(nowhere || f <= memory.f || uniform(t, 100) < exp(-(f - memory.f) / memory.temperature))
  if (memory.taken === 0) return
  memory.current = memory.trial
  memory.f = f
  if (!(memory.lowest <= f)) memory.lowest = f
}
