/**
 * What can be proved about the zeros of the gradient in one box: none, exactly one, at most one, or nothing yet.
 *
 * Krawczyk's operator K(X) = m - Y g(m) + (I - Y H(X)) (X - m) with Y close to the inverse of the Hessian at the middle m: every
 * zero in X lies in K(X); K(X) inside X proves that there is one; ‖I - Y H(X)‖ < 1 that there is at most one (Krawczyk, Computing
 * 4, 1969; Moore, Kearfott & Cloud 2009, theorems 8.2 and 8.3). Dimension 1 or 2.
 */
import type { Enclosure } from '../landscape.ts'
import { above, below, VOID } from '../math/interval.ts'

export type Finding =
  /** No zero of the gradient in the box. */
  | 'none'
  /** Exactly one. */
  | 'one'
  /** At most one. */
  | 'at most one'
  | 'open'
  /** Not known to be twice differentiable all over the box: only bounds of the gradient were used. */
  | 'rough'
  /** Gradient and Hessian are exactly zero all over the box. */
  | 'level'

/** Rounding of a handful of products and sums of numbers, as a share of their sizes. */
const ROUNDING = 4e-15

export class Krawczyk {
  /** Where zeros of the box can be, after `examine`. */
  readonly lo: Float64Array
  readonly hi: Float64Array
  /** The middle of the box after `examine`, corrected by one Newton step: a guess at the zero. */
  readonly guess: Float64Array
  /** What was marked for the value, the gradient and the Hessian of the box last examined. */
  marks = 0
  /** Operations that bounds of the box last examined took. */
  cost = 0
  private readonly middle: Float64Array
  /** Half the width of the box examined, rounded up. */
  private readonly half: Float64Array
  private readonly least: Float64Array
  private readonly most: Float64Array
  private readonly inverse: Float64Array
  private readonly spread: Float64Array

  constructor(private readonly enclosure: Enclosure, private readonly n: number) {
    const zeros = (length: number): Float64Array => new Float64Array(length)
    this.lo = zeros(n)
    this.hi = zeros(n)
    this.guess = zeros(n)
    this.middle = zeros(n)
    this.half = zeros(n)
    this.least = zeros(n * n)
    this.most = zeros(n * n)
    this.inverse = zeros(n * n)
    this.spread = zeros(n * n)
  }

  /** Examines the box from `lo` to `hi`, and leaves in `this.lo` and `this.hi` what is left of it. */
  examine(lo: ArrayLike<number>, hi: ArrayLike<number>): Finding {
    const { enclosure, n } = this
    // Most boxes of a search are done with once their slopes are known: curvature is enclosed for the others only.
    enclosure.over(lo, hi, 1)
    this.cost = enclosure.costs[0]
    this.marks = 0
    let level = true
    for (let i = 0; i < n; i++) {
      this.lo[i] = lo[i]
      this.hi[i] = hi[i]
      if (enclosure.lo[1 + i] > 0 || enclosure.hi[1 + i] < 0) return 'none'
      level &&= enclosure.lo[1 + i] === 0 && enclosure.hi[1 + i] === 0
    }
    enclosure.bend()
    this.cost = enclosure.costs[1]
    for (let c = 0; c < 1 + n + n * n; c++) this.marks |= enclosure.marks[c]
    if ((this.marks & VOID) !== 0) return (enclosure.marks[0] & VOID) !== 0 ? 'none' : 'rough'
    if (this.marks !== 0) return 'rough'
    for (let k = 0; k < n * n; k++) {
      this.least[k] = enclosure.lo[1 + n + k]
      this.most[k] = enclosure.hi[1 + n + k]
      level &&= this.least[k] === 0 && this.most[k] === 0
    }
    if (level) return 'level'
    for (let i = 0; i < n; i++) {
      this.middle[i] = lo[i] + (hi[i] - lo[i]) / 2
      this.half[i] = above(Math.max(hi[i] - this.middle[i], this.middle[i] - lo[i]))
    }
    enclosure.over(this.middle, this.middle, 1)
    if (this.meanValueExcludes()) return 'none'
    return this.invert() ? this.contract() : 'open'
  }

