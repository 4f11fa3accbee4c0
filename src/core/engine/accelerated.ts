/** A compiled landscape whose blocks run in WebAssembly once they are many. Apart from compile.ts, because only the worker does so much. */
import type { Values } from '../fields.ts'
import type { Expression } from '../formula/ast.ts'
import type { Desk, GridRows, Landscape } from '../landscape.ts'
import type { Table } from '../table.ts'
import { splitOf, type Split } from './grid.ts'
import { BLOCK } from './program.ts'
import { answers, onlyInterpreted, recipeOf, type Order } from './recipe.ts'
import { MOMENT } from './wasm/lower.ts'
import type { Machine, Seat } from './wasm/machine.ts'
import { CHUNK, moduleFor } from './wasm/module.ts'
import { ANSWERS, PITCH, ROWS, rowsModule, SPAN, type RowsModule } from './wasm/rows.ts'

/**
 * Points, times rows of the data: interpreting so many takes about as long as compiling, whatever the formula and the order, because both
 * grow with the formula alike. Measured on polynomials and sums of sines of 15 to 160 parts: 5,000 to 50,000, twice that while the
 * compiler itself is new to the host.
 */
const PAYS = 30_000
/** Additions that a point of these takes. */
const USUAL = 30

/**
 * `landscape`, which is what `compile` made of the formula, coordinates, values and data, with the same answers to the bit from
 * `block`: first from the interpreter, and from WebAssembly as soon as compiling for it pays, unless the machine refuses.
 * @param machineFor asked for the machine when it is first needed; undefined where there is none
 * @param pays how many points, times rows, are interpreted before, per order; of a grid, as many that take USUAL additions
 */
export function accelerated(
  landscape: Landscape, e: Expression, coordinates: readonly string[], values: Values, data: Table | undefined, machineFor: () => Machine | undefined,
  pays = PAYS,
): Landscape {
  if (data?.missing === true || data?.rows === 0) return landscape
  const n = coordinates.length
  const spent = [0, 0, 0]
  const work = landscape.work ?? 1
  const programs: (Program | 'refused' | undefined)[] = []
  const loading: (ReturnType<typeof load> | undefined)[] = []
  const desks: (Desk | undefined)[] = []

  /** The program for `order`, with pauses where the formula is long. */
  function* load(order: Order): Generator<undefined, Program | 'refused', void> {
    const machine = machineFor()
    if (machine === undefined) return 'refused'
    const recipe = recipeOf(e, coordinates, values, data, order)
    if (onlyInterpreted(recipe)) return 'refused'
    if (recipe.outputs.some(({ id }) => id > MOMENT)) yield undefined
    const columns = data?.columns ?? []
    const module = yield* moduleFor(recipe, n, columns.length, data?.rows ?? 0)
    const seat = machine.load(module)
    if (seat === undefined) return 'refused'
    const { memory, run } = seat
    const part = (k: number, length: number): Float64Array => memory.subarray(k * CHUNK, k * CHUNK + length)
    const outputs = recipe.outputs.map((_, k) => part(n + k, CHUNK))
    const used = recipe.stages.length === 0 || data === undefined ? [] : columns.map(({ values: column }, c) => ({ column, at: module.data + c * data.rows }))
    const lent = recipe.outputs.map((_, k) => part(n + k, BLOCK))
    const take = (): void => {
      if (used.length > 0 && machine.owner !== lent) for (const { column, at } of used) memory.set(column, at)
      machine.owner = lent
    }
    const ask = (count: number): void => {
      take()
      run(8 * count)
    }
    return { machine, ...seat, outputs, take, desk: { room: BLOCK, points: coordinates.map((_, i) => part(i, BLOCK)), ...answers(lent, n), ask } }
  }
  /** The program for `order`, once it pays. A long one is made while the interpreter goes on: some of it whenever somebody asks for it. */
  const programFor = (order: Order): Program | undefined => {
    if (programs[order] === undefined && spent[order] >= pays) {
      const step = (loading[order] ??= load(order)).next()
      if (step.done === true) programs[order] = step.value
    }
    const program = programs[order]
    return program === 'refused' ? undefined : program
  }

  let filler: Filler | 'refused' | undefined
  const loadFiller = (): Filler | 'refused' => {
    const machine = machineFor()
    if (machine === undefined) return 'refused'
    const split = splitOf(recipeOf(e, coordinates, values, undefined, 0).outputs[0])
    if (split.ofX.length === 0 || split.ofY.length === 0) return 'refused' // hardly anything is left to do for each point
    const module = rowsModule(split)
    const seat = machine.load(module)
    return seat === undefined ? 'refused' : { machine, split, ...seat, ...module }
  }
  const { grid: slowly } = landscape
  const grid = slowly && ((): ReturnType<typeof slowly> => {
    const slow = slowly()
    return {
      cost: slow.cost,
      over(x, y) {
        if (x.length * y.length * slow.cost >= USUAL * pays) filler ??= loadFiller()
        return filler === undefined || filler === 'refused' ? slow.over(x, y) : rowsBy(filler, x, y)
      },
    }
  })

  return {
    ...landscape,
    ...(grid && { grid }),
    block(points, count, f, gradient, hessian) {
      const order = hessian !== undefined ? 2 : gradient !== undefined ? 1 : 0
      spent[order] += count * work
      const program = programFor(order)
      if (program === undefined) return landscape.block(points, count, f, gradient, hessian)
      const { memory, run, outputs, take } = program
      take()
      for (let start = 0; start < count; start += CHUNK) {
        const end = Math.min(start + CHUNK, count)
        for (let i = 0; i < n; i++) memory.set(end === points[i].length && start === 0 ? points[i] : points[i].subarray(start, end), i * CHUNK)
        run(8 * (end - start))
        const read = (out: Float64Array, k: number): void => out.set(end - start === CHUNK ? outputs[k] : outputs[k].subarray(0, end - start), start)
        read(f, 0)
        gradient?.forEach((out, i) => read(out, 1 + i))
        hessian?.forEach((out, i) => read(out, 1 + n + i))
      }
    },
    desk(order) {
      const program = programFor(order)
      if (program === undefined) return (desks[order] ??= counted(landscape.desk(order), (points) => { spent[order] += points * work }))
      program.machine.owner = undefined // points may be written where another program keeps its data
      return program.desk
    },
  }
}

