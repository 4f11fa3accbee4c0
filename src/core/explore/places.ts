/** Places in the plane, and when two of them are one. */
import type { Box } from '../landscape.ts'

/** Euclidean distance between a listed point and a place of the plane. */
export function apart(p: { readonly x: readonly number[] }, x: ArrayLike<number>): number {
  return Math.hypot(p.x[0] - x[0], p.x[1] - x[1])
}

/** A set of places in a rectangle in which two places closer than a tolerance are the same one. */
export class Places {
  readonly x: number[] = []
  readonly y: number[] = []
  private readonly cells = new Map<number, number[]>()
  private readonly side: readonly [number, number]

  /** `tolerance` is a share of each side of `domain`. */
  constructor(private readonly domain: Box, private readonly tolerance: number) {
    this.side = [tolerance * (domain[0][1] - domain[0][0]), tolerance * (domain[1][1] - domain[1][0])]
  }

  get count(): number {
    return this.x.length
  }

  /** Adds a place and returns true, or returns false where it is there already. */
  add(x: number, y: number): boolean {
    if (this.has(x, y)) return false
    const key = this.key(this.column(x), this.row(y))
    const cell = this.cells.get(key)
    if (cell === undefined) this.cells.set(key, [this.count])
    else cell.push(this.count)
    this.x.push(x)
    this.y.push(y)
    return true
  }

  /** Whether a place within the tolerance is there. */
  has(x: number, y: number): boolean {
    const i = this.column(x)
    const j = this.row(y)
    for (let di = -1; di <= 1; di++) {
      for (let dj = -1; dj <= 1; dj++) {
        for (const k of this.cells.get(this.key(i + di, j + dj)) ?? []) {
          if (Math.abs(this.x[k] - x) <= this.side[0] && Math.abs(this.y[k] - y) <= this.side[1]) return true
        }
      }
    }
    return false
  }

  private column(x: number): number {
    return Math.floor((x - this.domain[0][0]) / this.side[0])
  }

  private row(y: number): number {
    return Math.floor((y - this.domain[1][0]) / this.side[1])
  }

  private key(i: number, j: number): number {
    return i * Math.ceil(2 / this.tolerance) + j
  }
}
