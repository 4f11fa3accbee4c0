/** A list of boxes inside a domain, as one column of numbers. */
import type { Box } from '../landscape.ts'

export class Boxes {
  private readonly sides: number[] = []
  private readonly n: number

  constructor(private readonly domain: Box) {
    this.n = domain.length
  }

  get count(): number {
    return this.sides.length / (2 * this.n)
  }

  push(lo: ArrayLike<number>, hi: ArrayLike<number>): void {
    for (let i = 0; i < this.n; i++) this.sides.push(lo[i], hi[i])
  }

  /** Copies box `k` to `lo` and `hi`. */
  read(k: number, lo: Float64Array, hi: Float64Array): void {
    for (let i = 0; i < this.n; i++) {
      lo[i] = this.sides[2 * (k * this.n + i)]
      hi[i] = this.sides[2 * (k * this.n + i) + 1]
    }
  }

  /** Pushes both halves of a box, cut across its longest side as a share of the domain's. */
  halve(lo: Float64Array, hi: Float64Array): void {
    let side = 0
    let longest = -1
    for (let i = 0; i < this.n; i++) {
      const share = (hi[i] - lo[i]) / (this.domain[i][1] - this.domain[i][0])
      if (share > longest) {
        side = i
        longest = share
      }
    }
    const from = lo[side]
    const to = hi[side]
    const middle = from + (to - from) / 2
    hi[side] = middle
    this.push(lo, hi)
    hi[side] = to
    lo[side] = middle
    this.push(lo, hi)
    lo[side] = from
  }

  /** The longest side of a box as a share of the domain's. */
  share(lo: Float64Array, hi: Float64Array): number {
    let longest = 0
    for (let i = 0; i < this.n; i++) longest = Math.max(longest, (hi[i] - lo[i]) / (this.domain[i][1] - this.domain[i][0]))
    return longest
  }
}
