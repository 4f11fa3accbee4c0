import { fromRows } from './data-set.ts'
import type { DataEntry } from './entry.ts'

export const twoClasses: DataEntry = {
  id: 'logistic',
  data: fromRows('Two classes', ['x', 's'], [[-2, -1], [-1.2, -1], [-0.3, 1], [0.4, -1], [1.1, 1], [2.3, 1]]),
  source: 'Made by hand: a class s of -1 or 1 at six places x',
  note: 'The classes overlap, so that no line through them is certain and the logistic loss has its minimum at finite weights.',
  formula: 'mean(logistic(s*(w*x + b)))',
}
