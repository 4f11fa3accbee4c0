import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latticeFunction, latticeLanes, type Lattice } from '../../../src/core/math/lattice.ts'
import { latticeBounds } from '../../../src/core/math/lattice-bounds.ts'
import { normal } from '../../../src/core/math/random.ts'

/** Random coefficients, with or without an end. */
const rough = (dimension: 1 | 2, shape?: readonly number[]): Lattice => ({
  spacing: [0.5, 0.25].slice(0, dimension), origin: [-1, 2].slice(0, dimension), shape, largest: 9,
  coefficient: (i, j) => normal(5, i, j),
})
const ORDERS = [[0, 0], [1, 0], [0, 1], [2, 0], [1, 1], [0, 2]] as const

describe('the cubic B-spline on a grid', () => {
  it('reproduces straight lines and squares: coefficients i and i² - 1/3 make x and x²', () => {
    const of = (coefficient: (i: number) => number) => latticeFunction({ spacing: [1], origin: [0], largest: 100, coefficient }, [0])
    for (const x of [-3, -0.7, 0, 0.4, 5.25]) {
      expect(of((i) => i)(x, 0)).toBeCloseTo(x, 13)
      expect(of((i) => i * i - 1 / 3)(x, 0)).toBeCloseTo(x * x, 12)
    }
  })

  it('has the derivatives that differences show, of first and second order, in one and two coordinates', () => {
    const h = 1e-4
    for (const dimension of [1, 2] as const) {
      const lattice = rough(dimension)
      const f = (p: number, q: number) => latticeFunction(lattice, [p, q])
      for (let k = 0; k < 50; k++) {
        const [x, y] = [3 * normal(1, k), 3 * normal(2, k)]
        expect((f(0, 0)(x + h, y) - f(0, 0)(x - h, y)) / (2 * h)).toBeCloseTo(f(1, 0)(x, y), 4)
        expect((f(1, 0)(x + h, y) - f(1, 0)(x - h, y)) / (2 * h)).toBeCloseTo(f(2, 0)(x, y), 2)
        if (dimension === 1) continue
        expect((f(0, 0)(x, y + h) - f(0, 0)(x, y - h)) / (2 * h)).toBeCloseTo(f(0, 1)(x, y), 4)
        expect((f(1, 0)(x, y + h) - f(1, 0)(x, y - h)) / (2 * h)).toBeCloseTo(f(1, 1)(x, y), 3)
        expect((f(0, 1)(x, y + h) - f(0, 1)(x, y - h)) / (2 * h)).toBeCloseTo(f(0, 2)(x, y), 2)
      }
    }
  })

  it('is continuous with both derivatives where cells meet', () => {
    for (const p of [0, 1, 2]) {
      const f = latticeFunction(rough(1), [p])
      for (let i = -4; i < 4; i++) expect(f(i / 2 - 1e-12, 0)).toBeCloseTo(f(i / 2, 0), 9)
    }
  })

  it('ends one spacing inside its coefficients, the last place included', () => {
    const f = latticeFunction(rough(1, [9]), [0])
    for (const u of [1, 4.5, 7]) expect(f(-1 + u / 2, 0)).not.toBeNaN()
    for (const x of [-1 + 0.999 / 2, -1 + 7.001 / 2, NaN, Infinity, -Infinity]) expect(f(x, 0)).toBeNaN()
  })

  it('gives the same bits in columns', () => {
    for (const orders of ORDERS) {
      const lattice = rough(2, [8, 8])
      const x = Float64Array.from({ length: 64 }, (_, i) => normal(7, i))
      const y = Float64Array.from({ length: 64 }, (_, i) => 2.7 + normal(8, i))
      const out = new Float64Array(64)
      latticeLanes(lattice, orders)(out, x, y, 64)
      const f = latticeFunction(lattice, orders)
      expect([...out]).toEqual([...x].map((v, i) => f(v, y[i])))
    }
  })
})

describe('bounds of a lattice’s function', () => {
  const place = fc.double({ min: -6, max: 6, noNaN: true })
  const width = fc.oneof(fc.double({ min: 0, max: 4, noNaN: true }), fc.double({ min: 0, max: 1e-6, noNaN: true }), fc.constant(0))
  const share = fc.double({ min: 0, max: 1, noNaN: true })

  it('contain the value everywhere in the box, for every derivative, with an end and without', () => {
    fc.assert(fc.property(fc.tuple(place, place), fc.tuple(width, width), fc.constantFrom(...ORDERS), fc.boolean(), fc.array(fc.tuple(share, share), { minLength: 5, maxLength: 5 }), ([x, y], [w, h], orders, ends, shares) => {
      const lattice = rough(2, ends ? [9, 30] : undefined)
      const { lo, hi, covered } = latticeBounds(lattice, orders, [x, y], [x + w, y + h])
      const f = latticeFunction(lattice, orders)
      for (const [s, t] of [...shares, [0, 0], [1, 1]]) {
        const value = f(Math.min(x + w, x + s * w), Math.min(y + h, y + t * h))
        if (covered === 'all') expect(value).not.toBeNaN()
        if (covered === 'none') expect(value).toBeNaN()
        if (!Number.isNaN(value)) {
          expect(value).toBeGreaterThanOrEqual(lo)
          expect(value).toBeLessThanOrEqual(hi)
        }
      }
    }), { numRuns: 2000 })
  })

  it('close in on the range with the square of the box’s width', () => {
    const excess = (w: number): number => {
      const { lo, hi } = latticeBounds(rough(1), [0], [0.3], [0.3 + w])
      const f = latticeFunction(rough(1), [0])
      const values = Array.from({ length: 200 }, (_, i) => f(0.3 + (w * i) / 199, 0))
      return hi - lo - (Math.max(...values) - Math.min(...values))
    }
    expect(excess(0.1)).toBeLessThan(0.05)
    expect(excess(0.01)).toBeLessThan(excess(0.1) / 50 + 1e-10)
  })

  it('of a box with countless cells are those of the largest coefficient', () => {
    expect(latticeBounds(rough(2), [1, 0], [-1e100, -1e100], [1e100, 1e100])).toMatchObject({ covered: 'all', hi: expect.closeTo(9 * 2 / 0.5, 6) as number })
  })
})
