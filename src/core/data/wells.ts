import { fromRows } from './data-set.ts'
import type { DataEntry } from './entry.ts'

export const wells: DataEntry = {
  id: 'gauss_wells',
  data: fromRows('Four wells', ['depth', 'p', 'q', 'width'], [
    [1, 1, 1, 0.5], [0.8, -1.2, -0.8, 0.6], [0.6, 1.1, -1.3, 0.4], [0.4, -1, 1.4, 0.7],
  ]),
  source: 'Made by hand: depth, place (p, q) and width of four wells',
  note: 'Tables of coefficients are data too: each row is one well.',
  formula: '0.05*(x^2+y^2) - sum(depth*exp(-((x-p)^2+(y-q)^2)/(2*width^2)))',
}
