/** Several steps at once go the way that they go one by one: whatever is told of a run, and what it remembers at its end. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMachine, type Machine } from '../../../src/core/engine/wasm/machine.ts'
import { methodOf } from '../../../src/core/experiment/methods.ts'
import { decode } from '../../../src/core/experiment/permalink.ts'
import { resolve } from '../../../src/core/experiment/resolve.ts'
import type { Experiment } from '../../../src/core/experiment/experiment.ts'
import { beginDescent, type Descent } from '../../../src/core/explore/descent.ts'
import { createLeaper, type Leaper } from '../../../src/core/explore/leaps.ts'
import { uniform } from '../../../src/core/math/random.ts'
import { OBJECTIVES } from '../../../src/core/objectives/index.ts'
import { OPTIMIZERS } from '../../../src/core/optimizers/index.ts'
import { isDeclared } from '../../../src/core/optimizers/optimizer.ts'
import { compileUpdate } from '../../../src/core/optimizers/update.ts'
import { expectSame } from '../../same.ts'

const machine = createMachine()
const methods = OPTIMIZERS.filter(isDeclared)

interface Way {
  readonly descent: Descent
  /** Calls of the program that takes several steps. */
  readonly leaps: () => number
}

/** The first run of `e` once by leaps and once step by step. */
function both(e: Experiment, start = e.starts[0], machineFor = (): Machine | undefined => machine): { leaping: Way; stepping: Way } {
  const resolved = resolve(e)
  const method = methodOf(e, e.runs[0].optimizer)
  if (method === undefined) throw new Error('no method')
  const begin = (leaper: Leaper | undefined): Way => {
    let leaps = 0
    const counting: Leaper = (stepper, steps) => {
      const program = leaper?.(stepper, steps)
      return program && { ...program, run: (...given) => (leaps++, program.run(...given)) }
    }
    const descent = beginDescent({ ...e, starts: [start] }, { run: 0, start: 0 }, method, { landscape: resolved.landscape, rows: () => undefined, leaper: counting })
    return { descent, leaps: () => leaps }
  }
  return { leaping: begin(createLeaper(resolved, e.params, machineFor, 0)), stepping: begin(undefined) }
}

function told({ descent }: Way, slice: (k: number) => number): unknown {
  const chunks = []
  for (let k = 0; !descent.done; k++) chunks.push(...descent.advance(slice(k)))
  const { track, walk, gradient, broken, mean } = descent.run
  return { chunks, count: track.count, x: track.x, f: track.f, slope: track.slope, gradient, mean, broken: broken?.(), memory: walk.memory(), costs: walk.costs }
}

/** In WebAssembly, and by the interpreter where the machine refuses. */
const executors = [(): Machine | undefined => machine, (): undefined => undefined]
const slices = [(): number => 384, (k: number): number => 1 + ((k * 37) % 401)]

function experiment(link: string): Experiment {
  const { value, issues } = decode(link)
  expect(issues).toEqual([])
  return value
}

