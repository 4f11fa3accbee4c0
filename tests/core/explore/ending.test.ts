import { describe, expect, it } from 'vitest'
import { judge } from '../../../src/core/explore/ending.ts'
import { Trajectory } from '../../../src/core/explore/run.ts'
import type { Walk } from '../../../src/core/explore/walk.ts'
import type { Scene } from '../../../src/core/explore/scene.ts'
import type { Box } from '../../../src/core/landscape.ts'
import { OPTIMIZERS } from '../../../src/core/optimizers/index.ts'
import { endingOf, endings, experiment, landscapeOf, type RunSpec } from './helpers.ts'

const gd = (lr: number): RunSpec => ['gd', { lr }]
const line: Box = [[-3, 3]]

describe('converged', () => {
  it('names the minimum and the first step from which the run stays there', () => {
    const ending = endingOf('square', [1], gd(0.25), 100)
    // x halves each step; the tolerance is 1/1000 of the domain's width, 6 or 10 wide: 2^-8 or 2^-7 is within it.
    expect(ending).toMatchObject({ ending: 'converged', verdict: 'minimum', word: 'Converged', steps: 100, costs: { gradients: 100 } })
    expect(ending.says).toBe(`At minimum A after ${ending.step} steps.`)
    expect([7, 8]).toContain(ending.step)
  })

  it('happens on Himmelblau from its usual start for rates that suit', () => {
    const runs: RunSpec[] = [gd(0.01), ['momentum', { lr: 0.006 }], ['adam', { lr: 0.18 }], ['nesterov', { lr: 0.006 }]]
    for (const ending of endings(experiment('himmelblau', [0.6, 4.9], runs, 160))) {
      expect(ending.ending).toBe('converged')
      expect(ending.says).toMatch(/^At minimum [A-D] after \d+ steps\.$/)
      expect(ending.step).toBeLessThan(130)
    }
  })

  it('tells that a deeper minimum exists', () => {
    expect(endingOf('sin3_quad', [3], gd(0.1), 300).says).toMatch(/^At minimum B after \d+ steps. A lies deeper\.$/)
  })

  it('at a minimum from the start is step 0, with no steps too', () => {
    for (const steps of [0, 50]) expect(endingOf('square', [0], gd(0.1), steps)).toMatchObject({ ending: 'converged', step: 0 })
  })

  it('does not count a ball that only passes through the minimum at the last step', () => {
    // Heavy ball: the 11th iterate is past the minimum at speed; cut the run wherever, it never counts before it stays.
    for (let steps = 1; steps < 40; steps++) {
      const ending = endingOf('square', [1], ['momentum', { lr: 0.05, momentum: 0.95 }], steps)
      expect(ending.ending).toBe('out-of-steps')
    }
  })

  it('holds to the last digit: a run that rests at rounding level is still converged', () => {
    expect(endingOf('sin3_quad', [3], gd(0.1), 20_000).ending).toBe('converged')
    expect(endingOf('himmelblau', [0.6, 4.9], gd(0.01), 20_000).ending).toBe('converged')
  })
})

