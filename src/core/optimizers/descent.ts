/** Methods that choose a direction from the slopes seen so far and search along it: what BFGS, L-BFGS and conjugate gradients share. */
import type { Values } from '../fields.ts'
import { dot } from '../math/vectors.ts'
import { coded, type Code } from './coded.ts'
import { search } from './line-search.ts'
import type { Begin, Oracle, Setting } from './optimizer.ts'
import { level, STUCK } from './rest.ts'

/** One step taken, for the method to learn from. */
export interface Move {
  /** The step s = αp, and the direction p. */
  readonly s: Float64Array
  readonly direction: Float64Array
  /** The gradient where it began and where it ended, and the difference y of the two. */
  readonly before: Float64Array
  readonly gradient: Float64Array
  readonly y: Float64Array
}

/** A method that descends: how it makes directions out of plain data of its own. */
export interface Descent<O> {
  /** Before the first step, and for a restart, where the direction is −g. */
  readonly fresh: (n: number, hyper: Values) => O
  readonly direction: (gradient: Float64Array, own: O) => Float64Array
  /** The step that is tried first, or taken where nothing is searched, as a share of `lr`. */
  readonly share: (own: O, gradient: Float64Array) => number
  /** Changes `own` in place. */
  readonly learn: (own: O, move: Move) => void
  readonly shows: (own: O) => Readonly<Record<string, ArrayLike<number>>>
}

/** Memory of a descent. */
interface Memory<O> {
  own: O
  /** Value and gradient at `at`, good for the next step where there is no noise and nothing else has moved the point since. */
  told: { readonly at: Float64Array; readonly f: number; readonly gradient: Float64Array } | undefined
  /** α of the last step; 0 before the first and where no step was found. */
  step: number
  /** Why it takes no more steps. */
  rest: string | undefined
}

/** How a run of such a method begins. */
/* @__NO_SIDE_EFFECTS__ */
export function descent<O>(method: Descent<O>): Begin {
  const code: Code<Memory<O>> = {
    init: ({ start, hyper }) => ({ own: method.fresh(start.length, hyper), told: undefined, step: 0, rest: undefined }),
    step: (x, memory, oracle, setting) => step(method, x, memory, oracle, setting),
    shows: ({ own, step: taken }) => ({ step: [taken], ...method.shows(own) }),
    // With noise nothing is final: the next step may be told otherwise.
    finished: ({ rest }, { exact }) => (exact ? rest : undefined),
  }
  return coded(code)
}

function step<O>(method: Descent<O>, x: Float64Array, memory: Memory<O>, oracle: Oracle, { hyper, exact }: Setting): void {
  const { told } = memory
  const { f, gradient } = told !== undefined && told.at.every((v, i) => v === x[i]) ? told : asked(oracle, x)
  const rest = (why: string): void => {
    Object.assign(memory, { told: exact ? { at: x.slice(), f, gradient } : undefined, step: 0, rest: why })
  }
  const still = level(gradient, hyper.gtol)
  if (still !== undefined) return rest(still)
  const tried = (): Tried | undefined => {
    const direction = method.direction(gradient, memory.own)
    const slope = dot(gradient, direction)
    // Without a line search even a wrong direction is taken, but not one that leads up.
    if (!(slope < 0)) return undefined
    const first = hyper.lr * method.share(memory.own, gradient)
    const found = search(oracle, { x, f, slope, direction }, first, hyper)
    return found && { ...found, direction }
  }
  let found = tried()
  if (found === undefined) {
    memory.own = method.fresh(x.length, hyper)
    found = tried()
  }
  if (found === undefined) return rest(STUCK)
  const { direction, step: length } = found
  const s = direction.map((d) => length * d)
  for (let i = 0; i < x.length; i++) x[i] += s[i]
  const next = found.f !== undefined && found.gradient !== undefined ? { f: found.f, gradient: found.gradient } : asked(oracle, x)
  const y = next.gradient.map((g, i) => g - gradient[i])
  method.learn(memory.own, { s, direction, before: gradient, gradient: next.gradient, y })
  memory.step = length
  memory.told = exact ? { at: x.slice(), ...next } : undefined
  memory.rest = level(next.gradient, hyper.gtol)
}

interface Tried {
  readonly direction: Float64Array
  readonly step: number
  readonly f?: number
  readonly gradient?: Float64Array
}

function asked(oracle: Oracle, x: Float64Array): { f: number; gradient: Float64Array } {
  const gradient = new Float64Array(x.length)
  return { f: oracle.gradient(x, gradient), gradient }
}

/** min(1, 1/‖g‖₁), PyTorch's first step: where a direction is only the slope, it has no length to go by, and one of about 1 is tried. */
export const firstShare = (gradient: Float64Array): number => Math.min(1, 1 / gradient.reduce((sum, g) => sum + Math.abs(g), 0))
