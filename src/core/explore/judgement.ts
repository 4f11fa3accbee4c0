/** What a verdict is made of, and the words that several verdicts share. */
import { curvature, largest } from './classify.ts'
import type { CriticalPoint, Ending, Verdict } from './events.ts'
import { classifyFlat, polish } from './flat-point.ts'
import type { Finished, Scene } from './scene.ts'
import { stableRate } from './stability.ts'
import { sayPoint } from './words.ts'

export interface Judgement {
  readonly ending: Ending
  readonly verdict: Verdict
  readonly step: number
  readonly word: string
  /** Makes the sentence, which takes longer than to decide: only of runs that somebody reads about. */
  readonly says: () => string
}

/** The stable rate for the largest of `eigenvalues`, where the run's rate is over it (or at it, to rounding). */
export function overLimit(run: Finished, scene: Scene, eigenvalues: readonly number[] | undefined, step?: number): number | undefined {
  if (eigenvalues === undefined || eigenvalues.length < scene.landscape.dimension) return undefined
  const limit = stableRate(run.optimizer, run.hyper, Math.max(...eigenvalues))
  return limit !== undefined && rateAt(run, step) >= limit * (1 - 1e-12) ? limit : undefined
}

/** The learning rate of the step that led to iterate `step`, the last one unless told otherwise. */
export const rateAt = (run: Finished, step = run.track.count - 1): number => run.rate?.(Math.max(0, step - 1)) ?? run.hyper.lr

/** Eigenvalues of the Hessian at `x`; none where it is zero or not finite. */
export function eigenvaluesAt(scene: Scene, x: Float64Array): readonly number[] {
  const n = scene.landscape.dimension
  const hessian = new Float64Array(n * n)
  scene.landscape.hessian(x, new Float64Array(n), hessian)
  const { eigenvalues } = curvature(hessian, n)
  return largest(eigenvalues) > 0 ? eigenvalues : []
}

/**
 * The nearest minimum: of the critical report, or before there is one, the one Newton's method finds from here. Where the report
 * has only some of them, whichever of the two is nearer.
 */
export function nearestMinimum(x: ArrayLike<number>, scene: Scene): CriticalPoint | undefined {
  const away = (c: CriticalPoint): number => Math.hypot(...c.x.map((v, i) => v - x[i]))
  const listed = scene.critical?.filter((c) => c.kind === 'minimum' || c.kind === 'kink minimum') ?? []
  const found = scene.critical === undefined || scene.partial === true ? minimumFrom(x, scene) : undefined
  return [...listed, ...(found === undefined ? [] : [found])].toSorted((a, b) => away(a) - away(b))[0]
}

function minimumFrom(x: ArrayLike<number>, scene: Scene): CriticalPoint | undefined {
  const at = polish(scene.landscape, x, 0.5 * scene.size)
  if (at === undefined) return undefined
  const { x: _place, ...point } = classifyFlat(scene.landscape, at, scene.size)
  return point.kind === 'minimum' ? { ...point, x: Array.from(at), lowest: false, letter: '', certified: false, global: 0 } : undefined
}

/** `minimum A`, or `the minimum at 1.09` while it has no letter. */
export const named = (c: CriticalPoint): string => (c.letter === '' ? `the minimum at ${sayPoint(c.x)}` : `minimum ${c.letter}`)
/** The symbol of the learning rate, e.g. `$\\eta$`. */
export const rateTex = (run: Finished): string => `$${run.optimizer.hyper.lr?.tex ?? '\\eta'}$`

/** Why nothing is defined at `x`, with a true minus in its numbers. */
export function reason(scene: Scene, x: ArrayLike<number>): string | undefined {
  return scene.because(x)?.replaceAll(/-(?=\d)/g, '−')
}
