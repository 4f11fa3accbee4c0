/** Ensembles in words. */
import { drawsOf } from '../../core/ensembles/draws.ts'
import { isOutside, type Ends } from '../../core/ensembles/summary.ts'
import type { Tries } from '../../store/ensembles.ts'
import { formatNumber } from '../format.ts'
import { fateName, stepsText } from './basin-words.ts'
import type { Bar } from './ensemble-bars.ts'
import { pointText } from './label.ts'

/** `39.5 %` */
export const percent = (share: number): string => (share > 0 && share < 0.001 ? '< 0.1 %' : `${(100 * share).toFixed(1)} %`)

/** `1,000` */
export const countText = (count: number): string => count.toLocaleString('en-US')

/** `Minimum A`, `Diverged`, `Outside the domain`: how rows of tables call ends. */
export function endsName({ fate, outside }: Pick<Ends, 'fate' | 'outside'>, job: Tries['job']): string {
  return outside ? 'Outside the domain' : `${fate >= 0 ? 'Minimum ' : ''}${fateName(fate, job)}`
}

/** `(1.55, −3.60): at minimum D after 58 steps, loss 0.` with the seed before it where that is what differs. */
export function trySays(tries: Tries, cell: number): string {
  const { job, fate, steps, loss, count } = tries
  const { experiment: e, choice } = job
  const [run, k] = [Math.floor(cell / count), cell % count]
  const draws = drawsOf(e, choice)
  const where = choice.draw === 'seeds' ? `seed ${draws.seed(k, run)}` : pointText(draws.start(k), e.domain.map(([low, high]) => high - low))
  const lettered = fate[cell] >= 0 ? `at minimum ${fateName(fate[cell], job)}` : fateName(fate[cell], job).toLowerCase()
  const became = isOutside(job, tries, cell) ? 'at a minimum outside the domain' : lettered
  return `${where}: ${became} after ${stepsText(steps[cell])}, loss ${formatNumber(loss[cell])}`
}

/** `412 of 1,000: 400 at A, 12 diverged` */
export function barSays({ job }: Tries, { parts, tries }: Bar, all: number): string {
  const named = parts.map(({ fate, count }) => `${countText(count)} ${fate >= 0 ? `at ${fateName(fate, job)}` : fateName(fate, job).toLowerCase()}`)
  return `${countText(tries.length)} of ${countText(all)} tries: ${named.join(', ')}`
}
