/** Boxes in which exactly one zero of the gradient is proved to lie, and what kind of point it is. */
import type { Box, Landscape } from '../landscape.ts'
import { polish } from './flat-point.ts'
import type { Krawczyk } from './krawczyk.ts'

export interface Zone {
  readonly lo: Float64Array
  readonly hi: Float64Array
  /** The zero as Newton's method found it. */
  readonly at: Float64Array
  /** Bounds of the zero itself. */
  readonly rootLo: Float64Array
  readonly rootHi: Float64Array
  /** The sign of the curvature is the same all over the zone. */
  readonly kind: 'minimum' | 'maximum' | 'saddle'
}

/** Halvings of the box round a point before it is given up: from an eighth of each side of the domain to 1e-12 of it. */
const HALVINGS = 37

/** Cells per side of the index in which zones are looked up. */
const CELLS = 64

export class Zones {
  readonly all: Zone[] = []
  /** Zones by the cell of the domain that they reach into. */
  private readonly cells = new Map<number, Zone[]>()

  constructor(private readonly landscape: Landscape, private readonly domain: Box, private readonly test: Krawczyk) {}

  /** The zone that holds the whole box, if there is one. */
  around(lo: ArrayLike<number>, hi: ArrayLike<number>): Zone | undefined {
    const near = this.cells.get(this.cell(lo[0], 0) + (lo.length > 1 ? CELLS * this.cell(lo[1], 1) : 0))
    if (near === undefined) return undefined
    for (const zone of near) {
      let inside = true
      for (let i = 0; i < lo.length; i++) inside &&= zone.lo[i] <= lo[i] && zone.hi[i] >= hi[i]
      if (inside) return zone
    }
    return undefined
  }

  private add(zone: Zone): void {
    this.all.push(zone)
    const [left, right] = [zone.lo, zone.hi].map((corner) => Array.from(corner, (v, i) => this.cell(v, i)))
    const [bottom, top] = left.length > 1 ? [left[1], right[1]] : [0, 0]
    for (let j = bottom; j <= top; j++) {
      for (let i = left[0]; i <= right[0]; i++) {
        const key = i + CELLS * j
        const there = this.cells.get(key)
        if (there === undefined) this.cells.set(key, [zone])
        else there.push(zone)
      }
    }
  }

  private cell(v: number, i: number): number {
    const [lo, hi] = this.domain[i]
    return Math.max(0, Math.min(CELLS - 1, Math.floor((CELLS * (v - lo)) / (hi - lo))))
  }

  /**
   * Looks for the zero that is close to `guess` and proves it. Returns its zone, a new one or an old one; undefined where nothing
   * could be proved.
   */
  prove(guess: ArrayLike<number>): Zone | undefined {
    const known = this.around(guess, guess)
    if (known !== undefined) return known
    const size = Math.hypot(...this.domain.map(([lo, hi]) => hi - lo))
    const at = polish(this.landscape, guess, 0.1 * size)
    if (at === undefined) return undefined
    const old = this.around(at, at)
    if (old !== undefined) return old
    const zone = this.largest(at)
    if (zone !== undefined) this.add(zone)
    return zone
  }

  /** Whether `at` lies in a zone, if need be in one that is proved now. */
  holds(at: ArrayLike<number>): boolean {
    this.prove(at)
    return this.around(at, at) !== undefined
  }

  /** The largest box round `at` that was found to hold one zero only. */
  private largest(at: Float64Array): Zone | undefined {
    const half = Float64Array.from(this.domain, ([lo, hi]) => (hi - lo) / 8)
    const lo = new Float64Array(at.length)
    const hi = new Float64Array(at.length)
    const spread = (h: Float64Array): void => at.forEach((v, i) => {
      lo[i] = v - h[i]
      hi[i] = v + h[i]
    })
    let outer: Float64Array | undefined
    for (let k = 0; k < HALVINGS; k++) {
      spread(half)
      const finding = this.test.examine(lo, hi)
      if (finding === 'none') return undefined
      if (finding === 'one' || finding === 'at most one') outer ??= half.slice()
      if (finding === 'one' && outer !== undefined) return this.tightened(at, outer)
      half.forEach((h, i) => { half[i] = h / 2 })
    }
    return undefined
  }

  /** Stretches the zone along each coordinate while it holds one zero, and narrows the bounds of the zero itself. */
  private tightened(at: Float64Array, half: Float64Array): Zone | undefined {
    const { test } = this
    const rootLo = test.lo.slice()
    const rootHi = test.hi.slice()
    let kind: Zone['kind'] | undefined
    for (let k = 0; k < 8; k++) {
      const before = Math.max(...rootHi.map((v, i) => v - rootLo[i]))
      const finding = test.examine(rootLo, rootHi)
      kind = test.kind() ?? kind
      if (finding !== 'one' && finding !== 'at most one' && finding !== 'open') break
      test.lo.forEach((v, i) => {
        rootLo[i] = v
        rootHi[i] = test.hi[i]
      })
      if (!(Math.max(...rootHi.map((v, i) => v - rootLo[i])) < 0.5 * before)) break
    }
    if (kind === undefined) return undefined
    const wide = half.slice()
    for (let i = 0; i < wide.length && wide.length > 1; i++) {
      for (let k = 0; k < 4; k++) {
        wide[i] *= 2
        const finding = test.examine(at.map((v, j) => v - wide[j]), at.map((v, j) => v + wide[j]))
        if (finding === 'one' || finding === 'at most one') continue
        wide[i] /= 2
        break
      }
    }
    return { lo: at.map((v, i) => v - wide[i]), hi: at.map((v, i) => v + wide[i]), at, rootLo, rootHi, kind }
  }
}
