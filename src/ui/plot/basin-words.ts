/** Basins in words. */
import { FATES, minimaOf, startOf, cellAt, type MapJob } from '../../core/ensembles/job.ts'
import type { Basins } from '../../store/basins.ts'
import { EMPTY } from '../../store/basins.ts'
import { pointText } from './label.ts'

/** `A`, or `Diverged`. */
export function fateName(fate: number, { critical }: MapJob): string {
  return fate >= 0 ? minimaOf(critical)[fate]?.letter ?? '' : FATES.find((one) => one.fate === fate)?.name ?? ''
}

/** What the map says of the start `x`: `(1.55, −3.60) ends at minimum D after 58 steps.` Undefined where it has not come yet. */
export function startSays({ grids, job, domain }: Basins, x: readonly number[]): string | undefined {
  if (job === undefined || domain.length !== x.length) return undefined
  const where = pointText(x, domain.map(([low, high]) => high - low))
  for (const { shape, fate, steps } of grids.toReversed()) {
    const cell = cellAt(domain, shape, x)
    if (cell === undefined || fate[cell] === EMPTY) continue
    const after = `after ${steps[cell]} ${steps[cell] === 1 ? 'step' : 'steps'}`
    return fate[cell] >= 0 ? `${where} ends at minimum ${fateName(fate[cell], job)} ${after}.` : `${where}: ${fateName(fate[cell], job).toLowerCase()} ${after}.`
  }
  return undefined
}

/** The middle of the cell in which `x` lies on the finest grid, where the map's answer is exact. */
export function middleOf({ grids, domain }: Basins, x: readonly number[]): readonly number[] {
  const shape = grids.at(-1)?.shape
  const cell = shape && cellAt(domain, shape, x)
  return shape === undefined || cell === undefined ? x : startOf(domain, shape, cell)
}
