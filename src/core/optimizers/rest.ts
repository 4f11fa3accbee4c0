/** When a method that asks for slopes stops by itself, and the clauses that say so. */
import type { NumberField } from '../fields.ts'
import { maxNorm } from '../math/vectors.ts'

/** How level the ground has to be for a method to stop by itself. SciPy's name; its default is 1e-5. */
export const GTOL: NumberField = {
  kind: 'number', label: 'Gradient tolerance', tex: 'g_{\\mathrm{tol}}', default: 1e-7, min: 0, max: 1e6, slider: [1e-10, 1e-2], scale: 'log',
  note: 'The method stops where no component of the slope is larger.',
}

/** Why a method stops where the slope is `gradient`, as a clause (Course.finished in optimizer.ts); undefined where it goes on. */
export function level(gradient: Float64Array, gtol: number): string | undefined {
  return maxNorm(gradient) <= gtol ? `no component of the slope is over ${gtol}` : undefined
}

/** Why a method stops whose line search has failed in its last direction and straight down. */
export const STUCK = 'its line search finds no lower point on the way down'
