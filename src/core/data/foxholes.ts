import { fromRows } from './data-set.ts'
import type { DataEntry } from './entry.ts'

const SIDE = [-32, -16, 0, 16, 32]

export const foxholes: DataEntry = {
  id: 'dejong5',
  data: fromRows('25 foxholes', ['j', 'p', 'q'], SIDE.flatMap((q, row) => SIDE.map((p, column) => [5 * row + column + 1, p, q]))),
  source: 'K. A. De Jong, An Analysis of the Behavior of a Class of Genetic Adaptive Systems, 1975',
  note: 'A square lattice of 25 places (p, q), numbered j: the hole of number 1 is the deepest.',
  formula: '1/(0.002 + sum(1/(j + (x-p)^6 + (y-q)^6)))',
}
