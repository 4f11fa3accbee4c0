/** BFGS, L-BFGS and conjugate gradients. */
import { describe, expect, it } from 'vitest'
import { beginWalk } from '../../../src/core/explore/walk.ts'
import { defaults } from '../../../src/core/fields.ts'
import { optimizerById } from '../../../src/core/optimizers/index.ts'
import { landscapeOf, settingFor } from '../explore/helpers.ts'
import { walked } from './walked.ts'

const NONE = { line_search_fn: 0 }
const BACKTRACKING = { line_search_fn: 1 }
const IDS = ['bfgs', 'lbfgs', 'cg_fr', 'cg_pr'] as const

const tilted = landscapeOf('3 x^2 + 2 x*y + y^2', ['x', 'y'])
const saddle = landscapeOf('x^2 - y^2', ['x', 'y'])
const rosenbrock = landscapeOf('(1 - x)^2 + 100 (y - x^2)^2', ['x', 'y'])

describe.each(IDS)('%s', (id) => {
  it('ends at the minimum of Rosenbrock’s valley, and asks for nothing after that', () => {
    const { path, costs, finished } = walked(rosenbrock, id, [-1.2, 1], {}, 80)
    expect(Math.hypot(path[80][0] - 1, path[80][1] - 1)).toBeLessThan(1e-6)
    expect(finished).toBe('no component of the slope is over 1e-7')
    expect(walked(rosenbrock, id, [-1.2, 1], {}, 200).costs).toEqual(costs)
    expect(costs.hessians).toBe(0)
  })

  it('goes down at every step of a search', () => {
    for (const search of [BACKTRACKING, {}]) {
      const { path } = walked(rosenbrock, id, [-1.2, 1], search, 20)
      const f = path.map((x) => rosenbrock.value(Float64Array.from(x)))
      for (let k = 1; k <= 20; k++) expect(f[k]).toBeLessThan(f[k - 1])
    }
  })

  it('stays where no step leads down, says so, and asks no more', () => {
    const cliff = landscapeOf('x + if(x < 1, 5, 0)', ['x'])
    for (const search of [BACKTRACKING, {}]) {
      const { path, finished, costs } = walked(cliff, id, [1], search, 30)
      expect(path[30]).toEqual([1])
      expect(finished).toBe('its line search finds no lower point on the way down')
      expect(costs.values + costs.gradients).toBeLessThan(100)
    }
  })

  it('stays at a saddle that it starts on, at the cost of one slope', () => {
    const { path, costs, finished } = walked(saddle, id, [0, 0], {}, 5)
    expect(path[5]).toEqual([0, 0])
    expect(costs).toEqual({ values: 0, gradients: 1, hessians: 0 })
    expect(finished).toBe('no component of the slope is over 1e-7')
  })

  it('goes down beside a saddle, where the Hessian is indefinite', () => {
    for (const search of [NONE, BACKTRACKING, {}]) {
      const { path } = walked(saddle, id, [1, 0.1], search, 4)
      const f = path.map((x) => saddle.value(Float64Array.from(x)))
      for (let k = 1; k <= 4; k++) expect(f[k]).toBeLessThan(f[k - 1])
      for (const x of path) for (const v of x) expect(v).not.toBeNaN()
    }
  })

  it('asks for one slope a trial, keeping the last one for the next step', () => {
    const { costs } = walked(tilted, id, [1, 1], BACKTRACKING, 3)
    expect(costs.gradients).toBe(4)
    expect(costs.values).toBeGreaterThanOrEqual(3)
  })
})

it('a slope kept between steps is asked for anew where something else has moved the point', () => {
  const bfgs = optimizerById('bfgs')
  if (bfgs === undefined) throw new RangeError('no BFGS')
  const asked = (shift: number): number => {
    const walk = beginWalk(bfgs, { landscape: tilted, setting: settingFor([1, 1], { ...defaults(bfgs.hyper), line_search_fn: 0 }) })
    const x = Float64Array.of(1, 1)
    walk.step(x, new Float64Array(2), 1)
    x[0] += shift
    walk.step(x, new Float64Array(2), 2)
    return walk.costs.gradients
  }
  expect([asked(0), asked(0.25)]).toEqual([3, 4])
})

describe('BFGS', () => {
  it('learns the inverse Hessian of a quadratic', () => {
    const { memory } = walked(tilted, 'bfgs', [1, 1], { gtol: 1e-10, c2: 0.01 }, 6)
    // The Hessian is [[6, 2], [2, 2]].
    for (const [k, entry] of [0.25, -0.25, -0.25, 0.75].entries()) expect(memory.H[k]).toBeCloseTo(entry, 4)
  })

  it('learns nothing from a step along which the slope grows steeper: its guess stays positive definite', () => {
    const dome = landscapeOf('-x^2 - 3 y^2', ['x', 'y'])
    const { memory, path } = walked(dome, 'bfgs', [0.1, 0.1], BACKTRACKING, 3)
    expect(memory.H).toEqual([1, 0, 0, 1])
    expect(Math.hypot(...path[3])).toBeGreaterThan(0.2)
  })
})

describe('L-BFGS', () => {
  it('forgets all but the last steps', () => {
    const { memory } = walked(rosenbrock, 'lbfgs', [-1.2, 1], { history_size: 3 }, 8)
    expect(memory.pairs).toEqual([3])
    expect(walked(rosenbrock, 'lbfgs', [-1.2, 1], { history_size: 1 }, 8).path[1]).toEqual(walked(rosenbrock, 'lbfgs', [-1.2, 1], {}, 8).path[1])
    expect(walked(rosenbrock, 'lbfgs', [-1.2, 1], { history_size: 1 }, 8).path[4]).not.toEqual(walked(rosenbrock, 'lbfgs', [-1.2, 1], {}, 8).path[4])
  })
})

describe('conjugate gradients', () => {
  it.each(['cg_fr', 'cg_pr'])('end at the minimum of a quadratic after two exact searches: %s', (id) => {
    const { path } = walked(tilted, id, [2, -1], { c2: 1e-9, gtol: 1e-6 }, 2)
    expect(Math.hypot(...path[2])).toBeLessThan(1e-6)
  })
})
