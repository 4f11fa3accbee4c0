/** The path that the mapped run would take from a point, computed on the spot. */
import { sampled } from '../../core/experiment/batch.ts'
import type { Experiment } from '../../core/experiment/experiment.ts'
import { beginDescent } from '../../core/explore/descent.ts'
import { methodOf } from '../../core/experiment/methods.ts'
import { resolvedOf } from '../../store/resolved.ts'
import type { Path } from '../../store/state.ts'

/** More steps than this are too many between two frames. */
const MOST = 2000

/** Its iterates; undefined where the run has no method. */
export function pathFrom(e: Experiment, run: number, x: readonly number[]): Pick<Path, 'x' | 'count'> | undefined {
  const method = methodOf(e, e.runs[run]?.optimizer ?? '')
  if (method === undefined || e.runs[run].around?.restarts !== undefined) return undefined
  const resolved = resolvedOf(e)
  const here = { ...e, starts: [x] }
  const descent = beginDescent(here, { run, start: 0 }, method, { landscape: resolved.landscape, rows: () => sampled(resolved, e) })
  descent.trajectory.quiet = true
  descent.advance(MOST)
  return descent.run.track
}
