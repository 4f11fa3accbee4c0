/** A method under way on a landscape, declared or with code alike: what it remembers, what it has asked for, and its next step. */
import type { Disturbance } from '../experiment/disturbance.ts'
import type { NumbersOf } from '../engine/shared-numbers.ts'
import type { Values } from '../fields.ts'
import type { Landscape } from '../landscape.ts'
import type { Around } from '../optimizers/around/around.ts'
import { isDeclared, orderOf, type Course, type DeclaredOptimizer, type Optimizer, type Oracle, type Setting } from '../optimizers/optimizer.ts'
import { beginOf } from '../optimizers/codes.ts'
import type { RateOf } from '../optimizers/schedules/compile-rate.ts'
import { stepperFor, type Stepper, type Steppers } from '../optimizers/update.ts'
import type { Leaper } from './leaps.ts'

/** Evaluations a method has asked for. A gradient brings the value along, a Hessian both; each counts once, as what was asked. */
export interface Costs {
  values: number
  gradients: number
  hessians: number
}

export interface Walk {
  readonly costs: Costs
  /** The highest derivatives the method asks for. */
  readonly order: 0 | 1 | 2
  /** What the method remembers, by name; the columns are live, and keep their lengths. */
  memory(): Readonly<Record<string, ArrayLike<number>>>
  /** The gradient that the method saw in its last step, where something around it makes that another one than it was told; live. */
  readonly seen?: Float64Array
  /** Takes iterate `t` into the average of the iterates, where the run keeps one. */
  readonly mean?: (mean: Float64Array, x: Float64Array, t: number) => void
  /** Takes step `t` (1 for the first) from `x` in place. `gradient` is the one at `x`, as the method may see it. */
  step(x: Float64Array, gradient: Float64Array, t: number): void
  /**
   * The next `count` steps, of which the first is step `t`, at once, with the same bits: each call of what it returns sets `x`, `gradient`
   * and the memory to what they are after one step more, and returns f there. Undefined where that does not pay, or cannot be had.
   */
  readonly leap?: (x: Float64Array, gradient: Float64Array, t: number, count: number) => (() => number) | undefined
  /** Why the method itself has stopped (Course.finished); undefined while it goes on. */
  finished(): string | undefined
  /** The same state once more, to be walked elsewhere; its costs begin at nothing. */
  clone(): Walk
}

export interface Ways {
  readonly landscape: Landscape
  readonly setting: Setting
  /** Noise in what the method is told; undefined where there is none. */
  readonly disturb?: Disturbance
  /** The learning rate of each step; undefined where it stays what it is. */
  readonly rate?: RateOf
  /** What stands around the method. */
  readonly around?: readonly (readonly [Around, Values])[]
  /** Looked in, and added to, where given. */
  readonly steppers?: Steppers
  /** What takes several steps of declared methods at once. */
  readonly leaper?: Leaper
}

/** Begins a run of `optimizer`. */
export function beginWalk(optimizer: Optimizer, ways: Ways): Walk {
  const walk = isDeclared(optimizer) ? declaredWalk(optimizer, ways) : codedWalk(beginOf(optimizer.id)(ways.setting), orderOf(optimizer), ways)
  for (const [{ mean }, values] of ways.around ?? []) if (mean !== undefined) return { ...walk, mean: (average, x, t) => mean(average, x, t, values) }
  return walk
}

function declaredWalk(optimizer: DeclaredOptimizer, ways: Ways): Walk {
  const stepper = stepperFor(optimizer, ways.setting.hyper, ways.steppers)
  const memory = Object.fromEntries(stepper.memory.map((slot) => [slot, new Float64Array(ways.setting.start.length)]))
  return stepped(stepper, memory, ways)
}

function stepped(stepper: Stepper, memory: Record<string, Float64Array>, ways: Ways): Walk {
  const costs = noCosts()
  const { setting: { hyper, start }, rate, around = [], leaper } = ways
  const slopes = around.flatMap(([{ slope }, values]) => (slope === undefined ? [] : [{ slope, values }]))
  const points = around.flatMap(([{ point }, values]) => (point === undefined ? [] : [{ point, values }]))
  const before = new Float64Array(start.length)
  const seen = slopes.length === 0 ? undefined : new Float64Array(start.length)
  return {
    costs,
    order: 1,
    memory: () => memory,
    finished: () => undefined,
    seen,
    step(x, gradient, t) {
      costs.gradients++
      const now = rate === undefined ? hyper : { ...hyper, lr: rate(t - 1) }
      seen?.set(gradient)
      const g = seen ?? gradient
      let asked = 0
      for (const { slope, values } of slopes) {
        slope(g, x, values, (at, out) => {
          costs.gradients++
          ways.landscape.gradient(at, out)
          ways.disturb?.gradient(at, out, t - 1, ++asked)
        })
      }
      if (points.length > 0) before.set(x)
      stepper.step(x, g, memory, t, now)
      for (const { point, values } of points) point(x, before, values, now.lr)
    },
    ...(leaper && slopes.length === 0 && points.length === 0 && ways.disturb === undefined && { leap: leaping(stepper, memory, ways, leaper, costs) }),
    clone: () => stepped(stepper, Object.fromEntries(Object.entries(memory).map(([slot, v]) => [slot, v.slice()])), ways),
  }
}

function leaping(stepper: Stepper, memory: Record<string, Float64Array>, { setting: { hyper }, rate }: Ways, leaper: Leaper, costs: Costs): Walk['leap'] {
  const columns = Object.values(memory)
  const same = rate === undefined ? stepper.same(hyper) : undefined
  const numbers: NumbersOf = (t, inputs) => stepper.tell(t, rate === undefined ? hyper : { ...hyper, lr: rate(t - 1) }, inputs)
  return (x, gradient, t, count) => {
    const program = leaper(stepper, count)
    if (program === undefined) return undefined
    const standing = { x, gradient, memory: columns }
    program.run(standing, t, count, numbers, same)
    let step = 0
    return () => {
      costs.gradients++
      return program.read(step++, standing)
    }
  }
}

function codedWalk(course: Course, order: Walk['order'], ways: Ways): Walk {
  const costs = noCosts()
  const { landscape, disturb, rate } = ways
  const { hyper } = ways.setting
  /** This step, from 0, and how many values and gradients were told in it. */
  const told = { step: 0, values: 0, gradients: 0 }
  const value = (x: Float64Array, f: number): number => disturb?.value(x, f, told.step, told.values++) ?? f
  const oracle: Oracle = {
    value(x) {
      costs.values++
      return value(x, landscape.value(x))
    },
    gradient(x, out) {
      costs.gradients++
      const f = landscape.gradient(x, out)
      disturb?.gradient(x, out, told.step, told.gradients++)
      return value(x, f)
    },
    hessian(x, gradient, hessian) {
      costs.hessians++
      const f = landscape.hessian(x, gradient, hessian)
      disturb?.gradient(x, gradient, told.step, told.gradients++)
      disturb?.hessian(x, hessian, told.step)
      return value(x, f)
    },
  }
  return {
    costs,
    order,
    memory: () => course.shows(),
    finished: () => course.finished?.(),
    step(x, _gradient, t) {
      Object.assign(told, { step: t - 1, values: 0, gradients: 0 })
      course.step(x, oracle, t, rate === undefined ? hyper : { ...hyper, lr: rate(t - 1) })
    },
    clone: () => codedWalk(course.clone(), order, ways),
  }
}

const noCosts = (): Costs => ({ values: 0, gradients: 0, hessians: 0 })
