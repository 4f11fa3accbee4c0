/** Methods that ask for the Hessian at each step, choose a direction from it and search along it: Newton and its kin. */
import type { Values } from '../fields.ts'
import { symmetricEigen, type Eigen } from '../math/eigen.ts'
import { dot } from '../math/vectors.ts'
import { coded } from './coded.ts'
import { search } from './line-search.ts'
import type { Begin } from './optimizer.ts'
import { level, STUCK } from './rest.ts'

interface Memory {
  /** α of the last step; 0 before the first and where no step was found. */
  step: number
  /** Why it takes no more steps. */
  rest: string | undefined
}

/**
 * How a run of such a method begins.
 * @param divisor what the slope along an eigenvector is divided by, from its eigenvalue; 0 leaves that direction alone
 */
/* @__NO_SIDE_EFFECTS__ */
export function alongCurvature(divisor: (eigenvalue: number, eigen: Eigen, hyper: Values) => number): Begin {
  return coded<Memory>({
    init: () => ({ step: 0, rest: undefined }),
    step(x, memory, oracle, { hyper }) {
      const n = x.length
      const gradient = new Float64Array(n)
      const hessian = new Float64Array(n * n)
      const f = oracle.hessian(x, gradient, hessian)
      memory.rest = level(gradient, hyper.gtol)
      memory.step = 0
      if (memory.rest !== undefined) return
      const eigen = symmetricEigen(hessian, n)
      const direction = directionOf(eigen, gradient, (value) => divisor(value, eigen, hyper))
      if (direction.every((d) => d === 0)) {
        memory.rest = 'no curvature along the slope says how far to go'
        return
      }
      const slope = dot(gradient, direction)
      const found = hyper.line_search_fn === 0 ? { step: hyper.lr } : slope < 0 ? search(oracle, { x, f, slope, direction }, hyper.lr, hyper) : undefined
      memory.step = found?.step ?? 0
      if (found === undefined) memory.rest = STUCK
      for (let i = 0; i < n; i++) x[i] += memory.step * direction[i]
    },
    shows: ({ step }) => ({ step: [step] }),
    // With noise nothing is final: the next step may be told otherwise.
    finished: ({ rest }, { exact }) => (exact ? rest : undefined),
  })
}

/**
 * What a curvature has to be at least for a direction to lead down by a finite length: 1e-3 of the largest; 1 on level ground, where the
 * direction is the slope itself.
 */
export function leastCurvature({ values }: Eigen): number {
  const top = Math.max(...values.map(Math.abs))
  return top === 0 ? 1 : 1e-3 * top
}

/** True for an eigenvalue that is zero beside the largest. */
export function isZero(value: number, { values }: Eigen): boolean {
  return Math.abs(value) <= 1e-12 * Math.max(...values.map(Math.abs))
}

/** −Σ v (vᵀg) / divisor over the eigenvectors v. */
export function directionOf({ values, vectors }: Eigen, gradient: Float64Array, divisor: (eigenvalue: number) => number): Float64Array {
  const direction = new Float64Array(gradient.length)
  for (const [i, value] of values.entries()) {
    const by = divisor(value)
    if (by === 0) continue
    const share = dot(vectors[i], gradient) / by
    for (let k = 0; k < gradient.length; k++) direction[k] -= share * vectors[i][k]
  }
  return direction
}