describe('stalled', () => {
  it('at the saddle of x²-y² where y is exactly 0, and not where it has left it', () => {
    expect(endingOf('saddle', [1, 0], gd(0.1), 200)).toMatchObject({
      ending: 'stalled', verdict: 'saddle', word: 'Stuck at saddle', says: 'Slope is zero, but one direction still goes down.',
    })
    expect(endingOf('saddle', [1, 1e-8], gd(0.1), 60)).toMatchObject({ ending: 'stalled', verdict: 'saddle' })
    expect(endingOf('saddle', [1, 1e-8], gd(0.1), 110).verdict).toBe('moving')
  })

  it('at the inflection of x³, however long it creeps towards it', () => {
    for (const steps of [100, 300, 1000, 20_000]) {
      const ending = endingOf('cubic', [1], gd(0.1), steps)
      expect(ending).toMatchObject({ ending: 'stalled', verdict: 'flat' })
      expect(ending.says).toBe('Slope and curvature are zero, but it still goes down to the left.')
    }
  })

  it('where the test cannot tell: x⁴ and x²+y⁴ never count as minima', () => {
    expect(endingOf('x^4', [1], gd(0.1), 2000, line)).toMatchObject({ ending: 'stalled', verdict: 'flat' })
    expect(endingOf('x2_y4', [1.5, 1], gd(0.1), 5000)).toMatchObject({ ending: 'stalled', verdict: 'flat' })
    expect(endingOf('x2_y4', [1.5, 1], gd(0.1), 5000).says).toContain('cannot tell')
  })

  it('at a top that it starts on', () => {
    expect(endingOf('-x^2', [0], gd(0.1), 50, line)).toMatchObject({ ending: 'stalled', verdict: 'maximum', word: 'Stuck at a top', step: 0 })
  })

  it('on the plateau of tanh, with the loss it lost', () => {
    const ending = endingOf('tanh', [4], gd(0.1), 300)
    expect(ending).toMatchObject({ ending: 'stalled', verdict: 'plateau', word: 'Plateau' })
    expect(ending.says).toMatch(/^Loss fell only 0\.00\d+ % in the last 100 steps, and the slope is small\.$/)
    // Past the drop it is flat again on the other side.
    expect(endingOf('tanh', [4], ['adam', { lr: 0.1 }], 500).verdict).toBe('plateau')
  })

  it('on level ground', () => {
    expect(endingOf('3+0*x', [1], gd(0.1), 10, line)).toMatchObject({ ending: 'stalled', verdict: 'flat', step: 0 })
  })

  it('where weight decay balances the slope', () => {
    const ending = endingOf('himmelblau', [0.6, 4.9], ['gd', { lr: 0.01, weight_decay: 1 }], 300)
    expect(ending.ending).toBe('stalled')
    expect(ending.says).toMatch(/^Weight decay balances a slope of /)
  })
})

describe('diverged', () => {
  it('names the step, the loss passed, the rate and the bound', () => {
    const ending = endingOf('square', [1], gd(1.05), 1000)
    expect(ending).toMatchObject({ ending: 'diverged', verdict: 'diverged', word: 'Diverged', steps: 1000 })
    // 1.1^(2k) > 1e12 first at k = 145.
    expect(ending.step).toBe(145)
    expect(ending.says).toBe('Loss passed 1e12 at step 145: $\\eta$ = 1.05 is over $2/\\lambda_{max}$ = 1.')
  })

  it('is seen before 1e12 where the loss has grown a thousandfold and still grows', () => {
    expect(endingOf('square', [1], gd(1.05), 100)).toMatchObject({ ending: 'diverged' })
  })

  it('uses the bound of the method, at the minimum or at the start', () => {
    expect(endingOf('quad100', [4, 3], ['momentum', { lr: 0.1 }], 200).says).toContain('= 0.038.')
    expect(endingOf('himmelblau', [0.6, 4.9], gd(0.1), 100).says).toMatch(/^Loss passed 1e12 at step 2: \$\\eta\$ = 0\.1 is over/)
  })

  it('is falling without end where the function has no lowest point', () => {
    const ending = endingOf('cubic', [-1], gd(0.1), 100)
    expect(ending.ending).toBe('diverged')
    expect(ending.says).toMatch(/^Loss fell below −1e12 at step \d+: this function has no lowest point that way\.$/)
    // x³ from 2 with rate 0.17 leaves to minus infinity in 58 steps or so.
    expect(endingOf('cubic', [2], gd(0.17), 100)).toMatchObject({ ending: 'diverged' })
  })

  it('is one step where the rate is absurd', () => {
    expect(endingOf('square', [1], gd(1e300), 100)).toMatchObject({ ending: 'diverged', step: 1, steps: 1 })
    expect(endingOf('saddle', [1, 0.5], gd(1e300), 100)).toMatchObject({ ending: 'diverged', step: 1 })
  })

  it('is about growth, not about a start that is high', () => {
    expect(endingOf('1e15+1e13*x^2', [1], gd(1e-15), 300, line).ending).toBe('converged')
    expect(endingOf('1e15+1e13*x^2', [1], gd(1.05e-13), 300, line).ending).toBe('diverged')
  })

  it('is not a run that went very far up and came back', () => {
    const landscape = landscapeOf('x^2', ['x'])
    const gradientDescent = OPTIMIZERS[0]
    // A method that leaps to x = 1e8, where the loss is 1e16, and from there to the minimum.
    const walk: Walk = {
      costs: { values: 0, gradients: 0, hessians: 0 }, order: 1, memory: () => ({}), step: (x, _g, t) => void x.fill(t === 3 ? 1e8 : 0),
      finished: () => undefined, clone: () => walk,
    }
    const leap = new Trajectory({ run: 0, start: 0 }, landscape, walk, [1], 30)
    while (!leap.done) leap.advance(10)
    const scene: Scene = { landscape, coordinates: ['x'], domain: line, size: 6, range: 9, because: () => undefined }
    const finished = { track: leap.track, optimizer: gradientDescent, hyper: { lr: 0.1 }, around: [], walk, gradient: leap.gradient }
    expect(judge({ run: 0, start: 0 }, finished, scene)).toMatchObject({ ending: 'converged', step: 4 })
  })
})

