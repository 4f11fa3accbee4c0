/** Formula -> Landscape: the formula's recipe, run by the interpreters of blocks and of single points. */
import { atOnce } from '../at-once.ts'
import type { Values } from '../fields.ts'
import type { Expression } from '../formula/ast.ts'
import type { Desk, Landscape } from '../landscape.ts'
import type { Table } from '../table.ts'
import { costPerPoint, gridOf, splitOf } from './grid.ts'
import { assemblePoint, type PointProgram } from './point.ts'
import { assembling, BLOCK, type Program } from './program.ts'
import { answers, recipeOf, type Order } from './recipe.ts'
import { reduction, type Sample } from './reduce.ts'

/**
 * The landscape of `e` over `coordinates`, every other name fixed by `values`; `mean` and `sum` run over the rows of `data`.
 * Throws a RangeError where a name of `e` is neither, or rows are missing: check `freeNames` and `reductions` first.
 *
 * With `sample`, reductions in which a coordinate stands run over its rows only, whichever they are at the time of the call (see
 * reduce.ts); the others are constants of the whole data.
 */
export function compile(e: Expression, coordinates: readonly string[], values: Values, data?: Table, sample?: Sample): Landscape {
  const n = coordinates.length
  const plans: (Plan | undefined)[] = []
  const planFor = (order: Order): Plan => (plans[order] ??= plan(e, coordinates, values, data, order, sample))
  planFor(0)

  let onGrids: ReturnType<NonNullable<Landscape['grid']>> | undefined
  const grid = (): NonNullable<typeof onGrids> => {
    if (onGrids !== undefined) return onGrids
    const [f] = recipeOf(e, coordinates, values, undefined, 0).outputs
    const split = splitOf(f)
    return (onGrids = { cost: costPerPoint(f), over: (x, y) => gridOf(split, x, y) })
  }

  return {
    dimension: n,
    ...(n === 2 && data === undefined && { grid }),
    work: planFor(0).work,
    value(x) {
      const { registers, outputs } = planFor(0).at(x)
      return registers[outputs[0]]
    },
    gradient(x, out) {
      const { registers, outputs } = planFor(1).at(x)
      for (let i = 0; i < n; i++) out[i] = registers[outputs[1 + i]]
      return registers[outputs[0]]
    },
    hessian(x, gradient, hessian) {
      const { registers, outputs } = planFor(2).at(x)
      for (let i = 0; i < n; i++) gradient[i] = registers[outputs[1 + i]]
      for (let k = 0; k < n * n; k++) hessian[k] = registers[outputs[1 + n + k]]
      return registers[outputs[0]]
    },
    block(points, count, f, gradient, hessian) {
      const p = planFor(hessian !== undefined ? 2 : gradient !== undefined ? 1 : 0)
      const targets = [f, ...(gradient ?? new Array<undefined>(hessian === undefined ? 0 : n)), ...(hessian ?? [])]
      for (let start = 0; start < count; start += BLOCK) p.over(points, targets, start, Math.min(BLOCK, count - start))
    },
    *prepare(order) {
      if (plans[order] === undefined) {
        planFor(order)
        yield undefined
      }
      yield* planFor(order).prepare()
    },
    desk: (order) => planFor(order).desk(),
  }
}

/** The programs of one order: the reductions, inner ones first, and the formula round them. */
interface Plan {
  readonly work: number
  /** A single point; the answer has the outputs of the recipe. */
  at(x: Float64Array): PointProgram
  /** The outputs at `size` points from number `at` on, into the same lanes of `targets`. */
  over(points: readonly Float64Array[], targets: readonly (Float64Array | undefined)[], at: number, size: number): void
  /** The registers of coordinates and outputs. */
  desk(): Desk
  /** Makes what `over` and `desk` run, with pauses. */
  prepare(): Generator<undefined, void, void>
}

function plan(
  e: Expression, coordinates: readonly string[], values: Values, data: Table | undefined, order: Order, sample: Sample | undefined,
): Plan {
  const recipe = recipeOf(e, coordinates, values, data, order)
  const inputs: Float64Array[] = coordinates.map(() => new Float64Array(BLOCK))
  const stages = data === undefined ? [] : recipe.stages.map((stage) => {
    const run = reduction(stage.outputs, stage.first, data, stage, sample)
    inputs.push(...run.results)
    return run
  })
  const own = inputs.slice(0, coordinates.length)
  let blocks: Program | undefined
  const assembly = (): ReturnType<typeof assembling> => assembling(recipe.outputs, recipe.inputCount, () => false, inputs, true)
  const program = (): Program => (blocks ??= atOnce(assembly()))
  let desk: Desk | undefined
  let point: PointProgram | undefined
  const single = (): PointProgram => {
    const made = assemblePoint(recipe.outputs, recipe.inputCount)
    made.prepare()
    return made
  }
  return {
    work: Math.max(1, stages.length * (data?.rows ?? 0)),
    at(x) {
      point ??= single()
      const { registers, inputs: places } = point
      if (stages.length === 0) for (let i = 0; i < x.length; i++) put(registers, places[i], x[i])
      else {
        for (let i = 0; i < x.length; i++) inputs[i][0] = x[i]
        for (const stage of stages) stage.run(inputs, 1)
        for (let i = 0; i < places.length; i++) put(registers, places[i], inputs[i][0])
      }
      point.run()
      return point
    },
    over(points, targets, at, size) {
      if (stages.length === 0) return program().over(points, targets, at, size)
      own.forEach((register, i) => register.set(points[i].subarray(at, at + size)))
      for (const stage of stages) stage.run(inputs, size)
      program().over([], targets, at, size)
    },
    *prepare() {
      blocks ??= yield* assembly()
    },
    desk() {
      if (desk !== undefined) return desk
      const whole = program()
      const columns = whole.outputs.map(({ register, uniform }) => (uniform ? new Float64Array(BLOCK).fill(register[0]) : register))
      return (desk = {
        room: BLOCK, points: own, ...answers(columns, own.length),
        ask(count) {
          for (const stage of stages) stage.run(inputs, count)
          whole.run(count)
        },
      })
    },
  }
}

/** An input that the program reads has a place. */
function put(registers: Float64Array, place: number, value: number): void {
  if (place >= 0) registers[place] = value
}
