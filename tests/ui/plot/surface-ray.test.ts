import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { project, viewMatrix, type View } from '../../../src/ui/plot/projection.ts'
import { rayAt } from '../../../src/ui/plot/projection.ts'
import { march } from '../../../src/ui/plot/ray-march.ts'
import { horizonOf, isHidden } from '../../../src/ui/plot/surface-horizon.ts'
import { heightAt, type Relief } from '../../../src/ui/plot/surface-relief.ts'
import { ground } from './surface-ground.ts'

const view = (azimuth: number, elevation: number): View => ({ width: 400, height: 400, scale: 240, azimuth, elevation })
const inX = fc.double({ min: -0.49, max: 0.49, noNaN: true })
const inY = fc.double({ min: -0.53, max: 0.53, noNaN: true })
const bearings = fc.double({ min: 0, max: 360, noNaN: true })

const flat = ground(() => 0.05)
const slope = ground((x, y) => 0.2 * x - 0.1 * y)
const waves = ground((x, y) => 0.05 * Math.sin(9 * x) * Math.cos(7 * y))

/** How far the surface rises above the line from a point to the viewer at most, by walking that line in small steps. */
function rise(relief: Relief, v: View, x: number, y: number, z: number): number {
  const { direction: d } = rayAt(v, 0, 0)
  let most = -Infinity
  for (let t = 0.01; t < 2; t += 0.002) {
    const h = heightAt(relief, x - t * d[0], y - t * d[1])
    if (!Number.isNaN(h)) most = Math.max(most, h - (z - t * d[2]))
  }
  return most
}

describe('the ray march', () => {
  it('finds the point of a flat or sloping surface that a pixel shows, to 1e-6', () => {
    for (const relief of [flat, slope]) {
      fc.assert(fc.property(inX, inY, bearings, fc.double({ min: 25, max: 90, noNaN: true }), (x, y, azimuth, elevation) => {
        const v = view(azimuth, elevation)
        const hit = march(relief, rayAt(v, ...project(viewMatrix(v), [x, y, heightAt(relief, x, y)])))
        expect(hit).toBeDefined()
        expect(Math.hypot((hit?.[0] ?? NaN) - x, (hit?.[1] ?? NaN) - y)).toBeLessThan(1e-6)
      }))
    }
  })
  it('lands on the surface and on the pixel it started from, wherever the first hit is', () => {
    fc.assert(fc.property(inX, inY, bearings, fc.double({ min: 12, max: 90, noNaN: true }), (x, y, azimuth, elevation) => {
      const v = view(azimuth, elevation)
      const pixel = project(viewMatrix(v), [x, y, heightAt(waves, x, y)])
      const hit = march(waves, rayAt(v, ...pixel))
      if (!hit) return
      expect(hit[2]).toBeCloseTo(heightAt(waves, hit[0], hit[1]), 9)
      const back = project(viewMatrix(v), hit)
      expect(Math.hypot(back[0] - pixel[0], back[1] - pixel[1])).toBeLessThan(1e-4)
    }))
  })
  it('stops at the nearer of two hills', () => {
    const ridge = ground((x) => 0.15 * Math.exp(-(((x - 0.2) / 0.08) ** 2)))
    // The viewer looks along -x (bearing 270) and low: the ridge stands before the plain behind it.
    const v = view(270, 20)
    const hit = march(ridge, rayAt(v, ...project(viewMatrix(v), [0, 0, heightAt(ridge, 0, 0)])))
    expect(hit?.[0]).toBeGreaterThan(0.15)
  })
  it('misses beside the block, on its sides, and through a hole', () => {
    const v = view(212, 46)
    expect(march(flat, rayAt(v, 2, 2))).toBeUndefined()
    const side = project(viewMatrix(v), [0.2, 0.54, -0.1])
    expect(march(ground(() => 0.1), rayAt(v, ...side))).toBeUndefined()
    const hole = ground((x, y) => (Math.hypot(x, y) < 0.3 ? NaN : 0))
    expect(march(hole, rayAt(v, ...project(viewMatrix(v), [0, 0, 0])))).toBeUndefined()
  })
  it('meets a surface that is flat at the lowest and at the highest height there is', () => {
    for (const z of [-0.17, 0, 0.17]) {
      const v = view(212, 46)
      const level = ground(() => z)
      const hit = march(level, rayAt(v, ...project(viewMatrix(v), [0.1, 0.2, z])))
      expect(hit?.[0]).toBeCloseTo(0.1, 6)
      expect(hit?.[1]).toBeCloseTo(0.2, 6)
    }
  })
})

describe('the horizon', () => {
  const bump = ground((x, y) => 0.3 * Math.exp(-(x * x + y * y) / 0.02) - 0.15)

  it('hides what lies behind a bump and nothing before or beside it', () => {
    // Bearing 0: the viewer stands in the south and looks north, so what lies north of the bump is behind it.
    const horizon = horizonOf(bump, { azimuth: 0, elevation: 20 })
    expect(isHidden(horizon, 0, 0.35, -0.145)).toBe(true)
    expect(isHidden(horizon, 0, -0.35, -0.145)).toBe(false)
    expect(isHidden(horizon, 0.4, 0.35, -0.145)).toBe(false)
    // High above the ground the same place is in sight.
    expect(isHidden(horizon, 0, 0.35, 0.2)).toBe(false)
  })
  it('turns with the viewer', () => {
    expect(isHidden(horizonOf(bump, { azimuth: 180, elevation: 20 }), 0, 0.35, -0.145)).toBe(false)
    expect(isHidden(horizonOf(bump, { azimuth: 180, elevation: 20 }), 0, -0.35, -0.145)).toBe(true)
    expect(isHidden(horizonOf(bump, { azimuth: 90, elevation: 20 }), 0.35, 0, -0.145)).toBe(true)
  })
  it('agrees with walking the line of sight, away from the outline itself', () => {
    let hidden = 0, seen = 0
    for (let azimuth = 0; azimuth < 360; azimuth += 40) {
      for (const elevation of [9, 22, 35, 60]) {
        const v = view(azimuth, elevation)
        const horizon = horizonOf(bump, v)
        for (let x = -0.45; x < 0.5; x += 0.15) {
          for (let y = -0.5; y < 0.54; y += 0.125) {
            const z = heightAt(bump, x, y)
            const above = rise(bump, v, x, y, z)
            // The outline itself is a matter of rounding.
            if (above > 0 && above < 0.028) continue
            if (above > 0) hidden++
            else seen++
            expect(isHidden(horizon, x, y, z)).toBe(above > 0)
          }
        }
      }
    }
    expect(hidden).toBeGreaterThan(60)
    expect(seen).toBeGreaterThan(100)
  })
  it('hides nothing of a flat surface, nor of any surface seen from straight above', () => {
    fc.assert(fc.property(inX, inY, bearings, (x, y, azimuth) => {
      expect(isHidden(horizonOf(flat, { azimuth, elevation: 10 }), x, y, 0.05)).toBe(false)
      expect(isHidden(horizonOf(bump, { azimuth, elevation: 90 }), x, y, heightAt(bump, x, y))).toBe(false)
    }), { numRuns: 30 })
  })
  it('sees through a hole', () => {
    const wall = ground((_, y) => (Math.abs(y) < 0.05 ? NaN : -0.1))
    expect(isHidden(horizonOf(wall, { azimuth: 0, elevation: 20 }), 0, 0.1, -0.1)).toBe(false)
  })
})
