/** What the kinds of conjugate gradients declare alike, apart from their code, which the page that opens first does not need. */
import type { Fields } from '../fields.ts'
import { GTOL } from './rest.ts'
import { searchFields } from './search-fields.ts'

export const CONJUGATE_HYPER: Fields = {
  lr: {
    kind: 'number', label: 'First trial', tex: '\\eta', default: 1, min: 0, minOpen: true, max: 1e6, slider: [1e-3, 1], scale: 'log',
    note: 'Share of the first trial that is tried, or taken where nothing is searched.',
  },
  ...searchFields('strong_wolfe', 0.4),
  gtol: GTOL,
}

export const CONJUGATE_RULE = [
  'p_t = -g_{t-1} + \\beta_t\\, p_{t-1}',
  'x_t = x_{t-1} + \\alpha_t\\, p_t',
]
