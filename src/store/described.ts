/** What the experiment's landscape is, kept while formula, parameters and terms stay the same, so that a drag reads no formula anew. */
import { describe, type Described } from '../core/experiment/describe.ts'
import { keptFor } from './kept-for.ts'
import { useStore } from './store.ts'

/** What the experiment's landscape is: formula, coordinates, parameter fields, names. The same object for the same function. */
export const describedOf = keptFor(describe)

/** The present landscape; renders again only when formula, data or parameters change. */
export function useDescribed(): Described {
  return useStore((state) => describedOf(state.experiment))
}
