import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clipSegment, decimate } from '../../../src/ui/plot/decimate.ts'

const frame = { width: 400, height: 300 }

function thin(points: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const out = new Float64Array(6 * points.length + 12)
  const n = decimate(Float64Array.from(points.flat()), 0, points.length - 1, frame, out)
  return Array.from({ length: n }, (_, i) => [out[2 * i], out[2 * i + 1]] as const)
}

/** Distance of a point from the nearest drawn segment. */
function distance([x, y]: readonly [number, number], line: readonly (readonly [number, number])[]): number {
  let best = Infinity
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1], [bx, by] = line[i]
    if (Number.isNaN(ax) || Number.isNaN(bx)) continue
    const length = (bx - ax) ** 2 + (by - ay) ** 2
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    best = Math.min(best, Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y))
  }
  return best
}

describe('thinning a path for the canvas', () => {
  test('keeps every point of the panel within half a pixel of the drawn line', () => {
    const near = fc.tuple(fc.double({ min: -50, max: 450, noNaN: true }), fc.double({ min: -50, max: 350, noNaN: true }))
    fc.assert(fc.property(fc.array(near, { minLength: 2, maxLength: 60 }), (points) => {
      const line = thin(points)
      for (const p of points) {
        if (p[0] < 0 || p[1] < 0 || p[0] > 400 || p[1] > 300) continue
        if (line.length > 1) expect(distance(p, line)).toBeLessThan(0.6)
      }
    }))
  })

  test('keeps the extremes of a path that creeps by less than a pixel a step', () => {
    const creep = Array.from({ length: 2000 }, (_, i): [number, number] => [100 + i * 0.05, 100 + 40 * Math.sin(i / 300)])
    const line = thin(creep)
    expect(line.length).toBeLessThan(700)
    for (const p of creep) expect(distance(p, line)).toBeLessThan(0.6)
    expect(Math.max(...line.map((p) => p[1]))).toBeGreaterThan(139.5)
  })

  test('draws a run that swaps between two sides for ever as one segment', () => {
    const swap = Array.from({ length: 1000 }, (_, i): [number, number] => (i % 2 === 0 ? [50, 50] : [250, 200]))
    expect(thin(swap)).toHaveLength(2)
  })

  test('follows a run that leaves such a swap from the side it was on', () => {
    const line = thin([[50, 50], [250, 200], [50, 50], [60, 290]])
    expect(distance([55, 170], line)).toBeLessThan(0.6)
    expect(distance([155, 245], line)).toBeGreaterThan(40)
  })

  test('breaks at NaN and leaves out what is not finite', () => {
    const line = thin([[10, 10], [20, 20], [NaN, NaN], [30, 30], [40, 40], [Infinity, 0], [50, 50], [60, 60]])
    expect(line.filter(([x]) => Number.isNaN(x))).toHaveLength(2)
    expect(line.every(([x]) => Number.isNaN(x) || Number.isFinite(x))).toBe(true)
  })

  test('cuts coordinates of any size at the panel, and never writes one a canvas could not take', () => {
    const any = fc.double({ noNaN: false })
    fc.assert(fc.property(fc.array(fc.tuple(any, any), { minLength: 2, maxLength: 20 }), (points) => {
      for (const [x, y] of thin(points)) {
        if (Number.isNaN(x)) continue
        expect(Math.abs(x)).toBeLessThan(500)
        expect(Math.abs(y)).toBeLessThan(500)
      }
    }))
  })

  test('keeps the direction of a segment that leaves for 1e300', () => {
    const out = new Float64Array(4)
    expect(clipSegment(200, 150, 1e300, 1e300, frame, out)).toBe(true)
    expect([out[0], out[1]]).toEqual([200, 150])
    expect(out[2] - 200).toBeCloseTo(out[3] - 150, 6)
    expect(clipSegment(-100, 10, -100, 1e300, frame, out)).toBe(false)
  })
})
