/** Answers about the landscape of an experiment, kept while it stays the same. */
import { sameData } from '../core/data/data-set.ts'
import type { Experiment } from '../core/experiment/experiment.ts'
import { sameTerms } from '../core/experiment/terms.ts'
import { sameChoice, sameValues } from './same.ts'

/** The last few answers: the present one, the one undo returns to, and what a comparison asks for in turn. */
const KEPT = 4

/** `make`, but the same object for the same landscape. */
export function keptFor<T>(make: (experiment: Experiment) => T): (experiment: Experiment) => T {
  /** Newest first. */
  let kept: readonly { readonly experiment: Experiment; readonly answer: T }[] = []
  return (experiment) => {
    const found = kept.find((entry) => sameLandscape(entry.experiment, experiment))
    if (found) return found.answer
    const answer = make(experiment)
    kept = [{ experiment, answer }, ...kept].slice(0, KEPT)
    return answer
  }
}

/** The same function, over whatever domain. */
function sameLandscape(a: Experiment, b: Experiment): boolean {
  return a === b || (sameChoice(a.landscape, b.landscape) && sameData(a.data, b.data) && sameValues(a.params, b.params) && sameTerms(a, b))
}
