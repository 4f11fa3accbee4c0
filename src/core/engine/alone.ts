/**
 * A landscape and the update formulas of a method as one program: whole steps of one descent, in WebAssembly. After every step it leaves
 * all that the descent is then, so that a run can be told step by step.
 */
import type { Table } from '../table.ts'
import type { Update } from './fused.ts'
import type { Recipe } from './recipe.ts'
import { frontier, sharedNumbers, type NumbersOf } from './shared-numbers.ts'
import type { Machine } from './wasm/machine.ts'
import { HostFunctions, lower } from './wasm/lower.ts'
import { computed, wrapped } from './wasm/module.ts'
import { trajectory } from './wasm/trajectory.ts'
import { Vectors, type Vector } from './wasm/vectors.ts'

/** Steps of one call at most: what they leave stays in the first-level cache. */
export const STRIDE = 256
/** Between what is left of two numbers, in doubles: no power of two, or all would compete for the same lines of the cache. */
const PITCH = 2 * STRIDE + 8

/** What a descent is between two steps: its place, the slope there, and the columns of its memory in the order of the slots. */
export interface Standing {
  readonly x: Float64Array
  readonly gradient: Float64Array
  readonly memory: readonly Float64Array[]
}

export interface Alone {
  /**
   * Takes up to STRIDE steps, of which the first is step `t`, from where `from` stands, which stays as it is.
   * @param same as in SharedNumbers
   */
  run(from: Standing, t: number, count: number, numbers: NumbersOf, same?: string): void
  /** Sets `to` to what the descent was `step` steps after the first, 0 for the first, of the last call; returns f there. */
  read(step: number, to: Standing): number
}

/**
 * @param recipe value and gradient of the landscape of `n` coordinates, over the rows of `data`
 * @returns undefined where the machine refuses
 */
export function alone(recipe: Recipe, n: number, data: Table | undefined, update: Update, machine: Machine): Alone | undefined {
  const slots = Object.keys(update.memory)
  const shared = frontier(update, [])
  const perStep = Math.max(1, shared.length)
  const rows = recipe.stages.length === 0 ? 0 : (data?.rows ?? 0)
  const gradientAt = n + n * slots.length
  const width = gradientAt + n + 1
  const first = 2 * width
  const uniforms = first + width * PITCH
  const table = uniforms + perStep * STRIDE
  const columns = rows === 0 ? [] : (data?.columns ?? [])

  const v = new Vectors()
  const host = new HostFunctions()
  const states = Array.from({ length: width }, (_, k) => v.make('state', [], k))
  const known = new Map(shared.map((node, k) => [node, v.make('uniform', [], k)]))
  const moved = Array.from({ length: n }, (_, i) => lower([update.x, ...slots.map((slot) => update.memory[slot])], v, (index): Vector => {
    const given = update.inputs[index]
    if (given.kind === 'x') return states[i]
    if (given.kind === 'g') return states[gradientAt + i]
    return given.kind === 'memory' ? states[n + slots.indexOf(given.slot) * n + i] : v.constant(NaN)
  }, host, known))
  const { results: [[f, ...gradient]], loops } = computed(recipe, [moved.map(([x]) => x)], rows, v, host)
  const next = [...moved.map(([x]) => x), ...slots.flatMap((_, s) => moved.map((one) => one[1 + s])), ...gradient, f]
  const code = trajectory(v, states, next, loops, {
    carried: states.map((_, k) => ({ column: 16 * k, path: 8 * (first + k * PITCH) })),
    longest: STRIDE, uniforms: 8 * uniforms, perStep, rows, columns: columns.map((_, c) => 8 * (table + c * rows)),
  })
  const seat = machine.load({ bytes: wrapped(code, host.list, 3), host: host.list, size: table + columns.length * rows })
  if (seat === undefined) return undefined

  const { memory, run } = seat
  const numbersOf = sharedNumbers(update, shared)
  const program: Alone = {
    run(from, t, count, numbers, same) {
      if (columns.length > 0 && machine.owner !== program) columns.forEach(({ values }, c) => memory.set(values, table + c * rows))
      machine.owner = program
      const put = (column: Float64Array, at: number): void => {
        for (let i = 0; i < n; i++) memory[2 * (at + i)] = memory[2 * (at + i) + 1] = column[i]
      }
      put(from.x, 0)
      from.memory.forEach((column, s) => put(column, n + s * n))
      put(from.gradient, gradientAt)
      if (shared.length > 0) {
        const at = numbersOf.find(t, count, numbers, same)
        memory.set(numbersOf.values.subarray(at, at + count * perStep), uniforms)
      }
      run(0, 16, 8 * perStep * count)
    },
    read(step, to) {
      let at = first + 2 * step
      for (let i = 0; i < n; i++, at += PITCH) to.x[i] = memory[at]
      for (const column of to.memory) for (let i = 0; i < n; i++, at += PITCH) column[i] = memory[at]
      for (let i = 0; i < n; i++, at += PITCH) to.gradient[i] = memory[at]
      return memory[at]
    },
  }
  return program
}
