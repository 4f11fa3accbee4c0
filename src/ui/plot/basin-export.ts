/** The basin map as files: a picture, a table, an array for numpy. */
import { startOf } from '../../core/ensembles/job.ts'
import type { Grid } from '../../store/basin-grids.ts'
import { basins } from '../../store/basins.ts'
import { describedOf } from '../../store/described.ts'
import { basinLook } from './basin-look.ts'
import { paintBasins } from './basin-paint.ts'
import { fateName } from './basin-words.ts'
import { csvText, npyBytes, save, savePixels } from './save.ts'

/** One row per start: where it is, where it ends, after how many steps, and its last iterate; then where the run it is compared with ends. */
export function basinCsv({ job, shape, fate, steps, end, other }: Grid): string {
  const names = describedOf(job.experiment).coordinates
  const n = names.length
  const heads = [...names, 'end', 'steps', ...names.map((name) => `${name}_end`), ...(other ? ['other_end', 'other_steps'] : [])]
  return csvText(heads, fate.length, (cell) => [
    ...startOf(job.experiment.domain, shape, cell), fateName(fate[cell], job), steps[cell], ...end.subarray(cell * n, cell * n + n),
    ...(other ? [fateName(other.fate[cell], job), other.steps[cell]] : []),
  ])
}

/**
 * Rows from low y, the last axis holding fate (0 for A, 1 for B, negative for no minimum), steps and the last iterate; then fate and steps of
 * the run it is compared with.
 */
export function basinNpy({ shape, fate, steps, end, other }: Grid): Uint8Array<ArrayBuffer> {
  const n = shape.length
  const width = 2 + n + (other ? 2 : 0)
  const values = new Float64Array(width * fate.length)
  for (let cell = 0; cell < fate.length; cell++) {
    const row = [fate[cell], steps[cell], ...end.subarray(cell * n, cell * n + n), ...(other ? [other.fate[cell], other.steps[cell]] : [])]
    values.set(row, cell * width)
  }
  return npyBytes([...shape.toReversed(), width], values)
}

export function saveCsv(): void {
  const { whole } = basins.getState()
  if (whole) save(new Blob([basinCsv(whole)], { type: 'text/csv' }), 'basins.csv')
}

export function saveNpy(): void {
  const { whole } = basins.getState()
  if (whole) save(new Blob([basinNpy(whole)]), 'basins.npy')
}

/** A square of 1024 px, or a strip of one coordinate. */
export function savePng(): void {
  const { whole } = basins.getState()
  if (!whole) return
  const { domain } = whole.job.experiment
  const [width, height] = domain.length === 1 ? [1024, 32] : [1024, 1024]
  savePixels(paintBasins([whole], domain, width, height, basinLook()), width, 'basins.png')
}
