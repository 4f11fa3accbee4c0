import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Path } from '../../../src/store/state.ts'
import { scaleOf } from '../../../src/ui/plot/scale.ts'
import { isolines } from '../../../src/ui/plot/surface-isolines.ts'
import { modelKeeper, nearestStart, pick, pickNear, place } from '../../../src/ui/plot/surface-model.ts'
import { fromBlock, heightAt, reliefOf, toBlock } from '../../../src/ui/plot/surface-relief.ts'
import { trailOf, vertexAt, type Trail } from '../../../src/ui/plot/surface-trail.ts'
import { BLOCK } from '../../../src/ui/plot/projection.ts'
import { DOMAIN, ground, sampled } from './surface-ground.ts'

const bowl = (x: number, y: number): number => x * x + y * y
const surface = sampled(bowl)
const scale = scaleOf(surface, { kind: 'sqrt' })
const relief = reliefOf(surface, (f) => scale.smooth(f))

/** A path through the given points of the plane. */
function path(points: readonly (readonly [number, number])[], f: (x: number, y: number) => number = bowl): Path {
  return {
    run: 0, start: 0, dimension: 2, count: points.length, x: Float64Array.from(points.flat()), f: Float64Array.from(points, ([x, y]) => f(x, y)),
    gradient: new Float64Array(0), hessian: new Float64Array(0), sharpness: new Float64Array(0), norm: new Float64Array(0), memory: {}, ending: undefined,
  }
}
const vertices = ({ points, count }: Trail): number[][] => Array.from({ length: count }, (_, i) => [...points.subarray(3 * i, 3 * i + 3)])

describe('a path laid on the relief', () => {
  it('passes every iterate inside the domain at its exact height', () => {
    const points: [number, number][] = [[4, 5], [1, -2], [0.001, 0.002], [-3, 3]]
    const trail = trailOf(path(points), relief)
    points.forEach(([x, y], i) => {
      const k = vertexAt(trail, i)
      expect(Number.isInteger(k)).toBe(true)
      const [px, py, pz] = vertices(trail)[k]
      expect(px).toBeCloseTo(toBlock(DOMAIN, 0, x), 12)
      expect(py).toBeCloseTo(toBlock(DOMAIN, 1, y), 12)
      expect(pz).toBe(relief.heightOf(bowl(x, y)))
    })
  })
  it('follows the ground between iterates', () => {
    const trail = trailOf(path([[-4, 0], [4, 0]]), relief)
    const between = vertices(trail).slice(1, -1)
    expect(between.length).toBeGreaterThan(20)
    for (const [x, y, z] of between) expect(z).toBeCloseTo(heightAt(relief, x, y), 12)
    expect(Math.min(...between.map((v) => v[2]))).toBeLessThan(relief.heightOf(bowl(4, 0)) - 0.1)
  })
  it('is cut where it leaves the block, never drawn along its side', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: -30, max: 30, noNaN: true })), { minLength: 2, maxLength: 30 }), (points) => {
      const trail = trailOf(path(points), relief)
      for (const [x, y] of vertices(trail)) {
        if (Number.isNaN(x)) continue
        expect(Math.abs(x)).toBeLessThanOrEqual(BLOCK[0] / 2 + 1e-9)
        expect(Math.abs(y)).toBeLessThanOrEqual(BLOCK[1] / 2 + 1e-9)
      }
      // Every drawn piece is part of a straight jump: its two ends lie on the segment between iterates floor(step) and ceil.
      for (let i = 1; i < trail.count; i++) {
        const [a, b] = [vertices(trail)[i - 1], vertices(trail)[i]]
        if (Number.isNaN(a[0]) || Number.isNaN(b[0])) continue
        expect(trail.step[i] - trail.step[i - 1]).toBeLessThanOrEqual(1 + 1e-9)
        const k = Math.min(points.length - 2, Math.floor(trail.step[i - 1] + 1e-12))
        const along = trail.step[i] - k
        expect(b[0]).toBeCloseTo(toBlock(DOMAIN, 0, points[k][0] + along * (points[k + 1][0] - points[k][0])), 6)
      }
      // In order, up to the rounding of where a jump meets a side.
      for (let i = 1; i < trail.count; i++) expect(trail.step[i]).toBeGreaterThanOrEqual(trail.step[i - 1] - 1e-12)
    }), { numRuns: 60 })
  })
  it('breaks at what is not finite, and survives numbers of any size', () => {
    const trail = trailOf(path([[1, 1], [NaN, 1], [2, 2], [1e308, -1e308], [-1e308, 1e308], [3, 3], [Infinity, 0]]), relief)
    expect(vertices(trail).filter((v) => v.every(Number.isFinite)).length).toBeGreaterThan(0)
    expect(trail.count).toBeLessThan(2000)
  })
  it('stays short however far a run jumps about', () => {
    const points = Array.from({ length: 1000 }, (_, i): [number, number] => [i % 2 ? 4.9 : -4.9, i % 3 ? 6 : -6])
    expect(trailOf(path(points), relief).count).toBeLessThan(12_000)
  })
  it('has one vertex for a path of one point, and none for one outside', () => {
    expect(trailOf(path([[1, 1]]), relief).count).toBe(1)
    expect(trailOf(path([[100, 1]]), relief).count).toBe(0)
  })
})

