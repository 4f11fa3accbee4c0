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

interface Trajectory {
  readonly objective: string
  readonly optimizer: string
  readonly params: Readonly<Record<string, number | boolean>> & { readonly betas?: readonly [number, number]; readonly nesterov?: boolean }
  readonly start: readonly number[]
  readonly steps: readonly number[] | null
  readonly x: readonly (readonly number[])[]
  readonly agree_upto: number
}
interface File {
  readonly default_steps: readonly number[]
  readonly trajectories: readonly Trajectory[]
}

const file = JSON.parse(readFileSync(new URL('trajectories.json', import.meta.url), 'utf8')) as File

/** Which of ours is which of PyTorch's. */
const OURS: Readonly<Record<string, string>> = {
  sgd: 'gd', sgd_momentum: 'momentum', sgd_dampening: 'momentum', sgd_nesterov: 'nesterov', adam: 'adam',
  rmsprop: 'rmsprop', rmsprop_momentum: 'rmsprop', rmsprop_centered: 'rmsprop',
}
/** PyTorch's defaults where ours differ so that steps can be seen. */
const TORCH_DEFAULTS: Readonly<Record<string, Values>> = { gd: { lr: 1e-3 }, momentum: { lr: 1e-3 }, nesterov: { lr: 1e-3 }, adam: { lr: 1e-3 }, rmsprop: {} }

function hyperOf({ optimizer, params }: Trajectory): Values {
  const { betas, nesterov, ...rest } = params
  const id = OURS[optimizer]
  const pair: Values = betas !== undefined ? { beta1: betas[0], beta2: betas[1] } : {}
  expect(nesterov ?? false).toBe(id === 'nesterov')
  const numbers = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, Number(value)]))
  return { ...defaults(declaredById(id)!.hyper), ...TORCH_DEFAULTS[id], ...numbers, ...pair }
}

function landscapeOf(id: string): Landscape {
  const objective = objectiveById(id)!
  const parsed = parse(objective.formula)
  if (!parsed.ok) throw new Error(parsed.issues[0].says)
  return compile(parsed.value, objective.coordinates, defaults(objective.params))
}

describe.each([...new Set(file.trajectories.map((t) => t.objective))])('on %s', (objective) => {
  const landscape = landscapeOf(objective)
  const trajectories = file.trajectories.filter((t) => t.objective === objective)

  it.each(trajectories.map((t) => [`${t.optimizer} ${JSON.stringify(t.params)} from ${JSON.stringify(t.start)}`, t] as const))('%s', (_, t) => {
    const optimizer = declaredById(OURS[t.optimizer])!
    const hyper = hyperOf(t)
    expect(Object.keys(hyper).sort()).toEqual(Object.keys(optimizer.hyper).sort())
    const stepper = compileUpdate(optimizer)
    const x = Float64Array.from(t.start)
    const g = new Float64Array(x.length)
    const memory = Object.fromEntries(stepper.memory.map((slot) => [slot, new Float64Array(x.length)]))
    const steps = t.steps ?? file.default_steps
    let k = 0
    let compared = 0
    for (const [row, step] of steps.entries()) {
      if (step > t.agree_upto || row >= t.x.length) break
      for (; k < step; k++) {
        landscape.gradient(x, g)
        stepper.step(x, g, memory, k + 1, hyper)
      }
      for (let i = 0; i < x.length; i++) {
        const off = Math.abs(x[i] - t.x[row][i]) / Math.max(1, Math.abs(t.x[row][i]))
        expect(off, `coordinate ${i} after ${step} steps: ${x[i]}, PyTorch has ${t.x[row][i]}`).toBeLessThanOrEqual(1e-9)
      }
      compared++
    }
    expect(compared).toBeGreaterThan(1)
  })
})

it('all five methods and all their variants are compared', () => {
  expect(file.trajectories).toHaveLength(160)
  expect(new Set(file.trajectories.map((t) => t.optimizer))).toEqual(new Set(Object.keys(OURS)))
})
