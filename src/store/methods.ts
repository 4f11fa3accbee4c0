/** The method a run names. A typed one is declared once and then the same object, so that what is made of it can be kept. */
import type { Experiment } from '../core/experiment/experiment.ts'
import { optimizerById } from '../core/optimizers/index.ts'
import type { DeclaredOptimizer, Optimizer } from '../core/optimizers/optimizer.ts'
import { declare, type TypedMethod } from '../core/optimizers/typed.ts'
import { useStore } from './store.ts'

const kept = new WeakMap<TypedMethod, DeclaredOptimizer>()

/** The method with this id of the catalogue, or of those typed into the experiment; undefined where there is none. */
export function methodOf({ methods }: Pick<Experiment, 'methods'>, id: string): Optimizer | undefined {
  const typed = methods.find((m) => m.id === id)
  if (typed === undefined) return optimizerById(id)
  const declared = kept.get(typed) ?? declare(typed)
  kept.set(typed, declared)
  return declared
}

/** The same, of the present experiment. */
export function useMethod(id: string | undefined): Optimizer | undefined {
  return useStore((s) => (id === undefined ? undefined : methodOf(s.experiment, id)))
}
