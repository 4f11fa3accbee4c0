import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { simplify } from '../../../src/ui/plot/simplify.ts'

type Point = readonly [number, number]

function simplified(points: readonly Point[]): Point[] {
  const buffer = Float64Array.from(points.flat())
  const n = simplify(buffer, points.length)
  return Array.from({ length: n }, (_, i) => [buffer[2 * i], buffer[2 * i + 1]] as const)
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const square = (bx - ax) ** 2 + (by - ay) ** 2
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square))
  return Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y)
}

const coordinate = fc.double({ min: -400, max: 400, noNaN: true })
/** Wild points, and walks by steps so short that many of them may go. */
const wild = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 60 })
const step = fc.double({ min: -0.3, max: 0.3, noNaN: true })
const walk = fc.array(fc.tuple(step, step), { maxLength: 200 }).map((steps) => {
  let x = 0, y = 0
  return steps.map(([dx, dy]): Point => [(x += dx), (y += dy)])
})

describe('a line without the vertices nobody would miss', () => {
  test('passes within a tenth of a pixel of every vertex, in their order, and keeps its ends', () => {
    fc.assert(fc.property(fc.oneof(wild, walk), (points) => {
      const line = simplified(points)
      expect(line[0]).toEqual(points[0])
      expect(line.at(-1)).toEqual(points.at(-1))
      // Each vertex kept is one of the old ones; those between two of them lie on the segment drawn instead.
      let at = 0
      for (let k = 1; k < line.length; k++) {
        const next = points.findIndex((p, i) => i > at && p[0] === line[k][0] && p[1] === line[k][1])
        expect(next).toBeGreaterThan(at)
        for (let i = at; i < next; i++) expect(distance(points[i], line[k - 1], line[k])).toBeLessThan(0.1 + 1e-9)
        at = next
      }
    }))
  })

  test('needs two of a thousand on a straight stroke, and all corners of a zigzag', () => {
    expect(simplified(Array.from({ length: 1000 }, (_, i): Point => [i / 5, 3 + i / 10]))).toEqual([[0, 3], [999 / 5, 3 + 99.9]])
    const zigzag = Array.from({ length: 50 }, (_, i): Point => [i, i % 2])
    expect(simplified(zigzag)).toEqual(zigzag)
  })

  test('that goes back over itself keeps the point where it turns', () => {
    expect(simplified([[0, 0], [5, 0], [10, 0], [5, 0], [2, 0]])).toEqual([[0, 0], [10, 0], [2, 0]])
  })

  test('stays broken where it was', () => {
    const line = simplified([[0, 0], [1, 0], [2, 0], [NaN, NaN], [5, 5], [6, 6], [7, 7], [NaN, NaN], [9, 9]])
    expect(line).toEqual([[0, 0], [2, 0], [NaN, NaN], [5, 5], [7, 7], [NaN, NaN], [9, 9]])
  })
})