describe('the relief', () => {
  it('keeps holes where the formula is undefined or infinite', () => {
    const odd = sampled((x) => (x < -2 ? NaN : x > 2 ? Infinity : x))
    const r = reliefOf(odd, (f) => (f + 2) / 4)
    expect(heightAt(r, toBlock(DOMAIN, 0, -3), 0)).toBeNaN()
    expect(heightAt(r, toBlock(DOMAIN, 0, 3), 0)).toBeNaN()
    expect(heightAt(r, 0, 0)).toBeCloseTo(0, 6)
  })
  it('stays within the block for flat, huge and nowhere finite surfaces', () => {
    for (const f of [() => 3, (x: number) => 1e300 * x, (x: number, y: number) => 1.7e308 * Math.sign(x * y), () => NaN]) {
      const s = sampled(f, 40)
      const r = reliefOf(s, (v) => scaleOf(s, { kind: 'linear' }).smooth(v))
      expect(Math.abs(r.low)).toBeLessThanOrEqual(BLOCK[2] / 2 + 1e-12)
      expect(Math.abs(r.high)).toBeLessThanOrEqual(BLOCK[2] / 2 + 1e-12)
    }
  })
  it('leads from coordinates to the block and back, both ends exact', () => {
    expect(fromBlock(DOMAIN, 1, BLOCK[1] / 2)).toBe(6.2)
    expect(fromBlock(DOMAIN, 1, -BLOCK[1] / 2)).toBe(-6.2)
    fc.assert(fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (x) => {
      expect(fromBlock(DOMAIN, 0, toBlock(DOMAIN, 0, x))).toBeCloseTo(x, 12)
    }))
  })
})

describe('place and pick', () => {
  const model = modelKeeper()({ camera: { azimuth: 212, elevation: 46, zoom: 1 }, width: 370, height: 553, surface, scale })
  if (!model) throw new Error('The model is missing.')
  const inside = fc.tuple(fc.double({ min: -4.9, max: 4.9, noNaN: true }), fc.double({ min: -6.1, max: 6.1, noNaN: true }))

  it('are inverse wherever the surface is in sight: what is picked is placed under the pointer', () => {
    fc.assert(fc.property(inside, (point) => {
      const at = place(model, point)
      expect(at).toBeDefined()
      const found = at && pick(model, at[0], at[1])
      if (!at || !found) return
      const again = place(model, found)
      expect(Math.hypot((again?.[0] ?? NaN) - at[0], (again?.[1] ?? NaN) - at[1])).toBeLessThan(0.01)
    }))
  })
  it('give nothing outside the domain and beside the block', () => {
    expect(place(model, [5.1, 0])).toBeUndefined()
    expect(pick(model, 3, 3)).toBeUndefined()
  })
  it('let a handle slide along the rim when the pointer leaves the block', () => {
    const point = pickNear(model, 3, 3, [0, 0])
    expect(point).toBeDefined()
    expect(point?.some((v, i) => v === DOMAIN[i][0] || v === DOMAIN[i][1])).toBe(true)
  })
  it('choose the nearest start', () => {
    const starts = [[0, 0], [3, 3], [-3, -3]]
    const at = place(model, starts[1])
    expect(nearestStart(model, starts, (at?.[0] ?? 0) + 3, at?.[1] ?? 0)).toBe(1)
  })
  it('keep relief and horizon while the panel is resized, and the relief while the block turns', () => {
    const keep = modelKeeper()
    const input = { camera: { azimuth: 10, elevation: 30, zoom: 1 }, width: 300, height: 300, surface, scale }
    const first = keep(input)
    expect(keep({ ...input })).toBe(first)
    const wider = keep({ ...input, width: 400 })
    expect(wider?.horizon).toBe(first?.horizon)
    const turned = keep({ ...input, camera: { azimuth: 50, elevation: 30, zoom: 1 } })
    expect(turned?.relief).toBe(first?.relief)
    expect(turned?.horizon).not.toBe(first?.horizon)
    expect(keep({ ...input, surface: undefined })).toBeUndefined()
    expect(keep({ ...input, surface: { ...surface, shape: [surface.f.length] } })).toBeUndefined()
  })
})

describe('isolines', () => {
  it('of a cone are circles, closed, at the height asked for', () => {
    const cone = ground((x, y) => Math.hypot(x, y) - 0.16, 201)
    const { x, y, z } = isolines(cone, [0, 0.1])
    const radii = x.map((v, i) => (z[i] === 0 ? Math.hypot(v, y[i]) - 0.16 : Number.isNaN(v) ? 0 : Math.hypot(v, y[i]) - 0.26))
    for (const r of radii) expect(Math.abs(r)).toBeLessThan(2e-4)
    const breaks = x.map((v, i) => (Number.isNaN(v) ? i : -1)).filter((i) => i >= 0)
    expect(breaks).toHaveLength(2)
    expect(x[0]).toBe(x[breaks[0] - 1])
    expect(y[0]).toBe(y[breaks[0] - 1])
  })
  it('end at the rim and at holes', () => {
    const plane = ground((x, y) => (Math.abs(y) < 0.1 ? NaN : x / 4))
    const { x, z } = isolines(plane, [0], 0.01)
    expect(x.filter(Number.isNaN)).toHaveLength(2)
    for (const v of z) if (!Number.isNaN(v)) expect(v).toBe(0.01)
  })
  it('of a level surface and of levels beyond the heights are none', () => {
    expect(isolines(ground(() => 0), [0]).x).toHaveLength(0)
    expect(isolines(ground((x) => x / 4), [5, -5, NaN]).x).toHaveLength(0)
  })
})
