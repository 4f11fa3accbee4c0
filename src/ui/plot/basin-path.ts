/** The path that a run would take from a point, computed on the spot. */
import { sampled } from '../../core/experiment/batch.ts'
import type { Experiment } from '../../core/experiment/experiment.ts'
import { beginDescent } from '../../core/explore/descent.ts'
import { methodOf } from '../../core/experiment/methods.ts'
import { resolvedOf } from '../../store/resolved.ts'
import type { Path } from '../../store/state.ts'

/** More than this is too much between two frames: steps at a time, and ms in all. */
const AT_ONCE = 50
const LONGEST = 6

type Preview = Pick<Path, 'x' | 'count'>

let last: { readonly e: Experiment; readonly at: string; readonly paths: Map<number, Preview | undefined> } | undefined

/** Its iterates, as many as can be had between two frames; undefined where the run has no method. The last answers are kept. */
export function pathFrom(e: Experiment, run: number, x: readonly number[]): Preview | undefined {
  const at = x.join()
  if (last === undefined || last.e !== e || last.at !== at) last = { e, at, paths: new Map() }
  if (!last.paths.has(run)) last.paths.set(run, descend(e, run, x))
  return last.paths.get(run)
}

function descend(e: Experiment, run: number, x: readonly number[]): Preview | undefined {
  const method = methodOf(e, e.runs[run]?.optimizer ?? '')
  if (method === undefined || e.runs[run].around?.restarts !== undefined) return undefined
  const resolved = resolvedOf(e)
  const descent = beginDescent({ ...e, starts: [x] }, { run, start: 0 }, method, { landscape: resolved.landscape, rows: () => sampled(resolved, e) })
  descent.trajectory.quiet = true
  const until = performance.now() + LONGEST
  while (!descent.done && performance.now() < until) descent.advance(AT_ONCE)
  return descent.run.track
}
