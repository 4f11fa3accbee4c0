/**
 * Maps and the ensemble name runs and starts by their position: here they are held to those that there are. Links are read and experiments
 * replaced through it, so that everywhere else a position is one that is there, unless there is no run at all.
 */
import type { BasinChoice, Experiment } from './experiment.ts'

/** Hears of each position that is not there, whose it is, and what becomes of it. */
type Tell = (about: string, says: string) => void

/** Which one stands for position `at` of a list: the last one for all beyond it; -1 in an empty one. */
export const lastAt = (at: number, list: readonly unknown[]): number => Math.min(at, list.length - 1)

/**
 * `e` with maps and an ensemble of runs and starts that it has: the last one stands for those beyond it, and there is no comparison with a
 * run that is not there. `e` itself where nothing changes; without any run there is nothing to hold them to.
 */
export function within(e: Experiment, tell: Tell = () => undefined): Experiment {
  const has = (who: string, about: string, kind: 'run' | 'start', at: number, otherwise: string): boolean => {
    const count = e[`${kind}s`].length
    if (at < count || count === 0) return true
    tell(about, `${who}: there is no ${kind} ${at}. They are counted from 0, and there ${count === 1 ? 'is' : 'are'} ${count}. ${otherwise}`)
    return false
  }
  const held = <T extends { readonly run: number; readonly start?: number }>(who: string, about: string, of: T): T => {
    const kept = (kind: 'run' | 'start', at: number): number => {
      const last = lastAt(at, e[`${kind}s`])
      return has(who, `${about}.${kind}`, kind, at, `The last one, ${kind}:${last}, is used.`) ? at : last
    }
    const run = kept('run', of.run)
    const start = of.start === undefined ? undefined : kept('start', of.start)
    return run === of.run && start === of.start ? of : { ...of, run, ...(start !== undefined && { start }) }
  }
  const compared = (of: BasinChoice): BasinChoice => {
    const { against, ...alone } = of
    return against === undefined || has('The basin map', 'basins.against', 'run', against, 'The comparison is left out.') ? of : alone
  }
  const basins = e.basins && compared(held('The basin map', 'basins', e.basins))
  const sweep = e.sweep && held('The sweep map', 'sweep', e.sweep)
  const ensemble = e.ensemble && held('The ensemble', 'ensemble', e.ensemble)
  if (basins === e.basins && sweep === e.sweep && ensemble === e.ensemble) return e
  return { ...e, ...(basins && { basins }), ...(sweep && { sweep }), ...(ensemble && { ensemble }) }
}
