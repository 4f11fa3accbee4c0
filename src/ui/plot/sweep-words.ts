/** Sweep maps in words. */
import { FATES } from '../../core/ensembles/job.ts'
import { cellAt, cellValues, changesGround, hasOwnMinima, isPlain, type Turn } from '../../core/ensembles/sweep.ts'
import type { SweepAxis, SweepShow } from '../../core/experiment/experiment.ts'
import type { Knob } from '../../core/experiment/knobs.ts'
import { atShare } from '../../core/experiment/sweep-cells.ts'
import { letter } from '../../core/explore/letters.ts'
import { plainTex } from '../../core/formula/plain.ts'
import { EMPTY } from '../../store/basin-grids.ts'
import type { SweepGrid, Sweeps } from '../../store/sweeps.ts'
import { formatNumber } from '../format.ts'
import { fateName, stepsText } from './basin-words.ts'
import { pointText } from './label.ts'

/** A value along an axis with as many digits as tell its cells apart. */
export function axisText({ low, high, scale }: SweepAxis, value: number): string {
  const gap = scale === 'log' ? value * Math.log(high / low) * 1e-3 : (high - low) * 1e-3
  const digits = Math.ceil(Math.log10(Math.max(Math.abs(value), 1e-300) / Math.max(gap, 1e-300)))
  const text = formatNumber(value, Math.min(17, Math.max(3, Number.isFinite(digits) ? digits : 3)))
  return text.includes('×') || !text.includes('.') ? text : text.replace(/\.?0+$/, '')
}

/** `η`, `start x` */
export function symbolOf({ field: { label, tex }, turns }: Pick<Knob, 'field' | 'turns'>): string {
  return turns === 'start' ? label.replace(/^S/, 's') : plainTex(tex)
}

/** `Learning rate η`; `Start x` and `Seed`, whose symbols say no more. */
export function quantityName(knob: Pick<Knob, 'field' | 'turns'>, of = ''): string {
  const { label } = knob.field
  const symbol = symbolOf(knob)
  return `${label}${of}${symbol === '' || symbol.toLowerCase() === label.toLowerCase() ? '' : ` ${symbol}`}`
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

/** `A`, or `Diverged`; where landscapes have no letters, `At a minimum`. */
export function endName({ job, turns }: Pick<SweepGrid, 'job' | 'turns'>, fate: number): string {
  if (!changesGround(turns)) return fateName(fate, job)
  if (fate >= 0) return letter(fate)
  return fate === FATES[0].fate && !hasOwnMinima(job, turns) ? 'At a minimum' : fateName(fate, job)
}

/** `η = 0.123`, `start x = −1.5` */
const named = ({ axis, knob }: Turn, value: number): string => `${symbolOf(knob)} = ${axisText(axis, value)}`

/** `η = 0.123, start x = −1.5: at minimum B after 12 steps, loss 0.108.` */
export function cellSays(grid: SweepGrid, cell: number): string {
  const { turns, shape, fate, steps, loss, end, job } = grid
  const values = cellValues(turns, shape, cell)
  const where = job.choice.axes.map(({ of }) => turns.findIndex(({ axis }) => axis.of === of)).map((i) => named(turns[i], values[i])).join(', ')
  const { domain } = job.experiment
  const name = endName(grid, fate[cell])
  const became = `${fate[cell] >= 0 ? `at minimum ${name}` : name.toLowerCase()} after ${stepsText(steps[cell])}`
  const last = `ends at ${pointText(Array.from(end.subarray(cell * domain.length, (cell + 1) * domain.length)), domain.map(([low, high]) => high - low))}`
  return `${where}: ${isPlain(job.choice) && fate[cell] !== DIVERGED ? last : became}, loss ${formatNumber(loss[cell])}.`
}

const DIVERGED = -5