describe('a run that takes several steps at once', () => {
  it.each(methods.map(({ id }) => id))('goes the way of %s step by step, to the bit', (id) => {
    const e = experiment(`landscape=himmelblau&run=${id}&steps=900`)
    for (const slice of slices) {
      for (const machineFor of executors) {
        const { leaping, stepping } = both(e, e.starts[0], machineFor)
        expectSame(told(leaping, slice), told(stepping, slice))
        expect(leaping.leaps()).toBeGreaterThan(0)
      }
    }
  })

  it('does so on any landscape, from any place', () => {
    const cases = fc.tuple(fc.constantFrom(...OBJECTIVES), fc.constantFrom(...methods), fc.nat(1000), fc.constantFrom(...executors))
    fc.assert(fc.property(cases, ([objective, method, seed, machineFor]) => {
      const e = experiment(`landscape=${objective.id}&run=${method.id}&steps=${objective.id.endsWith('reg') ? 70 : 300}`)
      const start = e.domain.map(([low, high], i) => low + 1.2 * (high - low) * (uniform(seed, i) - 0.1))
      const { leaping, stepping } = both(e, start, machineFor)
      expectSame(told(leaping, slices[1]), told(stepping, slices[1]))
    }), { numRuns: 120 })
  })

  it.each([
    'f=x^4%2By^4&start=1,2&run=gd,lr:3&steps=100', // ends where x is not finite
    'f=sqrt(x-1)%2By^2&start=2,1&run=gd,lr:0.9&steps=100', // ends where there is no value
    'landscape=himmelblau&run=adam,lr:0.3,schedule:cosine&steps=500',
    'landscape=himmelblau&run=momentum,lr:0.003,schedule:formula,rate:lr/(t-50)&steps=500', // ends where there is no rate
    'landscape=linreg&run=adam&steps=80',
    'landscape=himmelblau&run=adam,average:ema&steps=300',
    'f=x^2%2Bsin(10x)&over=x&run=nesterov,lr:0.01&steps=300',
  ])('with %s', (link) => {
    const e = experiment(link)
    for (const machineFor of executors) {
      const { leaping, stepping } = both(e, e.starts[0], machineFor)
      expectSame(told(leaping, slices[0]), told(stepping, slices[0]))
      expect(leaping.leaps() > 0).toBe(machineFor() !== undefined || !link.includes('linreg'))
    }
  })

  it('keeps apart what two runs of one method with other settings, or on other data, leave in the same memory', () => {
    const [plain, other] = [experiment('landscape=himmelblau&run=adam,lr:0.3&steps=700'), experiment('landscape=linreg&run=adam,beta1:0.5&steps=700')]
    const ways = [both(plain), both(other), both({ ...plain, runs: [{ ...plain.runs[0], hyper: { ...plain.runs[0].hyper, beta2: 0.5 } }] })]
    const interleaved = (which: 'leaping' | 'stepping'): unknown[] => {
      while (ways.some((way) => !way[which].descent.done)) for (const way of ways) way[which].descent.advance(130)
      return ways.map((way) => told(way[which], slices[0]))
    }
    expectSame(interleaved('leaping'), interleaved('stepping'))
  })

  it('goes step by step where something stands between landscape and method, or the machine refuses formulas that are not printed', () => {
    for (const link of ['landscape=himmelblau&run=gd&noise=fresh,sd:1&steps=50', 'landscape=himmelblau&run=gd,sam:0.05&steps=50', 'landscape=himmelblau&run=gd,max_norm:1&steps=50']) {
      const { leaping, stepping } = both(experiment(link))
      expectSame(told(leaping, slices[0]), told(stepping, slices[0]))
      expect(leaping.leaps()).toBe(0)
    }
    const { leaping, stepping } = both(experiment('landscape=himmelblau&method=mine;x=x-2*lr*tanh(g);lr:0.003&run=mine&steps=50'), [1, 2], () => undefined)
    expectSame(told(leaping, slices[0]), told(stepping, slices[0]))
    expect(leaping.leaps()).toBe(0)
  })
})

describe('programs of several steps', () => {
  const e = experiment('landscape=himmelblau&run=gd')
  const resolved = resolve(e)
  const gd = compileUpdate(methods[0])
  const adam = compileUpdate(methods[3])

  it('are made once they pay, one at a time', () => {
    const leaper = createLeaper(resolved, e.params, () => machine, 1000)
    const interpreted = [leaper(gd, 900), leaper(adam, 900)]
    const first = leaper(gd, 100)
    expect(first).not.toBe(interpreted[0])
    expect(leaper(adam, 100)).toBe(interpreted[1]) // it has had its 1000 steps, but another was compiled just now
    expect(leaper(adam, 500)).not.toBe(interpreted[1])
    expect(leaper(gd, 100)).toBe(first)
  })

  it('do not take the few steps that are over as soon one by one', () => {
    expect(createLeaper(resolved, e.params, () => machine, 0)(gd, 1)).toBeUndefined()
  })
})
