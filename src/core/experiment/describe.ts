/** Experiment -> what its landscape is, in words and formulas, before anything is compiled. */
import type { Expression } from '../formula/ast.ts'
import type { Experiment } from './experiment.ts'
import { groundOf, type Ground } from './ground.ts'
import { roughened } from './noise.ts'
import { penalized } from './terms.ts'

export interface Described extends Ground {
  /** The formula with the experiment's own terms added. */
  readonly expression: Expression
  /** Shown as the landscape's name; `Your formula` where it was typed. */
  readonly name: string
  readonly trait: string
}

/** Reads the landscape of a valid experiment. Throws a RangeError where the experiment is not valid: ask `validate` first. */
export function describe(e: Experiment): Described {
  const read = groundOf(e.landscape, e.data)
  if (!read.ok) throw new RangeError(read.issues[0].says)
  const ground = read.value
  const { coordinates, objective } = ground
  const expression = roughened(penalized(ground.expression, coordinates, e), ground, e)
  return { ...ground, expression, name: objective?.name ?? 'Your formula', trait: objective?.trait ?? 'typed' }
}
