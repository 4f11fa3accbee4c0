/** The compiled landscape of an experiment, kept while formula, parameters and terms stay the same, so that a drag compiles nothing. */
import type { Experiment } from '../core/experiment/experiment.ts'
import { resolve, type Resolved } from '../core/experiment/resolve.ts'
import { sameTerms } from '../core/experiment/terms.ts'
import { sameChoice, sameGround, sameValues } from './same.ts'
import { useStore } from './store.ts'

/** The last few answers, newest first: the present one, the one undo returns to, and what a comparison asks for in turn. */
let kept: readonly { readonly experiment: Experiment; readonly resolved: Resolved }[] = []
const KEPT = 4

/**
 * What the experiment's landscape is: formula, coordinates, parameter fields, compiled function. The same object for the same
 * ground.
 */
export function resolvedOf(experiment: Experiment): Resolved {
  const found = kept.find((entry) => sameLandscape(entry.experiment, experiment))
  if (found) return found.resolved
  const resolved = resolve(experiment)
  kept = [{ experiment, resolved }, ...kept].slice(0, KEPT)
  return resolved
}

/** The present landscape; renders again only when formula, parameters or domain change. */
export function useResolved(): Resolved {
  return useStore((state) => resolvedOf(state.experiment))
}

/** The domain matters for a typed formula only, whose colours are chosen from a look at the ground. */
function sameLandscape(a: Experiment, b: Experiment): boolean {
  if (a === b) return true
  if (a.landscape.kind === 'formula') return sameGround(a, b)
  return sameChoice(a.landscape, b.landscape) && sameValues(a.params, b.params) && sameTerms(a, b)
}