describe('a method that knows values only', () => {
  const simplex = (hyper: Readonly<Record<string, number>> = {}): RunSpec => ['nelder_mead', hyper]

  it('stops by its own rule, and the verdict says where and by which', () => {
    const ending = endingOf('rosenbrock', [-1.2, 1], simplex(), 400)
    expect(ending).toMatchObject({ ending: 'converged', verdict: 'minimum', word: 'Converged', steps: 84, costs: { values: 159, gradients: 0, hessians: 0 } })
    expect(ending.says).toBe(`At minimum A after ${ending.step} steps. Stopped at 84 by its own rule: corners and heights within 0.0001.`)
    expect(ending.step).toBeLessThan(84)
  })

  it('that still searches is not stalled because its best point rests', () => {
    // With tolerances of 0 the rule is never met before the corners are one point.
    const ending = endingOf('rosenbrock', [-1.2, 1], simplex({ xatol: 0, fatol: 0 }), 64)
    expect(ending).toMatchObject({ ending: 'out-of-steps', verdict: 'moving', word: 'Still searching', steps: 64 })
    expect(ending.says).toMatch(/^Lowest so far is 0\.\d+ at step \d+, near minimum A\. Give it more steps\.$/)
  })

  it('stops where there is no minimum, and the verdict gives the slope there', () => {
    const ending = endingOf('rosenbrock', [-1.2, 1], simplex({ xatol: 1, fatol: 10 }), 40)
    expect(ending).toMatchObject({ ending: 'stalled', verdict: 'plateau', word: 'Stopped' })
    expect(ending.says).toMatch(/^Stopped at \d+ by its own rule: corners within 1, heights within 10\. The slope there is [\d.]+\.$/)
  })

  it('minds neither a kink nor a start without a slope', () => {
    expect(endingOf('abs', [0], simplex(), 60)).toMatchObject({ ending: 'converged', verdict: 'minimum' })
    expect(endingOf('abs(x)+abs(y)', [2, -1], simplex(), 200, [[-3, 3], [-3, 3]])).toMatchObject({ ending: 'converged', verdict: 'minimum' })
  })

  it('comes out of a start without a value, and says so where there is none anywhere', () => {
    // Only the second corner, at 0.00025, has a value: the logarithm has none at or left of 0.0001.
    expect(endingOf('(x-1)^2-0.01*log(x-1e-4)', [0], simplex(), 200, [[-1, 3]])).toMatchObject({ ending: 'converged', verdict: 'minimum' })
    const nowhere = endingOf('log(-1-x^2)', [1], simplex(), 30, [[-1, 3]])
    expect(nowhere).toMatchObject({ ending: 'undefined', verdict: 'undefined', steps: 30 })
    expect(nowhere.says).toMatch(/^None of the \d+ points it tried has a value: log needs its argument above 0/)
  })

  it('runs down a slope without end', () => {
    expect(endingOf('x+y', [1, 1], simplex(), 300, [[-3, 3], [-3, 3]])).toMatchObject({ ending: 'diverged' })
  })
})

