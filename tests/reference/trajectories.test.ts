/** Every step of every method against torch.optim, float64: the numbers are PyTorch's, see `source` in the file. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/core/engine/compile.ts'
import { defaults, type Values } from '../../src/core/fields.ts'
import { parse } from '../../src/core/formula/parse.ts'
import type { Landscape } from '../../src/core/landscape.ts'
import { objectiveById } from '../../src/core/objectives/index.ts'
import { declaredById } from '../../src/core/optimizers/index.ts'
import { compileUpdate } from '../../src/core/optimizers/update.ts'

type Params = Readonly<Record<string, number | boolean | readonly number[]>>
interface Trajectory {
  readonly objective: string
  readonly optimizer: string
  readonly params: Params
  readonly start: readonly number[]
  readonly steps: readonly number[] | null
  readonly x: readonly (readonly number[])[]
  readonly agree_upto: number
}
interface Convention {
  readonly convention: string
  readonly objective: string
  readonly start: readonly number[]
  readonly params: Readonly<Record<string, number>>
  readonly lrs?: readonly number[]
  readonly x?: readonly (readonly number[])[]
  readonly lookahead?: readonly (readonly number[])[]
}
interface File {
  readonly default_steps: readonly number[]
  readonly trajectories: readonly Trajectory[]
  readonly conventions: readonly Convention[]
}

const file = JSON.parse(readFileSync(new URL('trajectories.json', import.meta.url), 'utf8')) as File

/** Which of ours is which of PyTorch's, where the ids differ. */
const OURS: Readonly<Record<string, string>> = {
  sgd: 'gd', sgd_momentum: 'momentum', sgd_dampening: 'momentum', sgd_nesterov: 'nesterov',
  rmsprop_momentum: 'rmsprop', rmsprop_centered: 'rmsprop',
}
/** PyTorch's defaults where ours differ so that steps can be seen. */
const TORCH_RATES: Readonly<Record<string, number>> = {
  gd: 1e-3, momentum: 1e-3, nesterov: 1e-3, adam: 1e-3, adamw: 1e-3, amsgrad: 1e-3, adamax: 2e-3, nadam: 2e-3, radam: 1e-3, adagrad: 1e-2,
}
/** PyTorch's pairs are two numbers here, and what is a method of its own here is a switch there. */
const PAIRS: Readonly<Record<string, readonly string[]>> = { betas: ['beta1', 'beta2'], etas: ['eta_minus', 'eta_plus'], step_sizes: ['step_min', 'step_max'] }
const SWITCHES: Readonly<Record<string, string>> = { nesterov: 'nesterov', amsgrad: 'amsgrad' }

const idOf = (optimizer: string): string => OURS[optimizer] ?? optimizer

function hyperOf(optimizer: string, params: Params): Values {
  const id = idOf(optimizer)
  const entries = Object.entries(params).flatMap(([name, value]): (readonly [string, number])[] => {
    if (Object.hasOwn(SWITCHES, name)) return []
    if (typeof value === 'object') return value.map((v, i) => [PAIRS[name][i], v] as const)
    return [[name, Number(value)]]
  })
  for (const [name, method] of Object.entries(SWITCHES)) expect(params[name] ?? false).toBe(id === method)
  const usual = defaults(declaredById(id)!.hyper)
  return { ...usual, lr: TORCH_RATES[id] ?? usual.lr, ...Object.fromEntries(entries) }
}

/** The points of a run, the start first; `rates` has the rate of each step where it changes. */
function walk(id: string, objective: string, start: readonly number[], hyper: Values, steps: number, rates?: readonly number[]): number[][] {
  const optimizer = declaredById(id)!
  expect(Object.keys(hyper).sort()).toEqual(Object.keys(optimizer.hyper).sort())
  const landscape = landscapeOf(objective)
  const stepper = compileUpdate(optimizer)
  const x = Float64Array.from(start)
  const g = new Float64Array(x.length)
  const memory = Object.fromEntries(stepper.memory.map((slot) => [slot, new Float64Array(x.length)]))
  const points = [[...x]]
  for (let t = 1; t <= steps; t++) {
    landscape.gradient(x, g)
    stepper.step(x, g, memory, t, rates === undefined ? hyper : { ...hyper, lr: rates[t - 1] })
    points.push([...x])
  }
  return points
}

