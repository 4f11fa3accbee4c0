import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AXIS, curveLayout, fromX, toX, toY, type CurveView } from '../../../src/ui/plot/curve-view.ts'

const span = { low: -2, high: 3 }
const view = (x: readonly [number, number], width: number): CurveView =>
  ({ x, layout: curveLayout(width, 574, true), f: span, slope: span, curvature: span })

describe('the panel of a curve', () => {
  it('has the heights of the design at its design size', () => {
    const { curve, slope, curvature } = curveLayout(848, 574, true)
    expect(curve.height).toBe(340)
    expect(slope?.height).toBe(108)
    expect(curvature!.height + AXIS).toBe(126)
  })
  it('gives a taller panel to the curve and shrinks everything in a lower one', () => {
    expect(curveLayout(848, 900, true).slope?.height).toBe(108)
    const phone = curveLayout(390, 366, true)
    expect(phone.curve.height).toBeGreaterThan(phone.slope!.height + phone.curvature!.height)
  })
  it('is divided without a gap, whatever its size', () => {
    fc.assert(fc.property(fc.integer({ min: 60, max: 2000 }), fc.boolean(), (height, derivatives) => {
      const { curve, slope, curvature } = curveLayout(500, height, derivatives)
      const strips = [curve, slope, curvature].filter((s) => s !== undefined)
      let top = 0
      for (const strip of strips) {
        expect(strip.top).toBe(top)
        expect(strip.height).toBeGreaterThan(0)
        top += strip.height
      }
      expect(top + AXIS).toBe(height)
    }))
  })
})

describe('places on the panel', () => {
  it('come back from px to the x they were', () => {
    fc.assert(fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (low, width, share) => {
      const v = view([low, low + width], 848)
      const x = low + share * width
      expect(Math.abs(fromX(v, toX(v, x)) - x)).toBeLessThan(1e-9 * (Math.abs(low) + width))
    }))
  })
  it('put the ends of a span at the edges of its strip, and the infinite out of sight', () => {
    const strip = { top: 100, height: 50 }
    expect(toY(span, strip, 3)).toBe(100)
    expect(toY(span, strip, -2)).toBe(150)
    expect(toY(span, strip, Infinity)).toBeLessThan(0)
    expect(toY(span, strip, -Infinity)).toBeGreaterThan(600)
    expect(toY(span, strip, NaN)).toBeNaN()
    expect(toY({ low: -1.7e308, high: 1.7e308 }, strip, 0)).toBe(125)
  })
})
