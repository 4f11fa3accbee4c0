import { describe, expect, it } from 'vitest'
import { landscapeOf } from '../explore/helpers.ts'
import { walked } from './walked.ts'

const bowl = landscapeOf('x^2 + 5 y^2', ['x', 'y'])
const rosenbrock = landscapeOf('(1 - x)^2 + 100 (y - x^2)^2', ['x', 'y'])

describe('trust region', () => {
  it('jumps to the minimum of a quadratic that is within its radius', () => {
    const { path, costs, memory } = walked(bowl, 'trust_region', [0.6, 0.3], {}, 1)
    expect(Math.hypot(...path[1])).toBeLessThan(1e-15)
    expect(costs).toEqual({ values: 1, gradients: 0, hessians: 1 })
    expect(memory.ratio[0]).toBeCloseTo(1, 12)
  })

  it('goes no further than its radius, which doubles while the quadratic keeps its word, up to the largest', () => {
    const { path, memory } = walked(bowl, 'trust_region', [40, 30], { max_trust_radius: 4 }, 5)
    const strides = path.slice(1).map((x, k) => Math.hypot(x[0] - path[k][0], x[1] - path[k][1]))
    for (const [k, most] of [1, 2, 4, 4, 4].entries()) expect(strides[k]).toBeCloseTo(most, 12)
    expect(memory.radius).toEqual([4])
  })

  it('refuses a step that falls too little, shrinks to a quarter, and asks for the value only next time', () => {
    // Newton's point of this curve is far beyond its minimum.
    const curve = landscapeOf('sqrt(1 + x^2)', ['x'])
    const { path, memory, costs } = walked(curve, 'trust_region', [3], { initial_trust_radius: 100 }, 2)
    expect(path[2]).toEqual([3])
    expect(memory.radius).toEqual([6.25])
    expect([memory.taken[0], memory.trial[0] < -20]).toEqual([0, true])
    expect(costs).toEqual({ values: 2, gradients: 0, hessians: 1 })
  })

  it('goes down beside a saddle, where the Hessian is lifted, and stays on one', () => {
    const saddle = landscapeOf('5 x^2 - y^2', ['x', 'y'])
    expect(walked(saddle, 'trust_region', [1, 0.1], {}, 3).path[3][1]).toBeGreaterThan(3)
    const { path, finished } = walked(saddle, 'trust_region', [0, 0], {}, 3)
    expect(path[3]).toEqual([0, 0])
    expect(finished).toBe('no component of the slope is over 1e-7')
  })

  it('goes straight down on level curvature', () => {
    expect(walked(landscapeOf('2 x + 3 y', ['x', 'y']), 'trust_region', [0, 0], {}, 1).path[1].map((v) => Math.round(1e12 * v) / 1e12))
      .toEqual([-2, -3].map((v) => Math.round((1e12 * v) / Math.hypot(2, 3)) / 1e12))
  })

  it('steps back from where there is no value', () => {
    const curve = landscapeOf('x - sqrt(x)/2', ['x'])
    const { path, finished } = walked(curve, 'trust_region', [2], { initial_trust_radius: 5 }, 30)
    expect(path[30][0]).toBeCloseTo(1 / 16, 6)
    expect(finished).toBeDefined()
  })

  it('stops where no step is short enough to fall', () => {
    const { path, finished } = walked(landscapeOf('x + if(x < 1, 5, 0)', ['x']), 'trust_region', [1], {}, 100)
    expect(path[100]).toEqual([1])
    expect(finished).toBe('no step is short enough to fall')
  })

  it('reaches the end of Rosenbrock’s valley', () => {
    const { path, costs } = walked(rosenbrock, 'trust_region', [-1.2, 1], {}, 60)
    expect(Math.hypot(path[60][0] - 1, path[60][1] - 1)).toBeLessThan(1e-6)
    expect(costs.hessians).toBeLessThan(50)
  })
})
