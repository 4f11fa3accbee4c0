import type { Fields, Values } from '../fields.ts'
import type { Box } from '../landscape.ts'
import type { Drawing } from './drawing.ts'

/** Where a method stands in the menu. */
export const FAMILIES = ['First order', 'Adaptive rates', 'Curvature', 'Without slopes'] as const
export type Family = (typeof FAMILIES)[number]

/** What every method of the catalogue says of itself. */
interface Method {
  /** For ever: links depend on it. */
  readonly id: string
  readonly name: string
  /** Shortest usual name for legends, e.g. `GD`. */
  readonly short: string
  readonly family: Family
  readonly hyper: Fields
  /** Which of a landscape's suggested rates suits it (see objectives/objective.ts); absent where it has no such rate. */
  readonly rate?: 'lr' | 'momentum' | 'adaptive'
  /** What that rate is multiplied by for this method; 1 where absent. */
  readonly rateTimes?: number
  /**
   * The largest stable learning rate on a quadratic with largest curvature λ, as a formula in the hyper-parameters and `lambda`,
   * e.g. `2/lambda` for gradient descent, `2*(1+momentum)/lambda` for heavy ball. Absent where no such bound describes the method.
   */
  readonly stableBelow?: string
  /** Laws of the catalogue that it does not keep, each with the reason. */
  readonly exceptions?: Readonly<Partial<Record<Law, string>>>
}

/** What is told of a method of the catalogue beside (see about.ts). */
export interface MethodAbout {
  readonly source: string
  /** One or two sentences: what it does and what it is for. */
  readonly note: string
  /** What one step asks for, in words: `one slope`. */
  readonly cost: string
  /** Of a method with code: its rule as lines of TeX. */
  readonly rule?: readonly string[]
  /** Which of these lines stands for the method where there is room for one; the first where absent. */
  readonly gist?: number
}

/** What every method does but for a declared exception: after an infinite slope its point is not finite (`infinity`). */
export type Law = 'infinity'

/**
 * A first-order method that acts on each coordinate alone, declared as its textbook update formulas.
 *
 * `update` lists, in order, name: formula. A formula may use the coordinate `x`, its gradient `g`, the step number `t` (1 for the
 * first step), the hyper-parameters by name, and every name of `update`: names evaluated earlier in the list have this step's
 * value, the name itself and later ones have the previous step's value (0 before the first step). One entry is `x`, in the catalogue
 * the last.
 * A name that never reads its previous value is a mere abbreviation and is not kept as memory.
 */
export interface DeclaredOptimizer extends Method {
  readonly update: Readonly<Record<string, string>>
  /**
   * How each name of `update` is typeset, as TeX without the step: `{ m_hat: '\\hat m' }` is set as \hat m_t. `x` and `g` are
   * always x and g, hyper-parameters have the TeX of their field.
   */
  readonly tex: Readonly<Record<string, string>>
}

/** A method that no update formula can say: code over plain memory (see coded.ts), which codes.ts knows by its id. */
export interface CodedOptimizer extends Method {
  /** The highest derivatives it asks for. */
  readonly order: 0 | 1 | 2
  /** How many slopes of a usual landscape one step takes as long as, at most and roughly: a run pauses the more often. 1 where absent. */
  readonly work?: number
  /** Set where it takes chances, so that the seed matters to its runs. */
  readonly chance?: true
  /** What of the memory is drawn on the landscape. */
  readonly draws?: readonly Drawing[]
}

/** Begins a run of a method with code. */
export type Begin = (setting: Setting) => Course

export type Optimizer = DeclaredOptimizer | CodedOptimizer

/** The highest derivatives a method asks for. Those of order 0 know values only: a kink or a missing slope is nothing to them. */
export function orderOf(o: Optimizer): 0 | 1 | 2 {
  return isDeclared(o) ? 1 : o.order
}

export function isDeclared(o: Optimizer): o is DeclaredOptimizer {
  return 'update' in o
}

/** What a method may ask of the landscape. Every call is counted; with noise in the experiment the answers are noisy. */
export interface Oracle {
  /** f(x). */
  value(x: Float64Array): number
  /** Returns f(x) and writes the gradient; one evaluation of the gradient, which brings the value along. */
  gradient(x: Float64Array, out: Float64Array): number
  /** Returns f(x), writes the gradient and the Hessian (row-major); one evaluation of each. */
  hessian(x: Float64Array, gradient: Float64Array, hessian: Float64Array): number
}

/** What is fixed for one run. */
export interface Setting {
  readonly start: Float64Array
  readonly hyper: Values
  /** Where methods that need bounds look: the domain of the experiment. */
  readonly domain: Box
  /** How many steps the run will take. */
  readonly steps: number
  /** True where there is no noise: what one step was told still holds in the next. */
  readonly exact: boolean
  /** Uniform in [0, 1), the same for the same keys: seed and start are among them already. */
  readonly uniform: (...keys: readonly number[]) => number
  /** Standard normal, likewise. */
  readonly normal: (...keys: readonly number[]) => number
}

/** A run of a method with code. All its memory is plain data, so that it can be cloned, branched and resumed. */
export interface Course {
  /** Takes step `t` (1 for the first) from `x` in place, with the hyper-parameters of this step: a schedule may change `lr`. */
  step(x: Float64Array, oracle: Oracle, t: number, hyper: Values): void
  /** What is drawn and exported of the memory: names with columns whose length never changes. */
  shows(): Readonly<Record<string, ArrayLike<number>>>
  /**
   * The method's own stopping rule, met: a clause with its numbers, e.g. `the simplex is within 1e-4`. Undefined while it goes on, and for
   * methods without such a rule. Once finished, a step leaves everything as it is and asks for nothing.
   */
  finished?(): string | undefined
  clone(): Course
}
