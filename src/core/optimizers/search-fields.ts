/** The settings of a line search, apart from its code, which the page that opens first does not need. */
import type { ChoiceField, NumberField } from '../fields.ts'

/** Which search a method makes, and its constants, each shown where the chosen search asks for it. */
export function searchFields(initial: 'none' | 'strong_wolfe', curvature: number): Readonly<Record<'line_search_fn' | 'c1' | 'c2', ChoiceField | NumberField>> {
  const options = [
    { id: 'none', label: 'None' },
    { id: 'backtracking', label: 'Backtracking' },
    { id: 'strong_wolfe', label: 'Strong Wolfe' },
  ]
  return {
    line_search_fn: {
      kind: 'choice', label: 'Line search', tex: '\\alpha', default: options.findIndex(({ id }) => id === initial), options,
      note: 'Tries steps along the direction until the loss falls enough (backtracking), and the slope as well (strong Wolfe).',
    },
    c1: {
      kind: 'number', label: 'Sufficient decrease', tex: 'c_1', default: 1e-4, min: 0, minOpen: true, max: 1, maxOpen: true, slider: [1e-5, 0.5],
      scale: 'log', note: 'Share of the fall promised by the slope that a line search asks for.',
      when: { field: 'line_search_fn', is: ['backtracking', 'strong_wolfe'] },
    },
    c2: {
      kind: 'number', label: 'Slope left over', tex: 'c_2', default: curvature, min: 0, minOpen: true, max: 1, maxOpen: true, slider: [0.05, 0.95],
      scale: 'linear', note: 'Share of the slope along the line that strong Wolfe lets remain; smaller searches longer. Should be over $c_1$.',
      when: { field: 'line_search_fn', is: ['strong_wolfe'] },
    },
  }
}