  /** Whether the curvature proves the gradient of the box last examined to be of one kind of minimum, maximum or saddle. */
  kind(): 'minimum' | 'maximum' | 'saddle' | undefined {
    const [a, b] = [this.least, this.most]
    if (this.n === 1) return a[0] > 0 ? 'minimum' : b[0] < 0 ? 'maximum' : undefined
    const same = Math.min(a[0] * a[3], a[0] * b[3], b[0] * a[3], b[0] * b[3])
    const other = Math.max(a[0] * a[3], a[0] * b[3], b[0] * a[3], b[0] * b[3])
    const cross = Math.max(a[1] * a[1], b[1] * b[1])
    const least = a[1] <= 0 && b[1] >= 0 ? 0 : Math.min(a[1] * a[1], b[1] * b[1])
    if (below(same) > above(cross)) return a[0] > 0 ? 'minimum' : b[0] < 0 ? 'maximum' : undefined
    return above(other) < below(least) ? 'saddle' : undefined
  }

  /** Mean value theorem: g(x) lies in g(m) + H(X)(X - m). */
  private meanValueExcludes(): boolean {
    const { enclosure, n } = this
    for (let i = 0; i < n; i++) {
      let reach = 0
      for (let j = 0; j < n; j++) {
        reach += Math.max(-this.least[i * n + j], this.most[i * n + j]) * this.half[j]
      }
      reach *= 1 + ROUNDING
      if (below(enclosure.lo[1 + i] - reach) > 0 || above(enclosure.hi[1 + i] + reach) < 0) return true
    }
    return false
  }

  /** Y = inverse of the middle of H(X); false where there is none. */
  private invert(): boolean {
    const { n, least, most, inverse } = this
    const a = least[0] + (most[0] - least[0]) / 2
    if (n === 1) inverse[0] = 1 / a
    else {
      const b = least[1] + (most[1] - least[1]) / 2
      const c = least[2] + (most[2] - least[2]) / 2
      const d = least[3] + (most[3] - least[3]) / 2
      const det = a * d - b * c
      inverse[0] = d / det
      inverse[1] = -b / det
      inverse[2] = -c / det
      inverse[3] = a / det
    }
    for (let k = 0; k < n * n; k++) if (!Number.isFinite(inverse[k])) return false
    return true
  }

  private contract(): Finding {
    const { enclosure, n, least, most, inverse, spread, middle, half } = this
    // spread = an upper bound of |I - Y H|, entry by entry
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        let low = i === j ? -1 : 0
        let high = low
        let size = 1
        for (let k = 0; k < n; k++) {
          const y = inverse[i * n + k]
          const p = y * least[k * n + j]
          const q = y * most[k * n + j]
          low += Math.min(p, q)
          high += Math.max(p, q)
          size += Math.max(Math.abs(p), Math.abs(q))
        }
        spread[i * n + j] = Math.max(-low, high) + ROUNDING * size
      }
    }
    let inside = true
    let norm = 0
    for (let i = 0; i < n; i++) {
      let low = 0
      let high = 0
      let size = 0
      let reach = 0
      for (let k = 0; k < n; k++) {
        const y = inverse[i * n + k]
        const p = y * enclosure.lo[1 + k]
        const q = y * enclosure.hi[1 + k]
        low += Math.min(p, q)
        high += Math.max(p, q)
        size += Math.max(Math.abs(p), Math.abs(q))
        reach += spread[i * n + k] * half[k]
      }
      norm = Math.max(norm, reach / half[i])
      const slack = ROUNDING * (size + reach) + 2e-16 * Math.abs(middle[i]) + 1e-320
      const from = middle[i] - high - reach - slack
      const to = middle[i] - low + reach + slack
      if (!(from <= to)) return 'open'
      this.guess[i] = middle[i] - (low + high) / 2
      if (from > this.hi[i] || to < this.lo[i]) return 'none'
      inside &&= from > this.lo[i] && to < this.hi[i]
      if (from > this.lo[i]) this.lo[i] = from
      if (to < this.hi[i]) this.hi[i] = to
    }
    return inside ? 'one' : norm < 1 - 1e-9 ? 'at most one' : 'open'
  }
}
