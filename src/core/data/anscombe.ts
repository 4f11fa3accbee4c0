import { fromRows } from './data-set.ts'
import type { DataEntry } from './entry.ts'

const X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
const X4 = [8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8]
const Y = [
  [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68],
  [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74],
  [7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73],
  [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.5, 5.56, 7.91, 6.89],
]
const NOTES = [
  'A line with noise.',
  'A parabola: a line is the wrong model.',
  'A clean line and one outlier, which tilts the fit.',
  'One point far to the right decides the slope alone.',
]

/** Four sets with the same means, variances and regression line (3 + 0.5x) that look nothing alike. */
export const anscombe: readonly DataEntry[] = ['I', 'II', 'III', 'IV'].map((number, k): DataEntry => ({
  id: `anscombe${k + 1}`,
  data: fromRows(`Anscombe ${number}`, ['x', 'y'], Y[k].map((y, i) => [(k === 3 ? X4 : X)[i], y])),
  source: 'F. J. Anscombe, Graphs in Statistical Analysis, The American Statistician 27 (1973), p. 19',
  note: `${NOTES[k]} All four sets have the same least-squares line, 3 + 0.5x.`,
  formula: 'mean((w*x + b - y)^2)',
}))
