import { describe, expect, it } from 'vitest'
import { landscapeOf } from '../explore/helpers.ts'
import { walked } from './walked.ts'

const NONE = { line_search_fn: 0 }
const BACKTRACKING = { line_search_fn: 1 }

const saddle = landscapeOf('5 x^2 - y^2', ['x', 'y'])

describe('saddle-free Newton', () => {
  it('is Newton where all curvatures are positive', () => {
    const valley = landscapeOf('(1 - x)^2 + 100 (y - x^2)^2', ['x', 'y'])
    expect(walked(valley, 'saddle_free_newton', [1.1, 1.2], {}, 2).path).toEqual(walked(valley, 'newton', [1.1, 1.2], {}, 2).path)
  })

  it('leaves directions without curvature alone, and slides down them where it searches', () => {
    const slope = landscapeOf('x^2 + 3 y', ['x', 'y'])
    expect(walked(slope, 'saddle_free_newton', [2, 1], NONE, 1).path[1]).toEqual([0, 1])
    expect(walked(slope, 'saddle_free_newton', [2, 1], { line_search_fn: 2 }, 1).path[1][1]).toBeLessThan(0)
  })
})

describe('Newton', () => {
  it('jumps to the flat point of a quadratic in one step, whatever its kind', () => {
    expect(walked(landscapeOf('x^2 + 5 y^2', ['x', 'y']), 'newton', [3, -2], NONE, 1).path[1]).toEqual([0, 0])
    expect(walked(landscapeOf('5 x^2 - y^2', ['x', 'y']), 'newton', [1, 0.1], NONE, 1).path[1]).toEqual([0, 0])
  })

  it('leaves directions without curvature alone', () => {
    expect(walked(landscapeOf('x^2 + 3 y', ['x', 'y']), 'newton', [2, 1], NONE, 1).path[1]).toEqual([0, 1])
    const { path, finished } = walked(landscapeOf('2 x + 3 y', ['x', 'y']), 'newton', [2, 1], NONE, 3)
    expect(path[3]).toEqual([2, 1])
    expect(finished).toBe('no curvature along the slope says how far to go')
  })

  it('shortens a step that would not fall enough, and pays a value for each trial', () => {
    // From 1.5 the plain step on atan's bowl overshoots further each time.
    const bowl = landscapeOf('x*atan(x) - log(1 + x^2)/2', ['x'])
    expect(Math.abs(walked(bowl, 'newton', [2], NONE, 4).path[4][0])).toBeGreaterThan(100)
    const { path, costs } = walked(bowl, 'newton', [2], BACKTRACKING, 20)
    expect(Math.abs(path[20][0])).toBeLessThan(1e-7)
    expect(costs.hessians).toBeLessThan(12)
    expect(walked(bowl, 'newton', [2], BACKTRACKING, 1).costs).toEqual({ values: 2, gradients: 0, hessians: 1 })
  })

  it('stops where the slope is level, on a saddle or a top as well, and where its search finds nothing lower', () => {
    const { path, costs, finished } = walked(saddle, 'newton', [1, 0.1], NONE, 9)
    expect(path[9]).toEqual([0, 0])
    expect(costs.hessians).toBe(2)
    expect(finished).toBe('no component of the slope is over 1e-7')
    const cliff = landscapeOf('x + if(x < 1, 5, 0)', ['x'])
    for (const line_search_fn of [1, 2]) {
      const stuck = walked(cliff, 'newton', [1], { line_search_fn }, 9)
      expect(stuck.path[9]).toEqual([1])
      expect(stuck.finished).toBe('its line search finds no lower point on the way down')
    }
  })

  it('goes down from beside a saddle where it searches', () => {
    const { path } = walked(saddle, 'newton', [1, 0.1], BACKTRACKING, 3)
    expect(path[3][1]).toBeGreaterThan(0.2)
    for (const [k, [x, y]] of path.entries()) if (k > 0) expect(5 * x * x - y * y).toBeLessThan(5 * path[k - 1][0] ** 2 - path[k - 1][1] ** 2)
  })
})
