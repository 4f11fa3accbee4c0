import { pow } from '../math/elementary.ts'
import { along } from '../math/vectors.ts'
import { coded } from './coded.ts'
import type { Begin, CodedOptimizer, MethodAbout } from './optimizer.ts'

/**
 * Simultaneous perturbation: the slope along one random diagonal stands for the gradient. Spall's γ is called `gamma_c` here, since
 * the schedules have a `gamma` of their own.
 */
export const spsa: CodedOptimizer = {
  id: 'spsa',
  name: 'SPSA',
  short: 'SPSA',
  family: 'Without slopes',
  hyper: {
    a: {
      kind: 'number', label: 'Step gain', tex: 'a', default: 0.03, min: 0, minOpen: true, max: 1e6, slider: [1e-3, 10], scale: 'log',
      note: 'Numerator of the step size. Larger is faster, until steps overshoot.',
    },
    c: {
      kind: 'number', label: 'Probe', tex: 'c', default: 0.1, min: 0, minOpen: true, max: 1e6, slider: [1e-4, 1], scale: 'log',
      note: 'How far to either side the first two heights are taken; about the spread of the noise.',
    },
    A: {
      kind: 'number', label: 'Stability', tex: 'A', default: 10, min: 0, max: 1e6, slider: [0, 200], scale: 'linear',
      note: 'Holds the first steps back; a tenth of the number of steps is usual.',
    },
    alpha: {
      kind: 'number', label: 'Gain decay', tex: '\\alpha', default: 0.602, min: 0, max: 10, slider: [0, 1], scale: 'linear',
      note: 'Power of t by which steps shrink.',
    },
    gamma_c: {
      kind: 'number', label: 'Probe decay', tex: '\\gamma', default: 0.101, min: 0, max: 10, slider: [0, 0.5], scale: 'linear',
      note: 'Power of t by which the probe shrinks.',
    },
  },
  order: 0,
  chance: true,
}

export const about: MethodAbout = {
  source: 'J. C. Spall, Implementation of the Simultaneous Perturbation Algorithm for Stochastic Optimization, IEEE Trans. AES 34, 1998',
  note:
    'Guesses the whole gradient from two heights, whatever the dimension: made for noisy measurements. Where one of the two has no value, ' +
    'that step is not taken.',
  cost: 'two values',
  gist: 3,
  rule: [
    'a_t = \\tfrac{a}{(A + t)^\\alpha},\\quad c_t = \\tfrac{c}{t^\\gamma}',
    '\\Delta_i = \\pm 1',
    '\\hat g_i = \\tfrac{f(x + c_t\\Delta) - f(x - c_t\\Delta)}{2 c_t \\Delta_i}',
    'x_t = x_{t-1} - a_t\\, \\hat g',
  ],
}

export const begin: Begin = coded<null>({
  init: () => null,
  step(x, _memory, oracle, { hyper: { a, c, A, alpha, gamma_c }, uniform }, t) {
    const gain = a / pow(A + t, alpha)
    const reach = c / pow(t, gamma_c)
    const signs = x.map((_, i) => (uniform(t, i) < 0.5 ? -1 : 1))
    const rise = oracle.value(along(x, reach, signs)) - oracle.value(along(x, -reach, signs))
    if (!Number.isFinite(rise)) return
    for (let i = 0; i < x.length; i++) x[i] -= (gain * rise) / (2 * reach * signs[i])
  },
})
