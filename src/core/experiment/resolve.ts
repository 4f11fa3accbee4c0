/** Experiment -> the landscape it is about, compiled, with what is known of it. */
import { compile } from '../engine/compile.ts'
import type { Landscape } from '../landscape.ts'
import { describe, type Described } from './describe.ts'
import type { Experiment } from './experiment.ts'

export interface Resolved extends Described {
  readonly landscape: Landscape
}

/** Compiles the landscape of a valid experiment. Throws a RangeError where the experiment is not valid: ask `validate` first. */
export function resolve(e: Experiment): Resolved {
  const described = describe(e)
  return { ...described, landscape: compile(described.expression, described.coordinates, e.params, described.data) }
}
