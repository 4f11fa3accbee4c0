/** Formulas over columns of points: gradients, Hessians and surfaces, and one run of Adam. */
import { accelerated } from '../../src/core/engine/accelerated.ts'
import { aloneInterpreted, pointOf } from '../../src/core/engine/alone-interpreted.ts'
import { alone, STRIDE, type Alone, type Standing } from '../../src/core/engine/alone.ts'
import { compile } from '../../src/core/engine/compile.ts'
import { recipeOf } from '../../src/core/engine/recipe.ts'
import type { NumbersOf } from '../../src/core/engine/shared-numbers.ts'
import { createMachine, type Machine } from '../../src/core/engine/wasm/machine.ts'
import { sample } from '../../src/core/explore/surface.ts'
import { defaults } from '../../src/core/fields.ts'
import type { Landscape } from '../../src/core/landscape.ts'
import { declaredById } from '../../src/core/optimizers/index.ts'
import { stepperFor } from '../../src/core/optimizers/update.ts'
import { atDesk, CASES, column, POINTS, points, read } from './cases.ts'
import type { InC } from './in-c.ts'
import { cpu, inTurns, LONG_ENOUGH, median, nanoseconds, ratio, repeatsFor, type Row, type Times } from './measure.ts'

const SIDE = 1024

export async function formulaRows(inC: InC | undefined): Promise<Row[]> {
  const machine = createMachine()
  const rows: Row[] = []
  for (const order of [1, 2, 0] as const) for (const which of CASES.keys()) rows.push(...await rowsOf(which, order, machine, inC))
  rows.push(...await adam(inC))
  return rows
}

/** Order 0 is a surface. */
async function rowsOf(which: number, order: 0 | 1 | 2, machine: Machine | undefined, inC: InC | undefined): Promise<Row[]> {
  const { name, formula, byHand, targets } = CASES[which]
  const e = read(formula)
  const slow = compile(e, ['x', 'y'], {})
  const fast = accelerated(slow, e, ['x', 'y'], {}, undefined, () => machine, 0)
  const f = column()
  const gradient = [column(), column()]
  const hessian = order === 2 ? [column(), column(), column(), column()] : undefined
  const [f2, gx2, gy2] = [column(), column(), column()]
  const side = Float64Array.from({ length: SIDE }, (_, i) => sample([-5, 5], i, SIDE))
  const heights = order === 0 ? column(SIDE * SIDE) : column(0) // as in C, the same memory every time
  const surface = (landscape: Landscape) => (): void => landscape.grid?.().over(side, side)(0, SIDE, heights)
  const of = order === 0 ? surface : (landscape: Landscape) => atDesk(landscape, order)
  const inColumns = (landscape: Landscape) => (): void => landscape.block(points, POINTS, f, gradient, hessian)
  const units = order === 0 ? SIDE * SIDE : POINTS
  const works = {
    ...(order === 1 && { JavaScript: () => byHand(points[0], points[1], POINTS, f2, gx2, gy2) }), interpreter: of(slow), WebAssembly: of(fast),
    ...(order > 0 && { 'interpreter, own columns': inColumns(slow), 'WebAssembly, own columns': inColumns(fast) }),
  }
  const times = await inTurns({
    ...Object.fromEntries(Object.entries(works).map(([who, work]) => {
      const repeats = repeatsFor(work)
      return [who, () => cpu(work, repeats) / (repeats * units)]
    })),
    ...(inC && { C: () => inC.time(which, order, Math.ceil(LONG_ENOUGH / (4 * units))) }),
  })
  if (order === 1) {
    of(fast)()
    const answers = fast.desk(order)
    for (let i = 0; i < POINTS; i++) {
      if (!(Math.abs(gradient[0][i] - gx2[i]) <= 1e-9 * (1 + Math.abs(gx2[i])))) throw new Error(`${name}: the two disagree at point ${i}`)
      const k = i - (POINTS - answers.room)
      if (k >= 0 && answers.gradient[0][k] !== gradient[0][i]) throw new Error(`${name}: the desk disagrees at point ${i}`)
    }
  }
  const work = `${order === 0 ? `surface ${SIDE}²` : order === 1 ? 'gradient' : 'Hessian'}, ${name}`
  const most = targets[(order + 2) % 3]
  return lines(work, times, { interpreter: most[0], WebAssembly: most[1] })
}

/** A line for everyone, with ratios to C where there is one. */
export function lines(work: string, times: Times, most: Readonly<Record<string, number>>): Row[] {
  const { C, ...others } = times
  const inC: Row[] = C === undefined ? [] : [{ work, who: 'C', took: nanoseconds(median(C)) }]
  return [...inC, ...Object.entries(others).map(([who, ns]): Row => ({
    work, who, took: nanoseconds(median(ns)), ...(C !== undefined && { ratio: ratio(ns, C) }), ...(most[who] !== undefined && { target: { most: most[who] } }),
  }))]
}

const ADAM_STEPS = 10_000

/** What all steps at the same settings have in common, like beta^t, both executors keep from run to run; C computes it anew, as they do at new settings. */
async function adam(inC: InC | undefined): Promise<Row[]> {
  const method = declaredById('adam')
  const machine = createMachine()
  const e = read(CASES[0].formula)
  const valley = compile(e, ['x', 'y'], {})
  if (method === undefined) throw new Error('no adam')
  const hyper = { ...defaults(method.hyper), lr: 0.01 }
  const stepper = stepperFor(method, hyper)
  const recipe = recipeOf(e, ['x', 'y'], {}, undefined, 1)
  const begin = (): Standing => ({ x: Float64Array.of(-1.5, 2), gradient: new Float64Array(2), memory: stepper.memory.map(() => new Float64Array(2)) })
  const programOf = (): Alone | undefined => machine && alone(recipe, 2, undefined, stepper.update, machine)
  const numbers: NumbersOf = (t, inputs) => stepper.tell(t, hyper, inputs)
  const leaps = (program: Alone, settings: () => string) => (): Standing => {
    const at = begin()
    valley.gradient(at.x, at.gradient)
    const same = settings()
    for (let t = 1; t <= ADAM_STEPS; t += STRIDE) {
      const count = Math.min(STRIDE, ADAM_STEPS + 1 - t)
      program.run(at, t, count, numbers, same)
      program.read(count - 1, at)
    }
    return at
  }
  let change = 0
  const point = pointOf(recipe)
  const [again, anew, interpreted] = [programOf(), programOf(), point && aloneInterpreted(point, 2, stepper.update)]
  if (interpreted === undefined) throw new Error('no printed step')
  const works: Readonly<Record<string, () => Standing>> = {
    interpreter: leaps(interpreted, () => 'the same'), ...(again && { WebAssembly: leaps(again, () => 'the same') }), ...(anew && { 'WebAssembly, new settings': leaps(anew, () => String(change++)) }),
  }
  const wanted = works.interpreter().x
  for (const [who, work] of Object.entries(works)) {
    repeatsFor(work)
    if (String(work().x) !== String(wanted)) throw new Error(`${who} went another way`)
  }
  const times = await inTurns({
    ...Object.fromEntries(Object.entries(works).map(([who, work]) => [who, () => cpu(() => void work(), 4) / (4 * ADAM_STEPS)])), ...(inC && { C: () => inC.time(0, 4, 10) }),
  })
  return lines('a step of Adam, one run, rosenbrock', times, { interpreter: 3, WebAssembly: 1.2 })
}
