import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { atOnce } from '../../../src/core/at-once.ts'
import { fuseBlocks } from '../../../src/core/engine/fused-blocks.ts'
import { fuse, LANES, PAUSE, type FusedProgram } from '../../../src/core/engine/fused.ts'
import { reachOf } from '../../../src/core/engine/reach.ts'
import { recipeOf } from '../../../src/core/engine/recipe.ts'
import { createMachine, isRefused } from '../../../src/core/engine/wasm/machine.ts'
import { createMapper } from '../../../src/core/ensembles/mapper.ts'
import { finish } from '../explore/helpers.ts'
import { expectSame } from '../../same.ts'
import { beginFused, fits, ownOf } from '../../../src/core/ensembles/fused.ts'
import { beginSwarm, lanesAt, STRETCH, type Swarm, type SwarmWays } from '../../../src/core/ensembles/swarm.ts'
import { resolve } from '../../../src/core/experiment/resolve.ts'
import { rateOf } from '../../../src/core/experiment/rates.ts'
import { decode } from '../../../src/core/experiment/permalink.ts'
import { methodOf } from '../../../src/core/experiment/methods.ts'
import { defaults, type Values } from '../../../src/core/fields.ts'
import { uniform } from '../../../src/core/math/random.ts'
import { OBJECTIVES } from '../../../src/core/objectives/index.ts'
import { OPTIMIZERS } from '../../../src/core/optimizers/index.ts'
import { isDeclared, type DeclaredOptimizer } from '../../../src/core/optimizers/optimizer.ts'
import { stepperFor } from '../../../src/core/optimizers/update.ts'

const SPECIAL = [0, -0, NaN, Infinity, -Infinity, 5e-324, 1e300, -1e300, 1e160]
const machine = createMachine()
const methods = OPTIMIZERS.filter(isDeclared)

/** The executors for the run of a link, over so many lanes: random places of the domain and beyond, some of them no places at all. */
function both(link: string, lanes: number, seed: number, hyper?: Values, own?: readonly string[]): { block: Swarm; fused: readonly Swarm[]; program: FusedProgram } {
  const { value: e, issues } = decode(link)
  expect(issues).toEqual([])
  const resolved = resolve(e)
  const method = methodOf(e, e.runs[0].optimizer)
  if (method === undefined || !isDeclared(method) || machine === undefined) throw new Error('nothing to fuse')
  const settings = hyper ?? e.runs[0].hyper
  const stepper = stepperFor(method, settings, undefined, own)
  const ways: SwarmWays = {
    landscape: resolved.landscape, stepper, hyper: settings, rate: rateOf(e.runs[0]), around: [],
    ...(own && { own: Object.fromEntries(own.map((name, i) => [name, Float64Array.from({ length: lanes }, (_, k) => uniform(seed, 2 + i, k))])) }),
  }
  const columns = e.domain.map(([low, high], i) => Float64Array.from({ length: lanes }, (_, k) =>
    (k < SPECIAL.length * 2 && k % 2 === i % 2 ? SPECIAL[k >> 1] : low + 1.2 * (high - low) * (uniform(seed, i, k) - 0.1))))
  const recipe = recipeOf(resolved.expression, resolved.coordinates, e.params, resolved.data, 1)
  const reach = reachOf(recipe, e.domain)
  const program = atOnce(fuse(recipe, columns.length, resolved.data, stepper.update, ownOf(ways), STRETCH, machine, reach))
  if (program === undefined) throw new Error('refused')
  const given = (): Float64Array[] => columns.map((column) => column.slice())
  const lanesOf = lanesAt(given(), stepper)
  expect(fits(lanesOf, ways)).toBe(true)
  const programs = recipe.stages.length > 0 ? [program] : [program, atOnce(fuseBlocks(recipe, columns.length, stepper.update, ownOf(ways), STRETCH, reach))]
  return { program, block: beginSwarm(lanesOf, ways), fused: programs.map((one) => beginFused(lanesAt(given(), stepper), ways, one)) }
}

