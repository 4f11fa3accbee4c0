/** A landscape and the update formulas of a method as one program: whole steps of many descents at once, in WebAssembly. */
import { operandsFirst, type Node } from '../autodiff/graph.ts'
import type { Table } from '../table.ts'
import { assemblePoint } from './point.ts'
import type { Recipe } from './recipe.ts'
import { dependsOnStep, frontier } from './shared-numbers.ts'
import type { Machine, Seat } from './wasm/machine.ts'
import { computing, wrapped } from './wasm/module.ts'
import { HostFunctions, lower, MOMENT } from './wasm/lower.ts'
import { abreast, type Pass } from './wasm/abreast.ts'
import type { RowLoop } from './wasm/plan.ts'
import { ONCE, PER_ROW, Vectors, type Vector } from './wasm/vectors.ts'

/** Descents at most. */
export const LANES = 2048
/** From one column to the next, in doubles: no power of two, or all columns would compete for the same lines of the cache. */
const COLUMN = LANES + 24
/** Lanes that go side by side, and those of one call: their columns and paths stay in the first-level cache. */
const TOGETHER = 2
const PART = 128
/** Between two pauses, and in one call, about so many nanoseconds at most. */
export const PAUSE = 2_500_000
/** What an operation on two lanes, and a function of the host, takes for each lane in ns, about: measured on a 2 GHz core. */
const OPERATION = 0.2
const CALL = 100
/** Operations of several steps that are taken at once at most. */
const AT_ONCE = 130

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
  /** Finite only where all iterates, values and gradients of the last call are; not always then. */
  readonly sum: Float64Array
  /** Bounds of each coordinate over the iterates of the last call; where it is all finite. */
  readonly low: readonly Float64Array[]
  readonly high: readonly Float64Array[]
  /** Coordinate i of lane k after the jth step is path[i][pathAt(k) + (j - 1) pathStep]. */
  readonly path: readonly Float64Array[]
  readonly pathStep: number
  readonly pathAt: (lane: number) => number
}

export interface Fused {
  readonly columns: FusedColumns
  /** A column for each of x and memory, to keep what is wanted there: new ones for every swarm keep the garbage collector busy. */
  readonly spare: readonly Float64Array[]
  /** The `count` steps that runs take next, by what the program made of their numbers. */
  steps(numbers: Float64Array, count: number): void
  /** Takes lanes `from` to `to` through these steps; columns are written up to the next multiple of `together` lanes. */
  run(from: number, to: number): void
  /** Sees to the bounds of a lane, which wait until they are asked for; absent where they do not. */
  readonly bound?: (lane: number) => void
}

/** Fused programs for one landscape and one method. */
export interface FusedProgram {
  /** Lanes that go side by side: columns are computed up to a multiple of it. */
  readonly together: number
  /** Lanes of one call: `from` is a multiple of it. */
  readonly part: number
  /** About how long one step of one descent takes, in ns. It decides on pauses only, never on results. */
  readonly cost: number
  /** Whether the numbers of a step depend on which step it is. */
  readonly timed: boolean
  /** What `steps` is told about steps whose numbers are given: one array of all inputs of the update for each. */
  numbers(all: readonly (readonly number[])[]): Float64Array
  /** The same for hyper-parameters that do not change, by the step before the first and how many there are: made once for all swarms. */
  readonly remembered: (hyper: object, t: number, count: number, make: () => Float64Array) => Float64Array
  /** Columns of its own, until it is given back. */
  take(): Fused
  giveBack(fused: Fused): void
}

/**
 * The program, with pauses where it is a long one.
 * @param recipe value and gradient of the landscape of `n` coordinates, over the rows of `data`
 * @param own numbers of the update that every descent has for itself
 * @param longest steps of one call at most
 * @param reach as `reachOf` gives it: the value is then computed at the end of a call alone
 * @returns undefined where the machine refuses
 */
