/** What the notes of the catalogue claim in numbers, computed. */
import { describe, expect, it } from 'vitest'
import { defaults, type Values } from '../../../src/core/fields.ts'
import { experimentOn } from '../../../src/core/experiment/create.ts'
import { resolve } from '../../../src/core/experiment/resolve.ts'
import { symmetricEigen } from '../../../src/core/math/eigen.ts'
import { aboutOf } from '../../../src/core/objectives/about.ts'
import { declaredById } from '../../../src/core/optimizers/index.ts'
import { compileUpdate } from '../../../src/core/optimizers/update.ts'

const on = (id: string, params: Values = {}) => {
  const e = experimentOn(id)
  return resolve({ ...e, params: { ...e.params, ...params } }).landscape
}

/** The iterates of a method from a start; stops early where `until` holds. */
function walk(id: string, method: string, hyper: Values, start: readonly number[], steps: number, until?: (x: Float64Array) => boolean) {
  const landscape = on(id)
  const optimizer = declaredById(method)!
  const stepper = compileUpdate(optimizer)
  const x = Float64Array.from(start)
  const g = new Float64Array(x.length)
  const memory = Object.fromEntries(stepper.memory.map((slot) => [slot, new Float64Array(x.length)]))
  for (let t = 1; t <= steps; t++) {
    landscape.gradient(x, g)
    stepper.step(x, g, memory, t, { ...defaults(optimizer.hyper), ...hyper })
    if (until?.(x)) return { x, steps: t }
  }
  return { x, steps }
}

const endOf = (id: string, start: number, lr: number, steps = 2000): number => walk(id, 'gd', { lr }, [start], steps).x[0]
const slopeAt = (id: string, x: number): number => {
  const g = new Float64Array(1)
  on(id).gradient(Float64Array.of(x), g)
  return g[0]
}
const curvatureAt = (id: string, x: number): number => {
  const h = new Float64Array(1)
  on(id).hessian(Float64Array.of(x), new Float64Array(1), h)
  return h[0]
}

