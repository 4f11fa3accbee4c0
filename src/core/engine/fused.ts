/** A landscape and the update formulas of a method as one program: whole steps of many descents at once, in WebAssembly. */
import { operandsFirst, type Node } from '../autodiff/graph.ts'
import type { Table } from '../table.ts'
import { assemble } from './program.ts'
import type { Recipe } from './recipe.ts'
import type { Machine, Seat } from './wasm/machine.ts'
import { computed, wrapped } from './wasm/module.ts'
import { HostFunctions, lower } from './wasm/lower.ts'
import { trajectory, type Carried } from './wasm/trajectory.ts'
import { Vectors, type Vector } from './wasm/vectors.ts'

/** Descents at most. */
export const LANES = 2048
/** From one column to the next, in doubles: no power of two, or all columns would compete for the same lines of the cache. */
const COLUMN = LANES + 24

/** Update formulas of one coordinate. */
export interface Update {
  /** What each input of the nodes is: the coordinate, its gradient, a memory slot, or a number that is the same for all coordinates. */
  readonly inputs: readonly ({ readonly kind: 'x' } | { readonly kind: 'g' } | { readonly kind: 'memory'; readonly slot: string } | { readonly kind: 'number'; readonly name: string })[]
  readonly x: Node
  /** What each slot remembers next. */
  readonly memory: Readonly<Record<string, Node>>
}

/** The columns of one swarm in memory, each LANES long. */
export interface FusedColumns {
  readonly x: readonly Float64Array[]
  readonly memory: readonly Readonly<Record<string, Float64Array>>[]
  /** Numbers of the update that descents have for themselves. */
  readonly own: readonly Float64Array[]
  readonly f: Float64Array
  readonly gradient: readonly Float64Array[]
  /** x and memory as the last call began. */
  readonly began: { readonly x: readonly Float64Array[]; readonly memory: readonly Readonly<Record<string, Float64Array>>[] }
  readonly low: readonly Float64Array[]
  readonly high: readonly Float64Array[]
  /** Finite where all iterates, values and gradients of the last call are, unless what it adds up is too large for a number. */
  readonly sum: Float64Array
  /** Coordinate i of lane k after the jth step is path[i][pathAt(k) + (j - 1) pathStep]. */
  readonly path: readonly Float64Array[]
  readonly pathStep: number
  readonly pathAt: (lane: number) => number
}

export interface Fused {
  readonly columns: FusedColumns
  /** The steps that runs take next, whose numbers are given: one array of all inputs of the update for each. */
  steps(numbers: readonly (readonly number[])[]): void
  /** Takes lanes `from` to `to` through these steps; columns are written up to the next multiple of `together` lanes. */
  run(from: number, to: number): void
}

/** Fused programs for one landscape and one method. */
export interface FusedProgram {
  /** Lanes that go side by side: `from` of a run is a multiple of it. */
  readonly together: number
  /** Whether the numbers of a step depend on which step it is. */
  readonly timed: boolean
  /** Columns of its own, until it is given back. */
  take(): Fused
  giveBack(fused: Fused): void
}

/**
 * @param recipe value and gradient of the landscape of `n` coordinates, over the rows of `data`
 * @param own numbers of the update that every descent has for itself
 * @param longest steps of one call at most
 * @returns undefined where the machine refuses
 */