/** What judges see of a swarm: its lanes, and of the last stretch the bounds and the path of those that stayed finite. */
function seen(swarm: Swarm, steps: number): unknown {
  const cut = (columns: readonly Float64Array[]): number[][] => columns.map((column) => Array.from(column.subarray(0, swarm.count)))
  const whole = Array.from({ length: swarm.count }, (_, k) => k).filter((k) => swarm.finite[k] === 1)
  return {
    ...swarm.lanes(), f: cut([swarm.f]), gradient: cut(swarm.gradient), finite: Array.from(swarm.finite.subarray(0, swarm.count)),
    before: whole.slice(0, 5).map((k) => swarm.before(k)),
    bounds: whole.map((k) => (swarm.bound?.(k), [...swarm.low, ...swarm.high].map((column) => (steps > 0 ? column[k] : 0)))),
    path: whole.map((k) => swarm.path.map((column) => Array.from({ length: steps }, (_, j) => column[swarm.pathAt(k) + j * swarm.pathStep]))),
  }
}

/** All go the same way, to the bit, while lanes drop out. */
function same({ block, fused }: { block: Swarm; fused: readonly Swarm[] }, stretches: readonly number[], seed: number): void {
  for (const one of fused) expectSame(seen(one, 0), seen(block, 0))
  for (const [at, steps] of stretches.entries()) {
    for (const swarm of [block, ...fused]) {
      const stays = Uint8Array.from({ length: swarm.count }, (_, k) => (swarm.finite[k] === 1 && uniform(seed, at, swarm.ids[k]) < 0.8 ? 1 : 0))
      swarm.keep(stays)
      for (const _pause of swarm.advance(steps)) { /* no pause matters */ }
    }
    for (const one of fused) expectSame(seen(one, steps), seen(block, steps))
  }
}

const hyperOf = ({ hyper }: DeclaredOptimizer): fc.Arbitrary<Values> => fc.record(Object.fromEntries(Object.entries(hyper).map(([name, field]) =>
  [name, field.kind === 'number' ? fc.oneof(fc.constant(Number(field.default)), fc.double({ min: Math.max(-1, field.min ?? -1), max: Math.min(2, field.max ?? 2), noNaN: true })) : fc.constant(Number(field.default))])))

describe('where WebAssembly is refused', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('that is known before there is anything to compute, and machines load nothing', () => {
    expect(isRefused()).toBe(false)
    const { Memory, Instance } = WebAssembly
    const Module = function (): never { throw new WebAssembly.CompileError('refused by policy') }
    vi.stubGlobal('WebAssembly', { Module, Memory, Instance, CompileError: WebAssembly.CompileError })
    expect(isRefused()).toBe(true)
    expect(createMachine()?.seats({ bytes: new Uint8Array(), host: [], size: 8 })).toBeUndefined()
    vi.stubGlobal('WebAssembly', undefined)
    expect([isRefused(), createMachine()]).toEqual([true, undefined])
  })

  it.each([['by policy', { ...machine, load: () => undefined, seats: () => undefined }], ['altogether', undefined]])('%s, maps are the same', (_how, given) => {
    const { value: experiment } = decode('landscape=himmelblau&run=momentum,lr:0.01&steps=300')
    const job = { experiment, run: 0, critical: [], partial: true }
    const tile = { shape: [64, 64], from: 1000, to: 3048 }
    const refusing = given === undefined || machine === undefined ? undefined : { ...given, owner: undefined }
    expectSame(finish(createMapper(() => refusing)(job, tile)), finish(createMapper()(job, tile)))
  })
})

