import { fromRows } from './data-set.ts'
import type { DataEntry } from './entry.ts'

/** x, y with the outliers, and y as it was before. */
const ROWS = [
  [-2, -1.5918, -1.5918], [-1.8621, -2.3732, -2.3732], [-1.7241, -1.6405, -1.6405], [-1.5862, -1.6998, -1.6998],
  [-1.4483, -1.5388, -1.5388], [-1.3103, -1.3535, -1.3535], [-1.1724, -1.5764, -1.5764], [-1.0345, -1.0809, -1.0809],
  [-0.8966, -1.0696, -1.0696], [-0.7586, -0.094, -0.094], [-0.6207, -0.5755, -0.5755], [-0.4828, -0.5533, -0.5533],
  [-0.3448, -0.4011, -0.4011], [-0.2069, -0.3405, -0.3405], [-0.069, -0.28, -0.28], [0.069, -0.0092, -0.0092],
  [0.2069, 0.3033, 0.3033], [0.3448, 0.2971, 0.2971], [0.4828, 0.6743, 0.6743], [0.6207, 0.5807, 0.5807],
  [0.7586, 0.7635, 0.7635], [0.8966, 1.2057, 1.2057], [1.0345, 1.1435, 1.1435], [1.1724, 1.0714, 1.0714],
  [1.3103, -4.1083, 1.2738], [1.4483, -4.4032, 1.5564], [1.5862, -4.5821, 1.9732], [1.7241, -5.0563, 1.6702],
  [1.8621, -5.5679, 1.8134], [2, -5.866, 2.2005],
]

export const outliers: DataEntry = {
  id: 'line_outliers',
  data: fromRows('Line with outliers', ['x', 'y', 'clean'], ROWS),
  source: 'NumPy, default_rng(3): x = linspace(-2, 2, 30), clean = x + normal(0, 0.2, 30), then y = -3x + normal(0, 0.2) in the last six rows',
  note:
    'Six of thirty points follow another line. The squared loss keeps its one minimum and moves it from 1.044 to -0.536; the absolute ' +
    'loss is lowest from 0.936 to 0.951; the bounded loss of Tukey gets a second minimum where the outliers would have it.',
  formula: 'mean(tukey(w*x - y, 1.4))',
}
