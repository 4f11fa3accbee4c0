import { describe, expect, test } from 'vitest'
import { exitOf } from '../../../src/ui/plot/laid-path.ts'
import { pathPixels } from '../../../src/ui/plot/map-paths.ts'
import { pointAt } from '../../../src/ui/plot/draw.ts'

const view = { box: [[0, 10], [0, 10]] as const, width: 100, height: 100 }
const pixels = (...points: number[]) =>
  pathPixels({ x: Float64Array.from(points), count: points.length / 2 }, view).slice(0, points.length)

describe('where a path leaves the panel', () => {
  test('has no mark while the ball is on the panel, even if the path was outside before', () => {
    expect(exitOf(pixels(5, 5, 50, 5, 6, 6), 3, 2, view)).toBeUndefined()
  })

  test('is marked at the edge, pointing the way the path went', () => {
    const exit = exitOf(pixels(5, 5, 50, 5), 2, 1, view)
    expect(exit?.x).toBeGreaterThan(85)
    expect(exit?.y).toBeCloseTo(50, 6)
    expect(exit?.angle).toBeCloseTo(0, 6)
  })

  test('is marked for coordinates as large as doubles get', () => {
    const exit = exitOf(pixels(5, 5, -1e300, 1e300), 2, 1, view)
    expect(exit?.x).toBeCloseTo(9, 6)
    expect(exit?.y).toBeCloseTo(9, 6)
    expect(exit?.angle).toBeCloseTo((-3 * Math.PI) / 4, 6)
  })

  test('points at a path that never was on the panel', () => {
    const exit = exitOf(pixels(50, 5, 60, 5), 2, 1, view)
    expect(exit?.angle).toBeCloseTo(0, 6)
  })

  test('points nowhere when the next iterate is not a number, and the ball is gone', () => {
    const at = pixels(5, 5, NaN, NaN)
    expect(exitOf(at, 2, 1, view)).toBeUndefined()
    expect(pointAt(at, 2, 1)).toBeUndefined()
    expect(pointAt(at, 2, 0)).toEqual([50, 50])
  })

  test('the ball is between two iterates while the playhead is', () => {
    expect(pointAt(pixels(0, 0, 10, 10), 2, 0.25)).toEqual([25, 75])
  })
})