interface Program extends Seat {
  readonly machine: Machine
  /** Views of its results in memory, made once: that takes longer than copying what is in them. */
  readonly outputs: readonly Float64Array[]
  /** Sees to the data that its loops read before it runs. */
  readonly take: () => void
  readonly desk: Desk
}

/** A desk that tells of how many points it is asked. */
function counted(desk: Desk, told: (points: number) => void): Desk {
  const ask = (count: number): void => {
    told(count)
    desk.ask(count)
  }
  return { ...desk, ask }
}

interface Filler extends Seat, RowsModule {
  readonly machine: Machine
  readonly split: Split
}

function rowsBy({ machine, split, memory, run, numbers, answers }: Filler, x: Float64Array, y: Float64Array): GridRows {
  const ofX = split.columns(x)
  const ofY = split.rows(y)
  const width = x.length
  const together = Math.min(ROWS, Math.max(1, Math.floor(ANSWERS / Math.min(width, SPAN))))
  const perRow = ofY.length
  const all = memory.subarray(answers, answers + together * width)
  return (first, to, out) => {
    for (let from = 0; from < width; from += SPAN) {
      const size = Math.min(SPAN, width - from)
      machine.owner = undefined // this overwrites what programs keep
      ofX.forEach((column, k) => memory.set(column.subarray(from, from + size), k * PITCH))
      for (let row = first; row < to; row += together) {
        const count = Math.min(together, to - row)
        for (let j = 0; j < count; j++) for (let k = 0; k < perRow; k++) memory[numbers + j * perRow + k] = ofY[k][row + j]
        run(8 * size, 8 * numbers, 8 * (numbers + count * perRow), 8 * answers)
        const at = (row - first) * width + from
        if (size === width) out.set(count === together ? all : all.subarray(0, count * size), at)
        else for (let j = 0; j < count; j++) out.set(memory.subarray(answers + j * size, answers + (j + 1) * size), at + j * width)
      }
    }
  }
}