describe('left the domain of definition, or undefined', () => {
  it('names step, place and reason', () => {
    expect(endingOf('log(x)', [1], gd(0.5), 100, [[0.1, 3]])).toMatchObject({
      ending: 'left-domain', verdict: 'left-domain', step: 2, steps: 2,
      says: 'Step 2 landed at −0.5: log needs its argument above 0; it is −0.5 here.',
    })
    expect(endingOf('log(x)', [1], gd(1e6), 100, [[0.1, 3]]).ending).toBe('left-domain')
    expect(endingOf('sqrt(x)', [0.01], gd(0.1), 100, [[0, 3]]).ending).toBe('left-domain')
  })

  it('is undefined where the start has no slope: Ackley’s origin, |x| at 0', () => {
    const ending = endingOf('ackley', [0, 0], gd(0.1), 100)
    expect(ending).toMatchObject({ ending: 'undefined', verdict: 'undefined', step: 0, steps: 0, costs: { gradients: 0 } })
    expect(ending.says).toMatch(/^No slope at the start: /)
    expect(endingOf('abs(x)', [0], gd(0.1), 100, line).ending).toBe('undefined')
  })

  it('is undefined where the start has no value, or an infinite one', () => {
    expect(endingOf('log(-1-x^2)', [1], gd(0.1), 10, line).says).toBe('No value at the start: log needs its argument above 0; it is −2 here.')
    expect(endingOf('exp(x^2)', [100], gd(0.1), 10, line)).toMatchObject({ ending: 'undefined' })
    expect(endingOf('exp(x^2)', [100], gd(0.1), 10, line).says).toMatch(/^Infinite at the start: /)
  })

  it('is undefined where a step lands exactly on a kink', () => {
    expect(endingOf('abs(x)', [1], gd(0.25), 100, line)).toMatchObject({ ending: 'undefined', step: 4, steps: 4 })
  })
})

describe('out of steps', () => {
  it('swaps between two points for ever where the rate is over the bound', () => {
    const ending = endingOf('sin3_quad', [0], gd(0.21), 200)
    expect(ending).toMatchObject({ ending: 'out-of-steps', verdict: 'oscillating', word: 'Oscillating' })
    expect(ending.says).toMatch(/^Swaps between −0\.6\d+ and −0\.30\d+ for ever\.$/)
    expect(endingOf('square', [1], gd(1), 100).says).toBe('Swaps between −1 and 1 for ever.')
  })

  it('jumps across a minimum of the plane, and says by how much the rate is over', () => {
    expect(endingOf('himmelblau', [0.6, 4.9], gd(0.026), 160).says).toMatch(/^Jumps across minimum [A-D]: \$\\eta\$ is 7 % over \$2\/\\lambda_\{max\}\$\.$/)
  })

  it('sees swings that grow', () => {
    expect(endingOf('square', [1], gd(1.05), 20)).toMatchObject({ ending: 'out-of-steps', verdict: 'oscillating' })
  })

  it('sees swings that shrink as converging or moving, never as oscillating for ever', () => {
    expect(endingOf('square', [1], gd(0.95), 100).ending).toBe('converged')
    expect(endingOf('square', [1], gd(0.95), 20).verdict).not.toBe('oscillating')
  })

  it('is still moving where the steps are too few or too small', () => {
    expect(endingOf('rosenbrock', [-1.2, 1], gd(0.001), 300)).toMatchObject({ ending: 'out-of-steps', verdict: 'moving', word: 'Still moving' })
    expect(endingOf('rosenbrock', [-1.2, 1], gd(0.001), 300).says).toMatch(/^Loss is still falling.* Give it more steps\.$/)
    expect(endingOf('square', [1], gd(1e-5), 100).says).toContain('steps are tiny')
    expect(endingOf('quad100', [4, 3], gd(0.01), 200).verdict).toBe('moving')
  })

  it('of no steps says so', () => {
    expect(endingOf('square', [1], gd(0.1), 0)).toMatchObject({ ending: 'out-of-steps', steps: 0, says: 'No steps were asked for. Give it more steps.' })
  })
})