describe('the notes tell the truth', () => {
  it('Rosenbrock’s valley is about 2500 times more curved across than along', () => {
    const h = new Float64Array(4)
    on('rosenbrock').hessian(Float64Array.of(1, 1), new Float64Array(2), h)
    const { values } = symmetricEigen(h, 2)
    expect(values[1] / values[0]).toBeCloseTo(2508, -1)
  })

  it('on the bowl of condition 100 gradient descent takes 709 steps to a millionth, momentum 95', () => {
    const near = (x: Float64Array): boolean => Math.hypot(...x) < 1e-6
    expect(walk('quad100', 'gd', { lr: 2 / 101 }, [1, 1], 2000, near).steps).toBe(709)
    expect(walk('quad100', 'momentum', { lr: (2 / 11) ** 2, momentum: (9 / 11) ** 2 }, [1, 1], 2000, near).steps).toBe(95)
  })

  it('on the bowl of condition 10 gradient descent zigzags from half of 0.2 on, and grows above', () => {
    expect(walk('quad10', 'gd', { lr: 0.09 }, [1, 1], 1).x[1]).toBeGreaterThan(0)
    expect(walk('quad10', 'gd', { lr: 0.11 }, [1, 1], 1).x[1]).toBeLessThan(0)
    expect(Math.abs(walk('quad10', 'gd', { lr: 0.199 }, [1, 1], 1000).x[1])).toBeLessThan(1e-3)
    expect(Math.abs(walk('quad10', 'gd', { lr: 0.201 }, [1, 1], 1000).x[1])).toBeGreaterThan(1e3)
  })

  it('sin x + ½ sin 3x: 0.5 leads to a lowest minimum and 1 does not; the border is at 0.7017', () => {
    expect(endOf('sin_sin3', 0.5, 0.1, 100)).toBeCloseTo(-0.70167412, 8)
    expect(endOf('sin_sin3', 1, 0.1, 100)).toBeCloseTo(1.57079633, 8)
    expect(endOf('sin_sin3', 0.7016, 0.1)).toBeLessThan(0)
    expect(endOf('sin_sin3', 0.7017, 0.1)).toBeGreaterThan(1)
  })

  it('x cos πx has minima at −0.274 and 1.090, and lower ones outside', () => {
    expect(endOf('x_cos_pi_x', 0, 0.03)).toBeCloseTo(-0.2739, 4)
    expect(endOf('x_cos_pi_x', 0.5, 0.03)).toBeCloseTo(1.0904, 4)
    expect(on('x_cos_pi_x').value(Float64Array.of(3.0333))).toBeLessThan(on('x_cos_pi_x').value(Float64Array.of(1.0904)))
  })

  it('the sampling error moves the lowest point from 1.090 to 1.017 and adds two minima', () => {
    const ends = [0.55, 0.7, 0.9, 1.1, 1.3, 1.45].map((start) => endOf('x_cos_pi_x_risk', start, 0.005).toFixed(3))
    expect(new Set(ends)).toEqual(new Set(['0.652', '1.017', '1.321']))
  })

  it('sin 3x + ½x²: the lowest minimum is the sharpest, and unstable above 0.2023', () => {
    expect(2 / curvatureAt('sin3_quad', -0.4710431708929681)).toBeCloseTo(0.2023, 4)
    expect(endOf('sin3_quad', -0.6, 0.2)).toBeCloseTo(-0.47104, 5)
    const [a, b] = [1000, 1001].map((steps) => endOf('sin3_quad', -0.6, 0.21, steps))
    expect(Math.abs(a - b)).toBeGreaterThan(0.01)
    expect(endOf('sin3_quad', 1.3, 0.21)).toBeCloseTo(1.40796, 5)
  })

  it('x²: every step multiplies by 1 − 2η', () => {
    expect(endOf('square', 2.5, 1, 7)).toBe(-2.5)
    expect(endOf('square', 1, 0.25, 1)).toBe(0.5)
  })

  it('tanh: the slope at 4 is 0.00134', () => {
    expect(slopeAt('tanh', 4)).toBeCloseTo(0.00134095, 8)
  })

  it('x² + sin 10x: the lowest minimum’s basin reaches from −0.481 to 0.160', () => {
    for (const [start, home] of [[-0.482, false], [-0.48, true], [0.16, true], [0.161, false]] as const) {
      expect(Math.abs(endOf('x2_sin10x', start, 0.005) + 0.153999) < 1e-4, String(start)).toBe(home)
    }
  })

  it('the waves of sin x + a sin 3x make minima of their own from a = 1/9 on, those of x² + a sin 10x from 1/50', () => {
    const count = (id: string, a: number, low: number, high: number): number => {
      const g = new Float64Array(1)
      const landscape = on(id, { a })
      const slopes = Array.from({ length: 4001 }, (_, i) => {
        landscape.gradient(Float64Array.of(low + ((high - low) * i) / 4000), g)
        return g[0]
      })
      return slopes.filter((s, i) => i > 0 && slopes[i - 1] < 0 && s >= 0).length
    }
    expect([count('sin_sin3', 0.11, -3, 3), count('sin_sin3', 0.13, -3, 3)]).toEqual([1, 3])
    expect([count('x2_sin10x', 0.019, -1, 1), count('x2_sin10x', 0.3, -1, 1) > 1]).toEqual([1, true])
    expect(aboutOf('x2_sin10x').known.filter((k) => k.kind === 'minimum')).toHaveLength(16)
  })

  it('a saddle’s ridge is never left from exactly on it', () => {
    expect(walk('saddle', 'gd', { lr: 0.1 }, [1.6, 0], 2000).x[1]).toBe(0)
    const escape = (y: number) => walk('saddle', 'gd', { lr: 0.1 }, [1, y], 2000, (x) => Math.abs(x[1]) > 1).steps
    expect([escape(1e-2), escape(1e-4), escape(1e-8)]).toEqual([26, 51, 102])
  })
})
