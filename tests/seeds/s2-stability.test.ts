/** Sections 2.7 and 2.8: the largest rates at which methods settle, and the sharpness that a rate leaves standing. */
import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

describe('on x²/2, whose curvature is 1', () => {
  const diverges = (run: string): boolean => told(`f=x^2/2&over=x&start=1&domain=-2,2&run=${run}&steps=6000`).endings[0].verdict === 'diverged'
  it.each([
    ['gd', 'lr', 2], ['momentum,momentum:0.5', 'lr', 3], ['momentum,momentum:0.9', 'lr', 3.8], ['momentum,momentum:0.99', 'lr', 3.98],
    ['nesterov,momentum:0.5', 'lr', 1.5], ['nesterov,momentum:0.9', 'lr', 1.357143], ['nesterov,momentum:0.99', 'lr', 1.33557],
  ])('%s settles up to a rate of %s = %d', (method, name, limit) => {
    const [id, ...rest] = method.split(',')
    const run = (rate: number): string => [id, `${name}:${rate}`, ...rest].join()
    expect(diverges(run(limit * 0.99))).toBe(false)
    expect(diverges(run(limit * 1.01))).toBe(true)
  })
})

describe('at the edge of stability', () => {
  it.each([[0.1, '3,0.3', 19.8547], [0.1, '2.5,0.35', 19.8547], [0.05, '4,0.2', 39.9077], [0.2, '2,0.45', 9.9112]])('½(1 − x²y²)² at rate %d from (%s) ends where the curvature is %d, just below 2/η', (lr, start, sharpness) => {
    const [x, y] = told(`landscape=edge_of_stability&start=${start}&run=gd,lr:${lr}&steps=20000`).paths[0].at(-1) ?? []
    expect(Math.abs(x * y)).toBeCloseTo(1, 4)
    expect(Math.abs(4 * (x * x + y * y) - sharpness)).toBeLessThan(0.01 * sharpness)
    expect((lr * sharpness) / 2).toBeLessThan(1)
  })
})
