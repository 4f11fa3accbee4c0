import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  atHeight, axesOf, BLOCK, cameraOf, project, rayAt, tidyCamera, viewMatrix, viewOf, worldPerUnit, type Vector, type View,
} from '../../../src/ui/plot/projection.ts'

const views = fc.record({
  width: fc.integer({ min: 120, max: 2000 }), height: fc.integer({ min: 120, max: 1400 }), scale: fc.double({ min: 20, max: 4000, noNaN: true }),
  azimuth: fc.double({ min: 0, max: 360, noNaN: true }), elevation: fc.double({ min: 8, max: 90, noNaN: true }),
})
const coordinate = fc.double({ min: -0.6, max: 0.6, noNaN: true })
const points = fc.tuple(coordinate, coordinate, coordinate)
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

/**
 * The pixel plotly gives a point: gl-matrix's lookAt(eye, center, up), then ortho(-r, r, -1, 1), then the viewport. Written out from
 * gl-plot3d's sources, independently of viewMatrix; tests/browser compares with the matrices of the living scene.
 */
function plotlyPixel(view: View, p: Vector): [number, number] {
  const { eye, up } = cameraOf(view)
  const length = Math.hypot(eye.x, eye.y, eye.z)
  const back: Vector = [eye.x / length, eye.y / length, eye.z / length]
  const cross = (a: Vector, b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
  const side = cross([up.x, up.y, up.z], back)
  const n = Math.hypot(...side)
  const right: Vector = [side[0] / n, side[1] / n, side[2] / n]
  const top = cross(back, right)
  const k = worldPerUnit(view)
  const world: Vector = [p[0] * k, p[1] * k, p[2] * k]
  const r = view.width / view.height
  return [(0.5 + (0.5 * dot(world, right)) / r) * view.width, (0.5 - 0.5 * dot(world, top)) * view.height]
}

describe('the orthographic projection', () => {
  it('puts every point where plotly’s camera puts it', () => {
    fc.assert(fc.property(views, points, (view, p) => {
      const [x, y] = project(viewMatrix(view), p)
      const [px, py] = plotlyPixel(view, p)
      expect(Math.hypot(x - px, y - py)).toBeLessThan(1e-6)
    }))
  })
  it('has rows at right angles, of length `scale`: a sphere stays a circle', () => {
    fc.assert(fc.property(views, (view) => {
      const m = viewMatrix(view)
      const row = (i: number): Vector => [m[4 * i], m[4 * i + 1], m[4 * i + 2]]
      expect(Math.hypot(...row(0))).toBeCloseTo(view.scale, 6)
      expect(Math.hypot(...row(1))).toBeCloseTo(view.scale, 6)
      expect(Math.abs(dot(row(0), row(1)))).toBeLessThan(1e-6 * view.scale ** 2)
      expect(Math.hypot(...row(2))).toBeCloseTo(1, 12)
    }))
  })
  it('leads back along the line of sight: the ray through a point’s pixel passes through the point', () => {
    fc.assert(fc.property(views, points, (view, p) => {
      const ray = rayAt(view, ...project(viewMatrix(view), p))
      const at = atHeight(ray, p[2])
      expect(at).toBeDefined()
      // A shallow look multiplies rounding by 1 / sin(elevation).
      at?.forEach((v, i) => expect(Math.abs(v - p[i])).toBeLessThan(1e-9))
    }))
  })
  it('looks along the bearing: from 212° the near corner is the one with the largest x and y, below the others', () => {
    const m = viewMatrix(viewOf({ azimuth: 212, elevation: 46, zoom: 1 }, 400, 500))
    const corner = (sx: number, sy: number): [number, number] => project(m, [sx * BLOCK[0] / 2, sy * BLOCK[1] / 2, 0])
    const near = corner(1, 1)
    for (const other of [corner(1, -1), corner(-1, 1), corner(-1, -1)]) expect(near[1]).toBeGreaterThan(other[1])
    expect(corner(1, -1)[0]).toBeLessThan(near[0])
    expect(corner(-1, 1)[0]).toBeGreaterThan(near[0])
  })
  it('shows the ground as the map does when seen from above with bearing 0', () => {
    const { right, up } = axesOf({ azimuth: 0, elevation: 90 })
    right.forEach((v, i) => expect(v).toBeCloseTo([1, 0, 0][i], 12))
    up.forEach((v, i) => expect(v).toBeCloseTo([0, 1, 0][i], 12))
  })
  it('keeps the whole block on the panel at zoom 1 whatever the bearing', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 360, noNaN: true }), fc.double({ min: 8, max: 60, noNaN: true }),
      fc.integer({ min: 300, max: 1600 }), fc.integer({ min: 300, max: 1200 }), (azimuth, elevation, width, height) => {
        const m = viewMatrix(viewOf({ azimuth, elevation, zoom: 1 }, width, height))
        for (const sx of [-0.5, 0.5]) for (const sy of [-0.5, 0.5]) for (const sz of [-0.58, 0.5]) {
          const [x, y] = project(m, [sx * BLOCK[0], sy * BLOCK[1], sz * BLOCK[2]])
          expect(x).toBeGreaterThan(0)
          expect(x).toBeLessThan(width)
          expect(y).toBeGreaterThan(0)
          expect(y).toBeLessThan(height)
        }
      }))
  })
})

describe('a camera', () => {
  it('is brought into range: bearings wrap, elevation and zoom stop', () => {
    expect(tidyCamera({ azimuth: -30, elevation: 120, zoom: 99 })).toEqual({ azimuth: 330, elevation: 90, zoom: 6 })
    expect(tidyCamera({ azimuth: 725, elevation: -5, zoom: 0 })).toEqual({ azimuth: 5, elevation: 8, zoom: 0.4 })
  })
})