describe('a fused swarm goes the way of the one that is interpreted, to the bit', () => {
  it('on any landscape, with any method of formulas, at any settings, while lanes drop out', () => {
    const pairs = fc.tuple(fc.constantFrom(...OBJECTIVES), fc.constantFrom(...methods)).chain(([objective, method]) =>
      fc.tuple(fc.constant(objective), fc.constant(method), hyperOf(method), fc.nat(1000)))
    fc.assert(fc.property(pairs, ([objective, method, hyper, seed]) => {
      const pair = both(`landscape=${objective.id}&run=${method.id}`, objective.id.endsWith('reg') ? 30 : 53, seed, { ...defaults(method.hyper), ...hyper })
      same(pair, [STRETCH, 1, 7], seed)
    }), { numRuns: 80 })
  })

  it.each(methods.map(({ id }) => id))('with %s on Himmelblau', (id) => {
    same(both(`landscape=himmelblau&run=${id}`, 61, 3), [STRETCH, STRETCH, 2], 4)
  })

  it.each([
    'landscape=rastrigin&run=momentum,lr:0.003,schedule:cosine&steps=60',
    'landscape=himmelblau&run=adam,lr:0.3,schedule:formula,rate:lr/(1+t/10)',
    'landscape=himmelblau&run=gd,lr:1e-300',
    'landscape=linreg&run=adam',
    'f=sin(5x)%2By^2*exp(-x*y)&run=nesterov,lr:0.05',
    'f=3%2By&run=gd,lr:0.05',
    'landscape=himmelblau&method=mine;x=v;v=x-0.01*g&run=mine',
    'landscape=himmelblau&method=mine;x=k;k:0.5&run=mine',
    'landscape=himmelblau&method=mine;x=3&run=mine',
    'landscape=himmelblau&method=mine;v=1/t;x=x-v*g/100&run=mine',
  ])('with %s', (link) => {
    same(both(link, 40, 5), [STRETCH, STRETCH, STRETCH], 6)
  })

  it.each([
    ['landscape=himmelblau&run=momentum', ['lr', 'momentum']], ['landscape=x2_y4&run=adam', ['beta1', 'beta2']],
    ['landscape=himmelblau&run=adam,schedule:cosine', ['lr', 'eps']],
  ])('with hyper-parameters of its own for every lane: %s', (link, own) => {
    same(both(link, 40, 12, undefined, own), [STRETCH, 5], 13)
  })

  it('as many lanes as there is room for, down to none', () => {
    const pair = both('landscape=himmelblau&run=gd', LANES, 7)
    same(pair, [3], 8)
    for (const swarm of [pair.block, ...pair.fused]) swarm.keep(new Uint8Array(LANES))
    expect(pair.fused.map(({ count }) => count)).toEqual([0, 0])
    same(pair, [4], 9)
  })

  it.each([
    ['a short formula', 'landscape=himmelblau&run=momentum'], ['functions', 'landscape=eggholder&run=adam'], ['a spline', 'landscape=volcano&run=gd'],
    ['150 sines', `f=${Array.from({ length: 150 }, (_, i) => `sin(${i + 1}x)`).join('%2B')}%2By&run=gd,lr:1e-6`],
  ])('with pauses that follow how long a step takes: %s', (_what, link) => {
    const { fused, program } = both(link, LANES, 14)
    expect(program.part === program.together || program.part * STRETCH * program.cost <= PAUSE).toBe(true)
    let pauses = 0
    for (let stretch = 0; stretch < 3; stretch++) for (const _pause of fused[0].advance(STRETCH)) pauses++
    const all = 3 * LANES * STRETCH * program.cost
    expect(pauses).toBeGreaterThanOrEqual(Math.floor(all / (PAUSE + program.part * STRETCH * program.cost)))
    expect(pauses).toBeLessThanOrEqual(Math.ceil(all / PAUSE))
  })

  it('in columns that another has used, but not while that one does', () => {
    const { program, fused, block } = both('landscape=himmelblau&run=momentum', 40, 10)
    const other = program.take()
    expect(other.columns.x[0].buffer).not.toBe(fused[0].x[0].buffer)
    same({ block, fused }, [STRETCH], 11)
    fused[0].end()
    expect(program.take().columns.x[0].buffer).toBe(fused[0].x[0].buffer)
  })
})
