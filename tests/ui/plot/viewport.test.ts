import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { panned, pick, place, placedPoint, tidied, usable, zoomed, type Viewport } from '../../../src/ui/plot/viewport.ts'

const low = fc.double({ min: -1e6, max: 1e6, noNaN: true })
const width = fc.double({ min: 1e-2, max: 1e6, noNaN: true })
const interval = fc.tuple(low, width).map(([a, w]) => [a, a + w] as const)
const boxes = fc.tuple(interval, interval)
const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('the window of the map', () => {
  test('a pixel becomes a point and the point the same pixel', () => {
    fc.assert(fc.property(boxes, share, share, (box, u, v) => {
      const view: Viewport = { box, width: 640, height: 480 }
      const [x, y] = place(view, pick(view, u * 640, v * 480))
      expect(x).toBeCloseTo(u * 640, 3)
      expect(y).toBeCloseTo(v * 480, 3)
    }))
  })

  test('the upper left pixel is the lowest x and the highest y', () => {
    expect(pick({ box: [[-5, 5], [-6, 6]], width: 100, height: 100 }, 0, 0)).toEqual([-5, 6])
  })

  test('zooming keeps the point under the pointer where it is', () => {
    fc.assert(fc.property(boxes, share, share, fc.double({ min: 0.2, max: 5, noNaN: true }), (box, u, v, factor) => {
      const before: Viewport = { box, width: 500, height: 500 }
      const after: Viewport = { ...before, box: zoomed(box, factor, [u, 1 - v]) }
      const [x, y] = place(after, pick(before, u * 500, v * 500))
      expect(x).toBeCloseTo(u * 500, 2)
      expect(y).toBeCloseTo(v * 500, 2)
    }))
  })

  test('panning right and back left ends where it began', () => {
    const box = [[-5, 5], [0, 2]] as const
    const back = panned(panned(box, [0.3, -0.2]), [-0.3, 0.2])
    expect(back[0][0]).toBeCloseTo(-5, 12)
    expect(back[1][1]).toBeCloseTo(2, 12)
  })

  test('refuses windows no double can resolve and windows beyond the limit of domains', () => {
    const tiny = [[1, 1 + 1e-8], [0, 1]] as const
    expect(zoomed(tiny, 1e-3)).toBe(tiny)
    const huge = [[-1e100, 1e100], [-1, 1]] as const
    expect(zoomed(huge, 2)).toBe(huge)
    expect(usable([[0, 0], [0, 1]])).toBe(false)
    expect(usable([[1, 0], [0, 1]])).toBe(false)
    expect(usable([[NaN, 1], [0, 1]])).toBe(false)
  })

  test('tidied bounds move by less than half a pixel of a thousand and are short', () => {
    expect(tidied([[-3.3333333333, 3.3333333333], [-4.1333333, 4.1333333]])).toEqual([[-3.333, 3.333], [-4.133, 4.133]])
    fc.assert(fc.property(boxes, (box) => {
      tidied(box).forEach(([low, high], i) => {
        const width = box[i][1] - box[i][0]
        expect(Math.abs(low - box[i][0])).toBeLessThanOrEqual(width / 2000)
        expect(Math.abs(high - box[i][1])).toBeLessThanOrEqual(width / 2000)
      })
    }))
  })

  test('a point placed by hand stays in the box and is as short as the eye can tell', () => {
    expect(placedPoint([0.5999999999999988, 9], [[-5, 5], [-6.2, 6.2]])).toEqual([0.6, 6.2])
    fc.assert(fc.property(boxes, share, share, (box, u, v) => {
      const point = [box[0][0] + u * (box[0][1] - box[0][0]), box[1][0] + v * (box[1][1] - box[1][0])]
      placedPoint(point, box).forEach((value, i) => {
        expect(value).toBeGreaterThanOrEqual(box[i][0])
        expect(value).toBeLessThanOrEqual(box[i][1])
        expect(Math.abs(value - point[i])).toBeLessThanOrEqual((box[i][1] - box[i][0]) / 2000)
      })
    }))
  })
})
