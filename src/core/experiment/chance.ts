/** Whether the seed matters to a run beside the noise: to restarts, and to methods that take chances. */
import { optimizerById } from '../optimizers/index.ts'
import { isDeclared } from '../optimizers/optimizer.ts'
import type { Experiment, Run } from './experiment.ts'

/** Whether a run takes chances. */
export function takesChances({ optimizer, around }: Run): boolean {
  const method = optimizerById(optimizer)
  return around?.restarts !== undefined || (method !== undefined && !isDeclared(method) && method.chance === true)
}

/** Whether two equal runs of these experiments take the same chances. */
export function sameChance(a: Pick<Experiment, 'seed'>, b: Pick<Experiment, 'seed'>, run: Run): boolean {
  return a.seed === b.seed || !takesChances(run)
}
