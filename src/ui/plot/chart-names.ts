/** How a run is called in charts and on the curve. */
import type { Run } from '../../core/experiment/experiment.ts'
import { optimizerById } from '../../core/optimizers/index.ts'
import { formatRow } from '../format.ts'

/** `GD, η 0.010`: the shortest usual name and what tells runs of one method apart. */
export function runName(run: Run): string {
  const short = optimizerById(run.optimizer)?.short ?? run.optimizer
  return run.hyper.lr === undefined ? short : `${short}, η ${formatRow(run.hyper.lr, true)}`
}
