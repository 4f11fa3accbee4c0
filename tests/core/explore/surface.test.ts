import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extent, FINE, sampleFull, sampleSurface } from '../../../src/core/explore/surface.ts'
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

  it('in full has up to a million samples, those of the final one among them', () => {
    const landscape = landscapeOf('sin(x)*y+y^2', ['x', 'y'])
    const box = [[-2, 3], [0, 1]] as const
    const full = finish(sampleFull(landscape, box))
    const final = finish(sampleSurface(landscape, box, FINE, 1))
    expect(full?.shape).toEqual([996, 996])
    for (const [i, j] of [[0, 0], [7, 100], [199, 199]]) expect(full?.f[5 * j * 996 + 5 * i]).toBeCloseTo(final.f[j * FINE + i], 13)
  })

  it('in full has fewer samples where a point costs more, and none of one coordinate', () => {
    const long = `${Array.from({ length: 20 }, (_, k) => `sin(${k + 1}*x*y)`).join('+')}`
    const full = finish(sampleFull(landscapeOf(long, ['x', 'y']), [[0, 1], [0, 1]]))
    expect(full?.shape).toEqual([399, 399])
    expect(finish(sampleFull(landscapeOf('x^2', ['x']), [[0, 1]]))).toBeUndefined()
  })

  it('has as its extent the first of its lowest and of its highest finite values, wherever they are', () => {
    const value = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, NaN, Infinity, -Infinity), fc.constantFrom(0, -0))
    fc.assert(fc.property(fc.oneof(fc.array(value, { maxLength: 40 }), fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 40 })), (values) => {
      const finite = values.filter(Number.isFinite)
      const low = finite.find((v) => finite.every((other) => v <= other))
      const high = finite.find((v) => finite.every((other) => v >= other))
      expect(extent(Float64Array.from(values))).toEqual({ low: low ?? NaN, high: high ?? NaN, undefinedCount: values.length - finite.length })
    }), { numRuns: 500 })
  })

  it('has no extent where nothing is finite', () => {
    expect(extent(Float64Array.of(NaN, Infinity))).toEqual({ low: NaN, high: NaN, undefinedCount: 2 })
  })
})
