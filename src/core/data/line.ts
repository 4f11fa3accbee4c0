import { fromRows } from './data-set.ts'
import type { DataEntry } from './entry.ts'

export const line: DataEntry = {
  id: 'linreg',
  data: fromRows('A line', ['x', 'y'], [[0, 1.1], [1, 2.9], [2, 5.2], [3, 7.1], [4, 8.8], [5, 11.3]]),
  source: 'Made by hand: y = 2x + 1 and a little noise',
  note: 'Six points close to a line of slope 2.',
  formula: 'mean((w*x + b - y)^2)',
}