export function fuse(recipe: Recipe, n: number, data: Table | undefined, update: Update, own: readonly string[], longest: number, machine: Machine): FusedProgram | undefined {
  const slots = Object.keys(update.memory)
  const numbers = frontier(update, own)
  const perStep = Math.max(1, numbers.length)
  const rows = recipe.stages.length === 0 ? 0 : (data?.rows ?? 0)

  const path = 5 * n + 2 * n * slots.length + 2 + own.length // as many columns are carried
  let columns = 0
  const address = (): number => 8 * COLUMN * columns++
  const carried: Carried[] = []
  for (let i = 0; i < n; i++) carried.push({ column: address(), before: address(), path: 8 * COLUMN * (path + i * longest) })
  for (let k = 0; k < n * slots.length; k++) carried.push({ column: address(), before: address() })
  for (let i = 0; i < n; i++) carried.push({ column: address() }) // gradient
  carried.push({ column: address() }) // f
  for (let i = 0; i < n; i++) carried.push({ column: address(), begins: Infinity })
  for (let i = 0; i < n; i++) carried.push({ column: address(), begins: -Infinity })
  // An iterate or a gradient after which no iterate is finite shows in the last ones.
  const last = [...places(n, 0), ...places(n, n + n * slots.length)]
  carried.push({ column: address(), begins: 0, plus: last })
  for (const _name of own) carried.push({ column: address() })
  const uniforms = COLUMN * (path + n * longest)
  const table = uniforms + perStep * longest
  const layout = {
    carried, longest, uniforms: 8 * uniforms, perStep, rows,
    columns: rows === 0 ? [] : (data?.columns ?? []).map((_, c) => 8 * (table + c * rows)),
  }

  const v = new Vectors()
  const host = new HostFunctions()
  const sets = setsFor(recipe, update, n)
  const states = Array.from({ length: sets * carried.length }, (_, k) => v.make('state', [], k))
  const known = new Map(numbers.map((node, k) => [node, v.make('uniform', [], k)]))
  const next = stepOf(recipe, n, rows, update, own, slots, states, sets, known, v, host)
  const bytes = wrapped(trajectory(v, states, next.states, sets, next.loops, layout), host.list, 3)
  const seats = machine.seats({ bytes, host: host.list, size: table + layout.columns.length * rows })
  if (seats === undefined) return undefined

  const shared = assemble(numbers, update.inputs.length, () => true)
  const free: Fused[] = []
  const place = (seat: Seat): Fused => {
    const { memory } = seat
    if (rows > 0) data?.columns.forEach(({ values }, c) => memory.set(values, table + c * rows))
    const at = (column: number): Float64Array => memory.subarray(column * COLUMN, column * COLUMN + LANES)
    const some = (count: number, first: number, every = 1): Float64Array[] => Array.from({ length: count }, (_, i) => at(first + i * every))
    const kept = (first: number): Record<string, Float64Array>[] => {
      const all = some(n * slots.length, first, 2)
      return Array.from({ length: n }, (_, i) => Object.fromEntries(slots.map((slot, s) => [slot, all[i * slots.length + s]])))
    }
    const after = 2 * n + 2 * n * slots.length
    let count = 0
    return {
      columns: {
        x: some(n, 0, 2), memory: kept(2 * n), began: { x: some(n, 1, 2), memory: kept(2 * n + 1) },
        gradient: some(n, after), f: at(after + n), low: some(n, after + n + 1), high: some(n, after + 2 * n + 1), sum: at(path - own.length - 1), own: some(own.length, path - own.length),
        path: places(n, 0).map((i) => memory.subarray((path + i * longest) * COLUMN, (path + (i + 1) * longest) * COLUMN)), pathStep: 2,
        pathAt: (k) => (k >> 1) * 2 * longest + (k & 1),
      },
      steps(numbers) {
        numbers.forEach((given, s) => {
          given.forEach((value, i) => {
            const register = shared.inputs[i]
            if (register !== undefined) register[0] = value
          })
          shared.prepare(1)
          shared.outputs.forEach(({ register }, k) => { memory[uniforms + s * perStep + k] = register[0] })
        })
        count = numbers.length
      },
      run(from, to) {
        if (to > from && count > 0) seat.run(8 * from, 8 * to, 8 * perStep * count)
      },
    }
  }
  return {
    together: 2 * sets,
    timed: operandsFirst(numbers).some((node) => { const input = node.op === 'input' ? update.inputs[node.value] : undefined; return input?.kind === 'number' && input.name === 't' }),
    take: () => free.pop() ?? place(seats()),
    giveBack: (fused) => void free.push(fused),
  }
}