function compare(points: readonly (readonly number[])[], steps: readonly number[], wanted: readonly (readonly number[])[]): void {
  for (const [row, step] of steps.entries()) {
    for (const [i, there] of wanted[row].entries()) {
      const off = Math.abs(points[step][i] - there) / Math.max(1, Math.abs(there))
      expect(off, `coordinate ${i} after ${step} steps: ${points[step][i]}, the reference has ${there}`).toBeLessThanOrEqual(1e-9)
    }
  }
}

function landscapeOf(id: string): Landscape {
  const objective = objectiveById(id)!
  const parsed = parse(objective.formula)
  if (!parsed.ok) throw new Error(parsed.issues[0].says)
  return compile(parsed.value, objective.coordinates, defaults(objective.params))
}

describe.each([...new Set(file.trajectories.map((t) => t.objective))])('on %s', (objective) => {
  const trajectories = file.trajectories.filter((t) => t.objective === objective)

  it.each(trajectories.map((t) => [`${t.optimizer} ${JSON.stringify(t.params)} from ${JSON.stringify(t.start)}`, t] as const))('%s', (_, t) => {
    const steps = (t.steps ?? file.default_steps).filter((step, row) => step <= t.agree_upto && row < t.x.length)
    expect(steps.length).toBeGreaterThan(1)
    compare(walk(idOf(t.optimizer), objective, t.start, hyperOf(t.optimizer, t.params), steps.at(-1)!), steps, t.x)
  })
})

it('all methods of the file and all their variants are compared', () => {
  expect(file.trajectories).toHaveLength(372)
  for (const { optimizer } of file.trajectories) expect(declaredById(idOf(optimizer))).toBeDefined()
})

describe('other conventions are settings of ours', () => {
  const steps = [...Array.from({ length: 21 }, (_, k) => k), 30, 40, 50, 60]
  const base = (id: string): Values => defaults(declaredById(id)!.hyper)
  /** Which method with which settings; of the look-ahead of Sutskever's Nesterov, PyTorch's point is the one looked from. */
  const SAME: Readonly<Record<string, (params: Readonly<Record<string, number>>) => readonly [string, Values]>> = {
    'd2l Adagrad': ({ lr, eps }) => ['adagrad', { ...base('adagrad'), lr, eps: 0, initial_accumulator_value: eps }],
    'd2l Adam': ({ lr, eps }) => ['adam', { ...base('adam'), lr, eps }],
    'd2l Adadelta': ({ rho, eps }) => ['adadelta', { ...base('adadelta'), rho, eps }],
    'EMA momentum': ({ lr, beta }) => ['qhm', { ...base('qhm'), lr, momentum: beta, nu: 1 }],
    'Sutskever momentum + decaying lr': ({ mu }) => ['sutskever', { ...base('sutskever'), momentum: mu }],
    'torch momentum + decaying lr': ({ mu }) => ['momentum', { ...base('momentum'), momentum: mu }],
    'Sutskever NAG (true look-ahead)': ({ lr, mu }) => ['nesterov', { ...base('nesterov'), lr, momentum: mu }],
  }
  /** d2l puts RMSprop's eps inside the root, which no setting of PyTorch's does. */
  const OTHER = ['d2l RMSProp']

  it.each(file.conventions.filter((c) => !OTHER.includes(c.convention)).map((c) => [`${c.convention} on ${c.objective}`, c] as const))('%s', (_, c) => {
    const [id, hyper] = SAME[c.convention](c.params)
    compare(walk(id, c.objective, c.start, hyper, 60, c.lrs), steps, (c.x ?? c.lookahead)!)
  })
})
