/** A compiled landscape whose blocks run in WebAssembly once they are many. Apart from compile.ts, because only the worker does so much. */
import type { Values } from '../fields.ts'
import type { Expression } from '../formula/ast.ts'
import type { GridRows, Landscape } from '../landscape.ts'
import type { Table } from '../table.ts'
import { onlyInterpreted, recipeOf, type Order } from './recipe.ts'
import { splitOf, type Split } from './grid.ts'
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
  const programs: (Program | 'refused' | undefined)[] = []

  const load = (order: Order): Program | 'refused' => {
    const machine = machineFor()
    if (machine === undefined) return 'refused'
    const recipe = recipeOf(e, coordinates, values, data, order)
    if (onlyInterpreted(recipe)) return 'refused'
    const columns = data?.columns ?? []
    const module = moduleFor(recipe, n, columns.length, data?.rows ?? 0)
    const seat = machine.load(module)
    if (seat === undefined) return 'refused'
    const outputs = recipe.outputs.map((_, k) => seat.memory.subarray((n + k) * CHUNK, (n + k + 1) * CHUNK))
    const used = recipe.stages.length === 0 || data === undefined ? [] : columns.map(({ values: column }, c) => ({ column, at: module.data + c * data.rows }))
    return { machine, ...seat, outputs, columns: used }
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
      spent[order] += count * (landscape.work ?? 1)
      if (programs[order] === undefined && spent[order] >= pays) programs[order] = load(order)
      const program = programs[order]
      if (program === undefined || program === 'refused') return landscape.block(points, count, f, gradient, hessian)
      const { machine, memory, run, outputs, columns } = program
      if (columns.length > 0 && machine.owner !== program) for (const { column, at } of columns) memory.set(column, at)
      machine.owner = program
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
  }
}

interface Program extends Seat {
  readonly machine: Machine
  /** Views of its results in memory, made once: that takes longer than copying what is in them. */
  readonly outputs: readonly Float64Array[]
  /** The data that its loops read, and where in memory. */
  readonly columns: readonly { readonly column: Float64Array; readonly at: number }[]
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