const places = (count: number, first: number): number[] => Array.from({ length: count }, (_, k) => first + k)

/** How many pairs of descents go side by side: each step waits for the one before it, but a long one is wide enough by itself. */
function setsFor(recipe: Recipe, update: Update, n: number): number {
  const count = operandsFirst(recipe.outputs).length + recipe.stages.reduce((sum, { outputs }) => sum + operandsFirst(outputs).length, 0) +
    n * operandsFirst([update.x, ...Object.values(update.memory)]).length
  return count <= 400 ? 2 : 1
}

/** What every descent has in common in a step and is not constant: computed once for all of them. */
export function frontier({ inputs, x, memory }: Update, own: readonly string[]): Node[] {
  const outputs = [x, ...Object.values(memory)]
  const order = operandsFirst(outputs)
  const shared = new Set<Node>()
  for (const node of order) {
    const input = node.op === 'input' ? inputs[node.value] : undefined
    const same = input === undefined ? node.args.every((a) => shared.has(a)) : input.kind === 'number' && !own.includes(input.name)
    if (same) shared.add(node)
  }
  const wanted = new Set(outputs.filter((node) => shared.has(node)))
  for (const node of order) if (!shared.has(node)) for (const a of node.args) if (shared.has(a)) wanted.add(a)
  return [...wanted].filter(({ op }) => op !== 'constant')
}

/** Whether the next iterate cannot be finite where x, or its gradient, is not: whatever else goes into it, the operations on the way keep that. */
function spoils({ inputs, x }: Update, kind: 'x' | 'g'): boolean {
  const spoilt = new Set<Node>()
  for (const node of operandsFirst([x])) {
    const { op, args } = node
    const reached = op === 'input' ? inputs[node.value].kind === kind
      : op === 'add' || op === 'sub' || op === 'mul' ? args.some((a) => spoilt.has(a))
      : (op === 'div' || op === 'neg' || op === 'sqrt') && spoilt.has(args[0])
    if (reached) spoilt.add(node)
  }
  return spoilt.has(x)
}

/** All that is carried on, after one step of it. */
function stepOf(
  recipe: Recipe, n: number, rows: number, update: Update, own: readonly string[], slots: readonly string[], states: readonly Vector[], sets: number,
  known: ReadonlyMap<Node, Vector>, v: Vectors, host: HostFunctions,
): { states: Vector[]; loops: ReturnType<typeof computed>['loops'] } {
  const width = states.length / sets
  const moved = Array.from({ length: sets }, (_, set) => Array.from({ length: n }, (__, i) => {
    const state = (k: number): Vector => states[set * width + k]
    const input = (index: number): Vector => {
      const given = update.inputs[index]
      if (given.kind === 'x') return state(i)
      if (given.kind === 'g') return state(n + n * slots.length + i)
      if (given.kind === 'memory') return state(n + i * slots.length + slots.indexOf(given.slot))
      return state(width - own.length + own.indexOf(given.name))
    }
    const [x, ...memory] = lower([update.x, ...slots.map((slot) => update.memory[slot])], v, input, host, known)
    return { x, memory }
  }))
  const { results, loops } = computed(recipe, moved.map((set) => set.map(({ x }) => x)), rows, v, host)
  const all = moved.flatMap((set, s) => {
    const x = set.map((one) => one.x)
    const [f, ...gradient] = results[s]
    const low = n + n * slots.length + n + 1
    const bound = (op: 'least' | 'most', first: number): Vector[] => x.map((now, i) => v.make(op, [states[s * width + first + i], now]))
    const told = [...(spoils(update, 'g') ? [] : gradient), ...(spoils(update, 'x') ? [] : x)]
    const sum = v.add(states[s * width + low + 2 * n], told.reduce((total, one) => v.add(total, one), f))
    return [...x, ...set.flatMap(({ memory }) => memory), ...gradient, f, ...bound('least', low), ...bound('most', low + n), sum, ...own.map((_, k) => states[s * width + low + 2 * n + 1 + k])]
  })
  return { states: all, loops }
}