export function* fuse(
  recipe: Recipe, n: number, data: Table | undefined, update: Update, own: readonly string[], longest: number, machine: Machine, reach?: number,
): Generator<undefined, FusedProgram | undefined, void> {
  const slots = Object.keys(update.memory)
  const numbers = frontier(update, own)
  const timed = isTimed(update, own)
  const perStep = Math.max(1, numbers.length)
  const rows = recipe.stages.length === 0 ? 0 : (data?.rows ?? 0)
  const limit = spoils(update, 'x') ? reach : undefined

  // Columns in this order: x, memory, gradient, f, sum, what descents have for themselves, bounds, and the paths.
  const kept = n * slots.length
  const [gradient, f, sum, low] = [n + kept, 2 * n + kept, 2 * n + kept + 1, 2 * n + kept + 2 + own.length]
  const path = low + 2 * n
  const at = (column: number): number => 8 * COLUMN * column
  const uniforms = COLUMN * (path + n * longest)
  const table = uniforms + perStep * longest

  const v = new Vectors()
  const host = new HostFunctions()
  const points = places(low, 0).map((k) => v.make('point', [], k))
  const step = stepOf(recipe, n, rows, update, own, slots, points.slice(sum + 1), limit === undefined, v, host)
  /** So many steps from what is in the columns. */
  function* pass(steps: number): Generator<undefined, Pass & { readonly loops: readonly RowLoop[] }, void> {
    const next: Vector[][] = []
    const states = places(numbers.length * (timed ? steps : 1), 0).map((k) => v.make('state', [], k))
    let loops: readonly RowLoop[] = []
    for (let s = 0; s < steps; s++) {
      const first = timed ? s * numbers.length : 0
      const made = yield* step(next[s - 1] ?? points, new Map(numbers.map((node, k) => [node, states[first + k]])))
      next.push(made.next)
      loops = made.loops
    }
    return { next, uniforms: states, loops }
  }
  const one = yield* pass(1)
  const long = v.nodes.length > MOMENT
  if (long) yield undefined
  const cost = v.nodes.reduce((sum, { op, level }) => sum + (level === PER_ROW ? rows : level === ONCE ? 0 : 1) * (op === 'call' ? CALL : OPERATION), 0)
  const several = one.loops.length > 0 ? 1 : severalOf(v.nodes.length, longest)
  const passes = several > 1 ? [yield* pass(several), one] : [one]
  const last = limit === undefined ? undefined : yield* computing({ ...recipe, outputs: recipe.outputs.slice(0, 1) }, [points], rows, v, host)
  const carried = one.next[0].map((_, k) => ({ column: at(k), ...(k < n && { path: at(path + k * longest) }), ...(k === sum && { sums: true as const }) }))
  const code = yield* abreast(v, carried, passes, one.loops, {
    points: places(low, 0).map(at), longest, uniforms: 8 * uniforms, perStep, rows,
    columns: rows === 0 ? [] : (data?.columns ?? []).map((_, c) => 8 * (table + c * rows)),
    after: last === undefined
      // An iterate or a gradient after which no iterate is finite shows in the last ones.
      ? [{ column: at(sum), value: [...points.slice(0, n), ...points.slice(gradient, f)].reduce((total, last) => v.add(total, last), points[sum]) }]
      : [{ column: at(f), value: last.results[0][0] }],
    bounds: places(n, 0).map((i) => ({ path: at(path + i * longest), last: at(i), low: at(low + i), high: at(low + n + i) })),
    ...(limit !== undefined && { within: { column: at(sum), reach: limit } }),
  })
  const bytes = wrapped(code, host.list, 3)
  const columns = rows === 0 ? 0 : (data?.columns.length ?? 0)
  if (long) yield undefined
  const seats = machine.seats({ bytes, host: host.list, size: table + columns * rows })
  if (seats === undefined) return undefined

  const shared = assemblePoint(numbers, update.inputs.length)
  const free: Fused[] = []
  const place = (seat: Seat): Fused => {
    const { memory } = seat
    if (rows > 0) data?.columns.forEach(({ values }, c) => memory.set(values, table + c * rows))
    const some = (count: number, first: number): Float64Array[] => places(count, first).map((column) => memory.subarray(column * COLUMN, column * COLUMN + LANES))
    const all = some(path, 0)
    let count = 0
    return {
      spare: places(gradient, 0).map(() => new Float64Array(LANES)),
      columns: {
        x: all.slice(0, n), memory: places(n, 0).map((i) => Object.fromEntries(slots.map((slot, s) => [slot, all[n + i * slots.length + s]]))),
        gradient: all.slice(gradient, f), f: all[f], sum: all[sum], own: all.slice(sum + 1, low), low: all.slice(low, low + n), high: all.slice(low + n),
        path: places(n, 0).map((i) => memory.subarray((path + i * longest) * COLUMN, (path + (i + 1) * longest) * COLUMN)), pathStep: 2,
        pathAt: (k) => (k >> 1) * 2 * longest + (k & 1),
      },
      steps(given, steps) {
        memory.set(given, uniforms)
        count = steps
      },
      run(from, to) {
        if (to <= from || count === 0) return
        if (limit === undefined) all[sum].fill(0, from, to + 1)
        seat.run(8 * from, 8 * to, 8 * perStep * count)
      },
    }
  }
  return {
    together: TOGETHER, part: partOf(cost * longest, TOGETHER, PART), cost,
    timed,
    remembered: createMemory(),
    numbers(all) {
      const { registers, inputs, outputs, run } = shared
      const values = new Float64Array(perStep * all.length)
      all.forEach((given, s) => {
        for (let i = 0; i < given.length; i++) if (inputs[i] >= 0) registers[inputs[i]] = given[i]
        run()
        for (let k = 0; k < outputs.length; k++) values[s * perStep + k] = registers[outputs[k]]
      })
      return values
    },
    take: () => free.pop() ?? place(seats()),
    giveBack: (fused) => void free.push(fused),
  }
}

