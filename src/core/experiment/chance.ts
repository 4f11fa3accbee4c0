/** Whether the seed matters to a run beside the noise: to restarts, and to methods with code, which may take chances. */
import { declaredById } from '../optimizers/index.ts'
import type { Experiment, Run } from './experiment.ts'

const chancy = ({ optimizer, around }: Run): boolean => around?.restarts !== undefined || declaredById(optimizer) === undefined

/** Whether two equal runs of these experiments take the same chances. */
export function sameChance(a: Pick<Experiment, 'seed'>, b: Pick<Experiment, 'seed'>, run: Run): boolean {
  return a.seed === b.seed || !chancy(run)
}
