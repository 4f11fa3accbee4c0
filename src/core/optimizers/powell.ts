import { coded } from './coded.ts'
import { axes, hasSettled, round, type DirectionSet } from './direction-set.ts'
import type { Begin, CodedOptimizer, MethodAbout } from './optimizer.ts'

/** Powell's method as SciPy runs it: one step is one round of line searches, and begins with the extrapolation that ends the last. */
export const powell: CodedOptimizer = {
  id: 'powell',
  name: 'Powell',
  short: 'Powell',
  family: 'Without slopes',
  hyper: {
    xtol: {
      kind: 'number', label: 'Line search to', tex: '\\epsilon_x', default: 1e-4, min: 0, max: 1, slider: [1e-8, 1e-2], scale: 'log',
      note: 'Each line search is done to a hundred times this, relative to the length of its step.',
    },
    ftol: {
      kind: 'number', label: 'Stop at gains of', tex: '\\epsilon_f', default: 1e-4, min: 0, max: 1, slider: [1e-12, 1e-2], scale: 'log',
      note: 'Stops once a whole round lowers f by less than this share of it.',
    },
  },
  order: 0,
  work: 20,
  draws: [{ kind: 'directions', of: 'directions', label: 'Directions' }],
}

export const about: MethodAbout = {
  source:
    'M. J. D. Powell, An efficient method for finding the minimum of a function of several variables without calculating derivatives, ' +
    'Comput. J. 7, 1964; line search: R. P. Brent 1973; as in SciPy',
  note:
    'Goes to the lowest point along one direction after the other and learns better directions on the way. Its line searches jump over ' +
    'hills; a place without a value counts as worse than any number.',
  cost: 'a line search per coordinate, some 10 to 20 values each',
  rule: [
    's_i = \\arg\\min_s f(x + s\\,d_i)',
    'x = x + s_i\\,d_i,\\quad i = 1, \\dots, n',
    'd = x_t - x_{t-1}\\quad\\text{joins the}\\ d_i',
  ],
}

export const begin: Begin = coded<DirectionSet>({
  init: ({ start }) => axes(start),
  step: (x, memory, oracle, { hyper }) => round(x, memory, (at) => oracle.value(at), { xtol: hyper.xtol }),
  shows: ({ directions }) => ({ directions }),
  finished: (memory, { hyper }) => (hasSettled(memory, hyper.ftol) ? `the last round gained less than ${hyper.ftol} of f` : undefined),
})
