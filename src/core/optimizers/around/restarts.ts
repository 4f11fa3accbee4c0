import type { Around, AroundAbout } from './around.ts'

/**
 * K descents from uniform starts, of which the lowest is kept. The starts are keyed by the seed and the start's number, so every method
 * meets the same ones; where the handle stands does not matter to them.
 */
export const restarts: Around = {
  id: 'restarts',
  name: 'Random restarts',
  fields: {
    restarts: {
      kind: 'number', label: 'Restarts', tex: 'K', default: 6, min: 1, max: 100, slider: [1, 60], scale: 'integer',
      note: 'How many descents there are. If one finds the global minimum with probability p, one of K does with $1-(1-p)^K$.',
    },
  },
  short: (values) => `${values.restarts} ${values.restarts === 1 ? 'restart' : 'restarts'}`,
  rule: () => ['x_0^{(k)} \\sim U(\\text{domain}),\\quad k = 1, \\dots, K', 'P(\\text{found}) = 1 - (1 - p)^K'],
  declaredOnly: false,
}

export const about: AroundAbout = {
  source: 'H. A. Bremermann, A method of unconstrained global optimization, 1970; F. Schoen, Stochastic techniques for global optimization, 1991',
  note: 'Descends from so many random places of the domain instead of from the start, and keeps the lowest end. The costs of all are counted.',
}
