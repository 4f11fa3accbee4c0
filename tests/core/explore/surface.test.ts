import { describe, expect, it } from 'vitest'
import { extent, sampleSurface } from '../../../src/core/explore/surface.ts'
import { finish, landscapeOf } from './helpers.ts'

describe('a surface', () => {
  it('holds f at the nodes of the grid, row by row from the bottom', () => {
    const landscape = landscapeOf('x+10*y', ['x', 'y'])
    const surface = finish(sampleSurface(landscape, [[0, 4], [1, 3]], 5, 1))
    expect(surface.shape).toEqual([5, 5])
    expect([...surface.f.slice(0, 5)]).toEqual([10, 11, 12, 13, 14])
    expect(surface.f[4 * 5 + 4]).toBe(34)
    expect([surface.low, surface.high, surface.undefinedCount]).toEqual([10, 34, 0])
  })

  it('of one coordinate holds slope and curvature too', () => {
    const surface = finish(sampleSurface(landscapeOf('x^3', ['x']), [[-1, 1]], 200, 1))
    const last = surface.f.length - 1
    expect([surface.f[last], surface.slope?.[last], surface.curvature?.[last]]).toEqual([1, 3, 6])
    expect(surface.f[last / 2]).toBe(0)
  })

  it('counts what is undefined and leaves it so', () => {
    const surface = finish(sampleSurface(landscapeOf('log(x)+y', ['x', 'y']), [[-1, 1], [0, 1]], 21, 0))
    expect(surface.undefinedCount).toBe(21 * 11)
    expect(surface.f[0]).toBeNaN()
    expect(Number.isFinite(surface.low)).toBe(true)
  })

  it('has no extent where nothing is finite', () => {
    expect(extent(Float64Array.of(NaN, Infinity))).toEqual({ low: NaN, high: NaN, undefinedCount: 2 })
  })
})
