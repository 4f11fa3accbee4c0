/** What everything that moves over a landscape is drawn from, for canvases that are painted again only when some of it has changed. */
import type { State } from '../../store/state.ts'
import { loadedDrawings } from './method-layer.ts'

/** Parts of the state to compare by identity. The start itself is not among them: paths follow it when their new iterates come. */
export function movesFrom({ experiment, results, session }: Pick<State, 'experiment' | 'results' | 'session'>): readonly unknown[] {
  const { playhead, selected, start, hover, dragging } = session
  return [
    results.revision, experiment.runs, experiment.hidden, experiment.domain, playhead, selected, start, dragging ? undefined : hover,
    loadedDrawings(experiment),
  ]
}
