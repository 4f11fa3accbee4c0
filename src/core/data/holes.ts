import { fromRows } from './data-set.ts'
import type { DataEntry } from './entry.ts'

export const holes: DataEntry = {
  id: 'shekel5',
  data: fromRows('Five holes', ['p', 'q', 'c'], [[4, 4, 0.1], [1, 1, 0.2], [8, 8, 0.2], [6, 6, 0.4], [3, 7, 0.4]]),
  source: 'After J. Shekel, Test functions for multimodal search techniques, 1971',
  note: 'Place (p, q) of each hole, and c: the smaller, the deeper.',
  formula: '-sum(1/(c + (x-p)^2 + (y-q)^2))',
}
