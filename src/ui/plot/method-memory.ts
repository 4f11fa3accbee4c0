/** What of a run's memory is drawn, and its numbers at a step. */
import type { Drawing, SurrogateDrawing } from '../../core/optimizers/drawing.ts'
import { optimizerById } from '../../core/optimizers/index.ts'
import { isDeclared } from '../../core/optimizers/optimizer.ts'
import { isSelected } from '../../store/selectors.ts'
import type { Path, State } from '../../store/state.ts'

/** What is drawn of the methods with this id; nothing for most. */
export function drawingsOf(id: string): readonly Drawing[] {
  const optimizer = optimizerById(id)
  return optimizer === undefined || isDeclared(optimizer) ? [] : optimizer.draws ?? []
}

/** Whether any run of the experiment has something to draw: otherwise no switch for it is shown. */
export const drawsAny = ({ runs }: Pick<State['experiment'], 'runs'>): boolean => runs.some((run) => drawingsOf(run.optimizer).length > 0)

/** What a method believes of the landscape, if it has such a thing. */
export const surrogateOf = (id: string): SurrogateDrawing | undefined => drawingsOf(id).find((drawing) => drawing.kind === 'surrogate')

/** Whether the curve has a strip for what is to be gained: a shown method with a surrogate, and its layer not hidden. */
export function showsGain({ domain, runs, hidden }: Pick<State['experiment'], 'domain' | 'runs' | 'hidden'>): boolean {
  return domain.length === 1 && !hidden.includes('state') && runs.some((run) => run.shown && surrogateOf(run.optimizer) !== undefined)
}

/** The one path whose surrogate fills the panel: the selected one, or else the selected run's, or else the last of them. */
export function surrogatePath(paths: readonly Path[], { experiment, session }: Pick<State, 'experiment' | 'session'>): Path | undefined {
  const all = paths.filter((path) => path.count > 0 && surrogateOf(experiment.runs[path.run]?.optimizer ?? '') !== undefined)
  return all.find((path) => isSelected(path, { session })) ?? all.find((path) => path.run === session.selected) ?? all.at(-1)
}

/** The numbers of one step of a column of the memory. */
export function memoryRow(path: Path, name: string, step: number): Float64Array | undefined {
  const column = path.memory[name]
  if (column === undefined) return undefined
  const width = column.length / path.f.length
  return column.subarray(step * width, (step + 1) * width)
}

/** The step of a path under the playhead. */
export const stepUnder = (path: Path, { playhead }: Pick<State['session'], 'playhead'>): number =>
  Math.min(path.count - 1, Math.max(0, Math.floor(playhead)))
