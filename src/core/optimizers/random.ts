import { coded } from './coded.ts'
import type { Begin, CodedOptimizer, MethodAbout } from './optimizer.ts'

interface Memory {
  /** The lowest value so far; NaN before the start has been asked for. */
  best: number
  trial: Float64Array
  /** 1 where the last trial is the new best, 0 where it is not, NaN before the first. */
  taken: number
}

/** Pure random search: uniform in the domain, the best so far is kept. */
export const random: CodedOptimizer = {
  id: 'random',
  name: 'Random search',
  short: 'Random',
  family: 'Without slopes',
  hyper: {},
  order: 0,
  chance: true,
  draws: [{ kind: 'trial', of: 'trial', taken: 'taken', label: 'Trial' }],
}

export const about: MethodAbout = {
  source: 'S. H. Brooks, A Discussion of Random Methods for Seeking Maxima, Oper. Res. 6, 1958',
  note:
    'Tries a point anywhere in the domain and keeps the best one. What every other method has to beat; a point without a value is never kept.',
  cost: 'one value',
  rule: ['y = \\text{uniform in the domain}', 'x_t = \\arg\\min(f(x_{t-1}), f(y))'],
}

export const begin: Begin = coded<Memory>({
  init: ({ start }) => ({ best: NaN, trial: start.slice(), taken: NaN }),
  step(x, memory, oracle, { domain, uniform }, t) {
    if (t === 1) memory.best = oracle.value(x)
    for (const [i, [lo, hi]] of domain.entries()) memory.trial[i] = lo + (hi - lo) * uniform(t, i)
    const f = oracle.value(memory.trial)
    memory.taken = Number(f < memory.best || (Number.isNaN(memory.best) && !Number.isNaN(f)))
    if (memory.taken === 0) return
    memory.best = f
    x.set(memory.trial)
  },
  shows: ({ trial, taken }) => ({ trial, taken: [taken] }),
})