/** Lanes of one call that takes `work` ns for each: a power of two between `least` and `most`, so that none passes the pause. */
export function partOf(work: number, least: number, most: number): number {
  let part = most
  while (part > least && part * work > PAUSE) part /= 2
  return part
}

const places = (count: number, first: number): number[] => Array.from({ length: count }, (_, k) => first + k)

/** Remembers what was made for hyper-parameters, as long as somebody has these. */
export function createMemory(): FusedProgram['remembered'] {
  const known = new WeakMap<object, Map<string, Float64Array>>()
  return (hyper, t, count, make) => {
    const all = known.get(hyper) ?? new Map<string, Float64Array>()
    known.set(hyper, all)
    const key = `${t} ${count}`
    const values = all.get(key) ?? make()
    all.set(key, values)
    return values
  }
}

/** Whether what descents have in common in a step depends on which step it is. */
export function isTimed(update: Update, own: readonly string[]): boolean {
  return dependsOnStep(frontier(update, own), update)
}

/** Whether the next iterate cannot be finite where x, or its gradient, is not: whatever else goes into it, the operations on the way keep that. */
export function spoils({ inputs, x }: Update, kind: 'x' | 'g'): boolean {
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

/**
 * What makes of the columns of one step those of the next: x, memory and gradient, and where `all` holds f and the sum of what tells
 * whether all was finite.
 */
function stepOf(
  recipe: Recipe, n: number, rows: number, update: Update, own: readonly string[], slots: readonly string[], mine: readonly Vector[],
  all: boolean, v: Vectors, host: HostFunctions,
): (now: readonly Vector[], known: ReadonlyMap<Node, Vector>) => Generator<undefined, { readonly next: Vector[]; readonly loops: readonly RowLoop[] }, void> {
  const gradientAt = n + n * slots.length
  return function* (now, known) {
    const moved = places(n, 0).map((i) => {
      const input = (index: number): Vector => {
        const given = update.inputs[index]
        if (given.kind === 'x') return now[i]
        if (given.kind === 'g') return now[gradientAt + i]
        if (given.kind === 'memory') return now[n + i * slots.length + slots.indexOf(given.slot)]
        return mine[own.indexOf(given.name)]
      }
      const [x, ...memory] = lower([update.x, ...slots.map((slot) => update.memory[slot])], v, input, host, known)
      return { x, memory }
    })
    const x = moved.map((one) => one.x)
    const { results: [[f, ...gradient]], loops } = yield* computing(recipe, [x], rows, v, host)
    const next = [...x, ...moved.flatMap(({ memory }) => memory), ...gradient]
    if (!all) return { next, loops }
    const told = [...(spoils(update, 'g') ? [] : gradient), ...(spoils(update, 'x') ? [] : x)]
    const sum = v.add(now[gradientAt + n + 1], told.reduce((total, one) => v.add(total, one), f))
    return { next: [...next, f, sum], loops }
  }
}

/** How many steps at once, of which one has so many operations: a short step alone would mostly read and write columns. */
function severalOf(operations: number, longest: number): number {
  return [2].find((steps) => steps * operations <= AT_ONCE && steps <= longest) ?? 1
}
