import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tangentAt } from '../../../src/ui/plot/curve-tangent.ts'

const strip = { top: 0, height: 340 }

describe('a tangent', () => {
  it('has the slope it is told and the point in its middle, and stays readable however steep', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 848, noNaN: true }), fc.double({ min: 0, max: 340, noNaN: true }), fc.double({ min: -1e4, max: 1e4, noNaN: true }), (x, y, slope) => {
      const { from, to } = tangentAt(x, y, slope, 848, strip)
      expect((from[0] + to[0]) / 2).toBeCloseTo(x, 6)
      expect((from[1] + to[1]) / 2).toBeCloseTo(y, 6)
      expect(-(to[1] - from[1])).toBeCloseTo(slope * (to[0] - from[0]), 6)
      expect(Math.abs(to[1] - from[1])).toBeLessThanOrEqual(340 + 1e-6)
    }))
  })
  it('has a triangle whose rise over run is the slope', () => {
    fc.assert(fc.property(fc.double({ min: 100, max: 700, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true }), (x, slope) => {
      const { triangle } = tangentAt(x, 170, slope, 848, strip)
      if (!triangle) {
        expect(Math.abs(slope)).toBeLessThan(0.2)
        return
      }
      const [a, corner, b] = triangle
      expect(corner).toEqual([b[0], a[1]])
      expect((corner[1] - b[1]) / (corner[0] - a[0])).toBeCloseTo(slope, 6)
    }))
  })
  it('has no triangle where the curve is flat', () => {
    expect(tangentAt(400, 170, 0.01, 848, strip).triangle).toBeUndefined()
  })
  it('turns the triangle to the left at the right end of the panel', () => {
    const { triangle } = tangentAt(800, 170, 1, 848, strip)
    expect(triangle![1][0]).toBeLessThan(800)
  })
  it('keeps its words on the panel', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 848, noNaN: true }), fc.double({ min: 0, max: 340, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), (x, y, slope) => {
      const { label } = tangentAt(x, y, slope, 848, strip)
      expect(label.x).toBeGreaterThanOrEqual(40)
      expect(label.x).toBeLessThanOrEqual(808)
    }))
  })
})
