/** Sweep maps in words. */
import { cellAt, cellValues } from '../../core/ensembles/sweep.ts'
import type { SweepAxis, SweepShow } from '../../core/experiment/experiment.ts'
import { atShare } from '../../core/experiment/sweep-cells.ts'
import { plainTex } from '../../core/formula/plain.ts'
import { EMPTY } from '../../store/basin-grids.ts'
import type { SweepGrid, Sweeps } from '../../store/sweeps.ts'
import { formatNumber } from '../format.ts'
import { fateName, stepsText } from './basin-words.ts'

/** A value along an axis with as many digits as tell its cells apart. */
export function axisText({ low, high, scale }: SweepAxis, value: number): string {
  const gap = scale === 'log' ? value * Math.log(high / low) * 1e-3 : (high - low) * 1e-3
  const digits = Math.ceil(Math.log10(Math.max(Math.abs(value), 1e-300) / Math.max(gap, 1e-300)))
  const text = formatNumber(value, Math.min(15, Math.max(3, Number.isFinite(digits) ? digits : 3)))
  return text.includes('×') || !text.includes('.') ? text : text.replace(/\.?0+$/, '')
}

/** What is read off each run, as headings say it. */
export const SHOWN: Readonly<Record<SweepShow, string>> = {
  verdict: 'Verdict', steps: 'Steps to a minimum', loss: 'Last loss', end: 'Last iterate', end2: 'Last iterate, second coordinate',
}

/** The finest grid of the present job that knows the cell at these shares of the axes, from 0 at their low ends. */
export function foundAt({ grids, job }: Pick<Sweeps, 'grids' | 'job'>, axes: readonly SweepAxis[], shares: readonly number[]): { readonly grid: SweepGrid; readonly cell: number } | undefined {
  const values = new Map(axes.map((axis, i) => [axis.of, atShare(axis, shares[i])]))
  for (const grid of grids.toReversed()) {
    if (grid.job !== job) continue
    const cell = cellAt(grid.turns, grid.shape, grid.turns.map(({ axis }) => values.get(axis.of) ?? NaN))
    if (cell !== undefined && grid.fate[cell] !== EMPTY) return { grid, cell }
  }
  return undefined
}

/** `η = 0.123, x0 = −1.5: at minimum B after 12 steps, loss 0.108.` */
export function cellSays({ turns, shape, fate, steps, loss, job }: SweepGrid, cell: number): string {
  const values = cellValues(turns, shape, cell)
  const named = turns.map(({ axis, knob }, i) => ({ of: axis.of, text: `${plainTex(knob.field.tex)} = ${axisText(axis, values[i])}` }))
  const where = job.choice.axes.map(({ of }) => named.find((one) => one.of === of)?.text).join(', ')
  const plain = job.choice.show !== 'verdict' && job.choice.show !== 'steps'
  const became = fate[cell] >= 0 ? `at minimum ${fateName(fate[cell], job)} after ${stepsText(steps[cell])}` : `${fateName(fate[cell], job).toLowerCase()} after ${stepsText(steps[cell])}`
  return `${where}: ${plain && fate[cell] !== -5 ? '' : `${became}, `}loss ${formatNumber(loss[cell])}.`
}
