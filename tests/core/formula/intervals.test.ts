import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BINARY, powerByProducts, numbers, UNARY, type BinaryOp, type UnaryOp } from '../../../src/core/formula/scalar.ts'
import { interval, intervals, type Interval } from '../../../src/core/formula/intervals.ts'
import { select } from '../../../src/core/math/piecewise.ts'

/** A number of ordinary, tiny or large size, often a whole one: kinks, poles and zeros sit there. */
const number = fc.oneof(
  fc.double({ min: -5, max: 5, noNaN: true }), fc.integer({ min: -4, max: 4 }), fc.double({ min: -1e3, max: 1e3, noNaN: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, -0, 1e-310, -1e-310, 1, -1),
)
/** Two numbers make an interval, and a share picks a point of it. */
const boxed = fc.tuple(number, number, fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1)))
  .map(([a, b, share]) => {
    const [lo, hi] = a <= b ? [a, b] : [b, a]
    return { over: interval(lo, hi), at: Math.min(hi, Math.max(lo, lo * (1 - share) + hi * share)) }
  })

const expectInside = (value: number, { lo, hi, marks }: Interval): void => {
  if (Number.isNaN(value)) expect(marks).not.toBe(0) // said to be possible
  else if (Number.isFinite(value)) {
    expect(lo).toBeLessThanOrEqual(value)
    expect(hi).toBeGreaterThanOrEqual(value)
  }
}

describe('an interval operation contains the values at all points of its operands', () => {
  it.each(Object.keys(UNARY) as UnaryOp[])('%s', (op) => {
    fc.assert(fc.property(boxed, ({ over, at }) => expectInside(UNARY[op](at), intervals.unary(op, over))), { numRuns: 1000 })
  })

  it.each(Object.keys(BINARY) as BinaryOp[])('%s', (op) => {
    fc.assert(fc.property(boxed, boxed, (a, b) =>
      expectInside(BINARY[op](a.at, b.at), intervals.binary(op, a.over, b.over))), { numRuns: 1500 })
  })

  it('a square is never negative', () => {
    fc.assert(fc.property(boxed, ({ over, at }) => {
      const square = intervals.binary('mul', over, over)
      expectInside(at * at, square)
      expect(square.lo).toBeGreaterThanOrEqual(0)
    }))
  })

  it('select', () => {
    fc.assert(fc.property(boxed, boxed, boxed, (c, a, b) =>
      expectInside(select(c.at, a.at, b.at), intervals.select(c.over, a.over, b.over))))
  })

  it('powers, whole and broken', () => {
    const exponents = fc.constantFrom(-3, -2, -1, 0, 1, 2, 3, 5, 6, 0.5, 1.5, 0.1, -0.5, 65, 66, -65)
    fc.assert(fc.property(boxed, exponents, ({ over, at }, p) =>
      expectInside(powerByProducts(numbers, at, p), intervals.power(over, p))), { numRuns: 2000 })
  })
})

describe('interval bounds are not needlessly wide', () => {
  it.each([
    ['sin', 0.1, 0.2, Math.sin(0.1), Math.sin(0.2)], ['sin', 1, 2, Math.sin(1), 1], ['sin', 3, 6, -1, Math.sin(3)], ['cos', -1, 2, Math.cos(2), 1],
    ['cos', 0.5, 7, -1, 1], ['exp', -1, 1, Math.exp(-1), Math.E], ['tanh', -30, 30, -1, 1], ['cosh', -1, 2, 1, Math.cosh(2)],
    ['sqrt', 4, 9, 2, 3], ['log', 1, Math.E, 0, 1], ['abs', -2, 1, 0, 2], ['relu', -2, 1, 0, 1], ['floor', -1.5, 1.5, -2, 1], ['side', 1, 2, 1, 1], ['atan', -1, 1, -Math.PI / 4, Math.PI / 4],
  ] as const)('%s of [%d, %d]', (op, lo, hi, least, most) => {
    const bounds = intervals.unary(op, interval(lo, hi))
    expect(Math.abs(bounds.lo - least)).toBeLessThan(3e-15 * Math.max(1, Math.abs(least)))
    expect(Math.abs(bounds.hi - most)).toBeLessThan(3e-15 * Math.max(1, Math.abs(most)))
  })

  it('moves the bounds of a sum or a product by about one unit in the last place', () => {
    const sum = intervals.binary('add', interval(0.1, 0.1), interval(0.2, 0.2))
    expect(sum.hi - sum.lo).toBeLessThan(3e-16)
    const product = intervals.binary('mul', interval(3, 3), interval(7, 7))
    expect(product.lo).toBeLessThan(21)
    expect(product.hi - product.lo).toBeLessThan(1e-14)
  })
})

describe('what may go wrong in a box is marked', () => {
  const marks = (op: UnaryOp, lo: number, hi: number): number => intervals.unary(op, interval(lo, hi)).marks
  it('a kink, a break, and nothing at all', () => {
    expect(marks('abs', -1, 1)).toBe(1)
    expect(marks('abs', 1, 2)).toBe(0)
    expect(marks('log', -1, 1)).toBe(2)
    expect(marks('log', -2, -1)).toBe(6)
    expect(marks('tan', 1, 2)).toBe(2)
    expect(intervals.binary('div', interval(1, 2), interval(-1, 1)).marks).toBe(2)
    expect(intervals.binary('div', interval(1, 2), interval(1, 2)).marks).toBe(0)
  })

  it('a branch that is certainly not taken does not count', () => {
    const undefinedHere = intervals.unary('log', interval(-2, -1))
    const condition = intervals.binary('lt', interval(0, 1), interval(2, 3))
    expect(intervals.select(condition, interval(5, 6), undefinedHere)).toEqual({ lo: 5, hi: 6, marks: 0 })
  })
})
