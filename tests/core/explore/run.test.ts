import { describe, expect, it } from 'vitest'
import { Trajectory } from '../../../src/core/explore/run.ts'
import { beginWalk, type Walk } from '../../../src/core/explore/walk.ts'
import type { PathChunk } from '../../../src/core/explore/events.ts'
import { defaults, type Values } from '../../../src/core/fields.ts'
import { declaredById, OPTIMIZERS } from '../../../src/core/optimizers/index.ts'
import { compileUpdate } from '../../../src/core/optimizers/update.ts'
import type { Optimizer } from '../../../src/core/optimizers/optimizer.ts'
import { landscapeOf, settingFor } from './helpers.ts'

const himmelblau = landscapeOf('(x^2+y-11)^2+(x+y^2-7)^2', ['x', 'y'])

/** A whole trajectory taken in slices of the lengths that `slice` gives. */
function walk(trajectory: Trajectory, slice: (k: number) => number): PathChunk[] {
  const chunks: PathChunk[] = []
  for (let k = 0; !trajectory.done || chunks.length === 0; k++) chunks.push(...trajectory.advance(slice(k)))
  return chunks
}

/** All chunks put end to end, as plain numbers. */
function joined(chunks: readonly PathChunk[]): Record<string, number[]> {
  const columns: Record<string, number[]> = { x: [], f: [], gradient: [], hessian: [] }
  for (const chunk of chunks) {
    for (const name of ['x', 'f', 'gradient', 'hessian'] as const) columns[name].push(...chunk[name])
    for (const [slot, values] of Object.entries(chunk.memory)) (columns[slot] ??= []).push(...values)
  }
  return columns
}

const gd = (lr: number): Walk => under(OPTIMIZERS[0], { lr }, [0, 0])

function under(optimizer: Optimizer, hyper: Values, start: readonly number[]): Walk {
  return beginWalk(optimizer, { landscape: himmelblau, setting: settingFor(start, { ...defaults(optimizer.hyper), ...hyper }) })
}

describe('a trajectory', () => {
  it.each(OPTIMIZERS.map((o) => [o.id, o] as const))('%s takes the same iterates, bit for bit, however the work is sliced', (_id, optimizer) => {
    const make = () => new Trajectory({ run: 0, start: 0 }, himmelblau, under(optimizer, { lr: 0.01, n_calls: 24 }, [0.6, 4.9]), [0.6, 4.9], 700)
    const first = make()
    const whole = joined(walk(first, () => 1e6))
    if (first.walk.finished() === undefined) expect(whole.f.length).toBe(701)
    for (const slice of [() => 1, (k: number) => 1 + ((k * 37) % 101), () => 64, () => 65]) {
      const sliced = joined(walk(make(), slice))
      for (const name of Object.keys(whole)) expect(sliced[name].every((v, i) => Object.is(v, whole[name][i]))).toBe(true)
    }
  })

  it('starts with the start, and tells each iterate with its own value, slope, curvature and memory', () => {
    const optimizer = declaredById('momentum')
    if (optimizer === undefined) throw new Error('no momentum')
    const path = joined(walk(new Trajectory({ run: 0, start: 0 }, himmelblau, under(optimizer, { lr: 0.01, momentum: 0.9 }, [0.6, 4.9]), [0.6, 4.9], 3), () => 10))
    expect(path.x.slice(0, 2)).toEqual([0.6, 4.9])
    const [slot] = compileUpdate(optimizer).memory
    expect(path[slot].slice(0, 2)).toEqual([0, 0])
    // The buffer begins as the first gradient; then b = 0.9 b + g.
    expect(path[slot].slice(2, 4)).toEqual(path.gradient.slice(0, 2))
    expect(path[slot][4]).toBeCloseTo(0.9 * path[slot][2] + path.gradient[2], 12)
    for (let k = 0; k < 4; k++) {
      const [g, h] = [new Float64Array(2), new Float64Array(4)]
      expect(himmelblau.hessian(Float64Array.from(path.x.slice(2 * k, 2 * k + 2)), g, h)).toBe(path.f[k])
      expect([...g]).toEqual(path.gradient.slice(2 * k, 2 * k + 2))
      expect([...h]).toEqual(path.hessian.slice(4 * k, 4 * k + 4))
    }
  })

  it('hands out short chunks first, in order and without gaps', () => {
    const chunks = walk(new Trajectory({ run: 2, start: 1 }, himmelblau, gd(0.001), [1, 1], 20_000), () => 500)
    expect(chunks[0].count).toBeLessThanOrEqual(64)
    let next = 0
    for (const chunk of chunks) {
      expect([chunk.run, chunk.start, chunk.from]).toEqual([2, 1, next])
      expect([chunk.x.length, chunk.f.length, chunk.hessian.length]).toEqual([2 * chunk.count, chunk.count, 4 * chunk.count])
      next += chunk.count
    }
    expect(next).toBe(20_001)
  })

  it('counts what the method asked for, and evaluates each iterate once', () => {
    let calls = 0
    const counting = { ...himmelblau, gradient: (x: Float64Array, g: Float64Array) => (calls++, himmelblau.gradient(x, g)) }
    const trajectory = new Trajectory({ run: 0, start: 0 }, counting, gd(0.001), [1, 1], 123)
    walk(trajectory, () => 50)
    expect(calls).toBe(124)
    expect(trajectory.walk.costs).toEqual({ values: 0, gradients: 123, hessians: 0 })
  })

  it('stops at the first iterate that is not finite, keeps it, and clips nothing before', () => {
    const square = landscapeOf('x^2', ['x'])
    const trajectory = new Trajectory({ run: 0, start: 0 }, square, gd(3), [1], 10_000)
    const path = joined(walk(trajectory, () => 100))
    const last = path.f.length - 1
    expect(path.f.slice(0, last).every(Number.isFinite)).toBe(true)
    expect(path.f[last]).toBe(Infinity)
    for (let k = 0; k < last; k++) expect(path.x[k + 1]).toBe(path.x[k] - 3 * (2 * path.x[k]))
  })

  it('of no steps is its start', () => {
    const chunks = walk(new Trajectory({ run: 0, start: 0 }, himmelblau, gd(0.1), [1, 1], 0), () => 1)
    expect(chunks.map((c) => [c.from, c.count])).toEqual([[0, 1]])
  })
})
