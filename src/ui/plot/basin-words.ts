/** Basins in words. */
import { FATES, minimaOf, startOf, cellAt, type MapJob } from '../../core/ensembles/job.ts'
import { EMPTY, type Grid } from '../../store/basin-grids.ts'
import type { Basins } from '../../store/basins.ts'
import { runName } from '../names.ts'
import { pointText } from './label.ts'

/** `A`, or `Diverged`. */
export function fateName(fate: number, { critical }: Pick<MapJob, 'critical'>): string {
  return fate >= 0 ? minimaOf(critical)[fate]?.letter ?? '' : FATES.find((one) => one.fate === fate)?.name ?? ''
}

/** `1 step`, `58 steps` */
export const stepsText = (steps: number): string => `${steps} ${steps === 1 ? 'step' : 'steps'}`

/** The finest grid of the present job that knows what becomes of the start `x`, and its cell. */
export function foundAt({ grids, job }: Pick<Basins, 'grids' | 'job'>, x: readonly number[]): { readonly grid: Grid; readonly cell: number } | undefined {
  if (job === undefined || job.experiment.domain.length !== x.length) return undefined
  for (const grid of grids.toReversed()) {
    const cell = grid.job === job ? cellAt(job.experiment.domain, grid.shape, x) : undefined
    if (cell !== undefined && grid.fate[cell] !== EMPTY) return { grid, cell }
  }
  return undefined
}

/**
 * What the map says of the start `x`: `(1.55, −3.60) ends at minimum D after 58 steps.`, or of both runs that are compared. Undefined where
 * it has not come yet.
 */
export function startSays(state: Pick<Basins, 'grids' | 'job'>, x: readonly number[]): string | undefined {
  const found = foundAt(state, x)
  if (found === undefined) return undefined
  const { grid: { job, fate, steps, other }, cell } = found
  const { experiment: e, run, against } = job
  const where = pointText(x, e.domain.map(([low, high]) => high - low))
  const after = (of: number, count: number): string => `${of >= 0 ? `at minimum ${fateName(of, job)}` : fateName(of, job).toLowerCase()} after ${stepsText(count)}`
  if (other === undefined || against === undefined) {
    const [of, count] = [fate[cell], steps[cell]]
    return of >= 0 ? `${where} ends ${after(of, count)}.` : `${where}: ${after(of, count)}.`
  }
  return `${where}: ${runName(e, run)} ${after(fate[cell], steps[cell])}, ${runName(e, against)} ${after(other.fate[cell], other.steps[cell])}.`
}

/** The middle of the cell in which `x` lies on the finest grid, where the map's answer is exact. */
export function middleOf(state: Pick<Basins, 'grids' | 'job'>, x: readonly number[]): readonly number[] {
  const found = foundAt(state, x)
  return found === undefined ? x : startOf(found.grid.job.experiment.domain, found.grid.shape, found.cell)
}
