/** The compiled landscape of an experiment, for what the page looks up by itself. Brings the engine with it: only panels that load later ask. */
import { resolve } from '../core/experiment/resolve.ts'
import { keptFor } from './kept-for.ts'

/** The experiment's landscape with its compiled function. The same object for the same function. */
export const resolvedOf = keptFor(resolve)
