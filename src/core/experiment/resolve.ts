/** Experiment -> the landscape it is about, compiled, with what is known of it. */
import { compile } from '../engine/compile.ts'
import type { Expression } from '../formula/ast.ts'
import type { Landscape } from '../landscape.ts'
import type { Height } from '../objectives/objective.ts'
import type { Experiment } from './experiment.ts'
import { groundOf, type Ground } from './ground.ts'
import { heightOf } from './height.ts'
import { roughened } from './noise.ts'
import { penalized } from './terms.ts'

export interface Resolved extends Ground {
  /** The formula with the experiment's own terms added. */
  readonly expression: Expression
  readonly landscape: Landscape
  /** Shown as the landscape's name; `Your formula` where it was typed. */
  readonly name: string
  readonly trait: string
  readonly height: Height
}

/** Compiles the landscape of a valid experiment. Throws a RangeError where the experiment is not valid: ask `validate` first. */
export function resolve(e: Experiment): Resolved {
  const read = groundOf(e.landscape, e.data)
  if (!read.ok) throw new RangeError(read.issues[0].says)
  const ground = read.value
  const { coordinates, objective } = ground
  const expression = roughened(penalized(ground.expression, coordinates, e), ground, e)
  const landscape = compile(expression, coordinates, e.params, ground.data)
  if (objective !== undefined) {
    return { ...ground, expression, landscape, name: objective.name, trait: objective.trait, height: objective.height }
  }
  return { ...ground, expression, landscape, name: 'Your formula', trait: 'typed', height: heightOf(landscape, e.domain) }
}
