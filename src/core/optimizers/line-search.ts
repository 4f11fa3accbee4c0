/** How far to go along a direction: the searches that methods with curvature share, each counting what it asks for. */
import type { Values } from '../fields.ts'
import { along } from '../math/vectors.ts'
import { fallen, type Found, type Line } from './line.ts'
import type { Oracle } from './optimizer.ts'
import { strongWolfe } from './wolfe.ts'

/** Trials after which backtracking gives up: 40 halvings make 1e-12 of a step. */
const TRIALS = 40

/**
 * Backtracking: the step `first`, and then shorter ones until one has sufficient decrease, f(x + αp) ≤ f(x) + c₁ α gᵀp, to rounding
 * (Armijo 1966; Nocedal & Wright, algorithm 3.1). Each is the minimum of the parabola through what is known (eq. 3.58), between a tenth
 * and half of the one before; half of it where there is no value. Costs one value a trial. Undefined where none of 40 trials fell, or
 * a step was too short to move.
 */
export function backtracking(oracle: Oracle, line: Line, first: number, c1: number): Found | undefined {
  let step = first
  for (let trial = 0; trial < TRIALS; trial++) {
    const x = along(line.x, step, line.direction)
    if (x.every((v, i) => v === line.x[i])) return undefined
    const f = oracle.value(x)
    if (fallen(line, step, f, c1)) return { step, f }
    const lowest = (-0.5 * line.slope * step * step) / (f - line.f - line.slope * step)
    step = Number.isFinite(lowest) ? Math.min(0.5 * step, Math.max(0.1 * step, lowest)) : 0.5 * step
  }
  return undefined
}

/** The search that `hyper` chooses, which tries the step `first` before others; without one, that step. Undefined where it cannot descend. */
export function search(oracle: Oracle, line: Line, first: number, { line_search_fn, c1, c2 }: Values): Found | undefined {
  if (line_search_fn === 1) return backtracking(oracle, line, first, c1)
  return line_search_fn === 2 ? strongWolfe(oracle, line, first, c1, c2) : { step: first }
}
