/** The sweep map as files: a picture, a table, an array for numpy. */
import { cellValues } from '../../core/ensembles/sweep.ts'
import { describedOf } from '../../store/described.ts'
import { store } from '../../store/store.ts'
import { sweeps, type SweepGrid } from '../../store/sweeps.ts'
import { basinLook } from './basin-look.ts'
import { csvText, npyBytes, save, savePixels } from './save.ts'
import { readTokens } from './style.ts'
import { cellOf, colouredBy, paintSweep } from './sweep-paint.ts'
import { endName } from './sweep-words.ts'

/** Px along a side of the picture. */
const SIDE = 1024

/** One row per run, along the foot first: its values, what became of it, after how many steps, its last loss and iterate. */
export function sweepCsv(grid: SweepGrid): string {
  const { turns, shape, fate, steps, loss, end, job } = grid
  const names = describedOf(job.experiment).coordinates
  const n = names.length
  const { order, cells } = inOrder(grid)
  return csvText([...order.map((i) => turns[i].axis.of), 'verdict', 'steps', 'loss', ...names.map((name) => `${name}_end`)], cells.length, (k) => {
    const cell = cells[k]
    const values = cellValues(turns, shape, cell)
    return [...order.map((i) => values[i]), endName(grid, fate[cell]), steps[cell], loss[cell], ...end.subarray(cell * n, cell * n + n)]
  })
}

/** Rows from the low end upwards; the last axis holds fate (0 for A, 1 for B, negative for no minimum), steps, loss and last iterate. */
export function sweepNpy(grid: SweepGrid): Uint8Array<ArrayBuffer> {
  const { shape, fate, steps, loss, end, job } = grid
  const n = job.experiment.domain.length
  const width = 3 + n
  const values = new Float64Array(width * fate.length)
  inOrder(grid).cells.forEach((cell, k) => values.set([fate[cell], steps[cell], loss[cell], ...end.subarray(cell * n, cell * n + n)], k * width))
  return npyBytes([...shape, width], values)
}

/** Cells along the foot first, and which turn is which axis. */
function inOrder({ turns, shape, job: { choice: { axes } }, fate }: SweepGrid): { readonly order: readonly number[]; readonly cells: readonly number[] } {
  const order = axes.map(({ of }) => turns.findIndex(({ axis }) => axis.of === of))
  const at = cellOf({ turns, shape }, axes)
  const across = shape[order[0]]
  return { order, cells: Array.from(fate, (_, k) => at(k % across, Math.floor(k / across))) }
}

export function saveSweepCsv(): void {
  const { whole } = sweeps.getState()
  if (whole) save(new Blob([sweepCsv(whole)], { type: 'text/csv' }), 'sweep.csv')
}

export function saveSweepNpy(): void {
  const { whole } = sweeps.getState()
  if (whole) save(new Blob([sweepNpy(whole)]), 'sweep.npy')
}

/** A square, or the strip of a single axis. */
export function saveSweepPng(): void {
  const { whole } = sweeps.getState()
  if (!whole) return
  // What is shown changes without another map.
  const { sweep = whole.job.choice } = store.getState().experiment
  const { axes } = whole.job.choice
  const height = axes.length > 1 ? SIDE : 32
  savePixels(paintSweep([whole], axes, colouredBy(sweep), SIDE, height, { ...basinLook(), ramp: readTokens().ramp }), SIDE, 'sweep.png')
}
