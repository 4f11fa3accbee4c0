/** The strong Wolfe conditions: a step with sufficient decrease at whose end the line is nearly level. */
import { along, dot } from '../math/vectors.ts'
import { fallen, ROUNDING, type Found, type Line } from './line.ts'
import type { Oracle } from './optimizer.ts'

/** Evaluations after which a search takes the best it has. */
const TRIALS = 25

/** A place on the line: φ(α) = f(x + αp), its slope φ'(α), and the gradient there. */
interface Trial {
  readonly step: number
  readonly f: number
  readonly slope: number
  readonly gradient?: Float64Array
}

/**
 * A step α with f(x + αp) ≤ f(x) + c₁ α gᵀp, to rounding, and |φ'(α)| ≤ c₂ |φ'(0)|: Nocedal & Wright, algorithms 3.5 (bracketing,
 * here by cubic extrapolation, at most ten-fold) and 3.6 (zooming by cubic interpolation, eq. 3.59). Costs one gradient a trial, 25 at
 * most; then the lowest point with sufficient decrease stands in. A trial without a value counts as too far. Undefined where no trial
 * fell.
 */
export function strongWolfe(oracle: Oracle, line: Line, first: number, c1: number, c2: number): Found | undefined {
  const start: Trial = { step: 0, f: line.f, slope: line.slope }
  const falls = ({ step, f }: Trial): boolean => fallen(line, step, f, c1)
  const isLevel = ({ slope }: Trial): boolean => Math.abs(slope) <= -c2 * start.slope
  let left = TRIALS
  const trial = (step: number): Trial => {
    left--
    const x = along(line.x, step, line.direction)
    const gradient = new Float64Array(x.length)
    const f = oracle.gradient(x, gradient)
    return { step, f, slope: dot(gradient, line.direction), gradient }
  }

  const rounding = ROUNDING * Math.abs(start.f)
  const lowest = (a: Trial, b: Trial): number => (Math.abs(a.f - b.f) <= rounding ? secant(a, b) : cubicMinimum(a, b))
  let [low, high] = [start, start]
  for (let step = first; ; step = further(low, high, lowest(low, high))) {
    low = high
    high = trial(step)
    if (!falls(high) || high.f > low.f + rounding) break
    if (isLevel(high) || left === 0) return high
    if (high.slope >= 0) {
      [low, high] = [high, low]
      break
    }
  }
  // `low` falls and is the lowest so far; the step that is looked for lies between the two.
  while (left > 0) {
    const now = trial(between(low, high, lowest(low, high)))
    if (!falls(now) || now.f > low.f + rounding) high = now
    else {
      if (isLevel(now)) return now
      if (now.slope * (high.step - low.step) >= 0) high = low
      low = now
    }
  }
  return low.f < start.f ? low : undefined
}

/** Where to look beyond `high` while the line still falls there: at `lowest`, between a tenth further and ten times as far. */
function further(low: Trial, high: Trial, lowest: number): number {
  const [least, most] = [high.step + 0.1 * (high.step - low.step), 10 * high.step]
  return Number.isNaN(lowest) ? most : Math.min(most, Math.max(least, lowest))
}

/** Where to look between two: at `lowest`, at least a tenth of the way from either; half way where there is none. */
function between(low: Trial, high: Trial, lowest: number): number {
  const [from, to] = [Math.min(low.step, high.step), Math.max(low.step, high.step)]
  const margin = 0.1 * (to - from)
  return Number.isNaN(lowest) ? from + (to - from) / 2 : Math.min(to - margin, Math.max(from + margin, lowest))
}

/** The minimum of the cubic with these values and slopes at two places (Nocedal & Wright, eq. 3.59); NaN where there is none. */
function cubicMinimum(a: Trial, b: Trial): number {
  const d1 = a.slope + b.slope - (3 * (a.f - b.f)) / (a.step - b.step)
  const d2 = Math.sign(b.step - a.step) * Math.sqrt(d1 * d1 - a.slope * b.slope)
  const minimum = b.step - (b.step - a.step) * ((b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2))
  return Number.isFinite(minimum) ? minimum : NaN
}

/** Where the slope vanishes if it changes evenly: what is left where the values differ by rounding only. NaN where it does not change. */
function secant(a: Trial, b: Trial): number {
  const zero = a.step - (a.slope * (b.step - a.step)) / (b.slope - a.slope)
  return Number.isFinite(zero) ? zero : NaN
}
