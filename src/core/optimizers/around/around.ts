import type { Fields, Values } from '../../fields.ts'
import { isDeclared, orderOf, type Optimizer } from '../optimizer.ts'

/** Tells the gradient at a point of the method's choice, with the noise there is; counted as an evaluation. */
export type Ask = (x: Float64Array, out: Float64Array) => void

/** Something that stands around a method, whichever it is: between the landscape and its step, or between its step and the result. */
export interface Around {
  /** For ever: links depend on it. The name of its first field, too: `sam:0.05` in a link switches it on. */
  readonly id: string
  readonly name: string
  readonly fields: Fields
  /** How it is called in a run's name: `SAM` in `Adam + SAM`. */
  short(values: Values): string
  /** Its rule with these settings as lines of TeX, g_t being the gradient that the method sees in step t. */
  rule(values: Values): readonly string[]
  /** Only methods declared by formulas: the others look at more than one gradient a step, and what they are told must fit together. */
  readonly declaredOnly: boolean
  /** Makes the gradient `g` at `x` the one that the method sees, in place. */
  readonly slope?: (g: Float64Array, x: Float64Array, values: Values, ask: Ask) => void
  /** How many slopes a step asks for through `ask`; none where absent. */
  readonly asks?: number
  /** Changes the point `x` that the method has stepped to from `before`, in place; `lr` is the rate of this step. */
  readonly point?: (x: Float64Array, before: Float64Array, values: Values, lr: number) => void
  /** Takes iterate `t` (1 for the first after the start) into the average `mean`, in place; the run itself goes on unchanged. */
  readonly mean?: (mean: Float64Array, x: Float64Array, t: number, values: Values) => void
}

/** What is told of it beside (see about.ts). */
export interface AroundAbout {
  readonly source: string
  /** One or two sentences: what it does and what it is for. */
  readonly note: string
}

/** Why `around` does not fit a method, as a sentence; undefined where it does. */
export function unsuited(around: Around, method: Optimizer): string | undefined {
  if (around.point !== undefined && !Object.hasOwn(method.hyper, 'lr')) return `${method.name} has no learning rate, and ${around.name} goes by it. Choose gd.`
  if (!around.declaredOnly || isDeclared(method)) return undefined
  const why = orderOf(method) === 0 ? 'never asks for a slope' : 'asks for more than one slope a step'
  return `${method.name} ${why}, so ${around.name} does not fit around it. Choose a first-order method, such as gd.`
}

/** The Euclidean norm of `g`. */
export function norm(g: Float64Array): number {
  let sum = 0
  for (const v of g) sum += v * v
  return Math.sqrt(sum)
}
