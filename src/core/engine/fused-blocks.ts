/** A landscape and the update formulas of a method as one program of the block interpreter: where WebAssembly does not pay, or is refused. */
import { operandsFirst, type Node } from '../autodiff/graph.ts'
import { createMemory, isTimed, LANES, partOf, spoils, type Fused, type FusedProgram, type Update } from './fused.ts'
import { assembling } from './program.ts'
import type { Recipe } from './recipe.ts'
import { frontier } from './shared-numbers.ts'

/** Lanes of a block: what a step reads and writes stays in the first-level cache. */
const PIECE = 512
/** Lanes that are computed together at least. */
const TOGETHER = 8
/** What operations, and elementary functions or splines, take for each lane in ns, about. */
const OPERATION = 1.5
const FUNCTION = 24
const FUNCTIONS: ReadonlySet<Node['op']> = new Set<Node['op']>(['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'exp', 'log', 'log2', 'log10',
  'sigmoid', 'softplus', 'logSlope', 'pow', 'hypot', 'atan2', 'lattice',
])
/** From one row of a path to the next, in doubles: no power of two, or all rows would compete for the same lines of the cache. */
const ROW = LANES + 24

const places = (count: number, first = 0): number[] => Array.from({ length: count }, (_, k) => first + k)

/**
 * The program, with pauses where it is a long one.
 * @param recipe value and gradient of the landscape of `n` coordinates, without stages
 * @param own numbers of the update that every descent has for itself
 * @param longest steps of one call at most
 * @param reach as in `fuse`
 */
export function* fuseBlocks(recipe: Recipe, n: number, update: Update, own: readonly string[], longest: number, reach?: number): Generator<undefined, FusedProgram, void> {
  const slots = Object.keys(update.memory)
  const limit = spoils(update, 'x') ? reach : undefined
  const { outputs, columns } = stepOf(recipe, n, update, own, slots, limit === undefined)
  const valueOf = limit === undefined ? undefined : yield* assembling(recipe.outputs.slice(0, 1), n, () => false, [], true)
  const program = yield* assembling(outputs, columns + update.inputs.length, (input) => input >= columns, [], true)
  const cost = operandsFirst(outputs).reduce((sum, { op }) => sum + (FUNCTIONS.has(op) ? FUNCTION : OPERATION), 0)
  const piece = partOf(cost * longest, TOGETHER, PIECE)
  const free: Fused[] = []
  return {
    together: TOGETHER, part: piece, cost, timed: isTimed(update, own),
    numbers: (all) => Float64Array.from(all.flat()),
    remembered: createMemory(),
    take: () => free.pop() ?? place(),
    giveBack: (fused) => void free.push(fused),
  }

  function place(): Fused {
    const column = (): Float64Array => new Float64Array(LANES)
    const some = (count: number): Float64Array[] => places(count).map(column)
    // What a step reads and the next one overwrites is in these columns and, after every other step, in others of one block.
    const [x, kept, gradient, f, sum, mine] = [some(n), some(n * slots.length), some(n), column(), column(), some(own.length)]
    const [low, high] = [some(n), some(n)]
    const path = places(n).map(() => new Float64Array(longest * ROW))
    const carried = [...kept, ...gradient, ...(limit === undefined ? [sum] : [])]
    const aside = carried.map(() => new Float64Array(piece))
    const pieces = places(LANES / piece).map((p) => {
      const part = (all: Float64Array): Float64Array => all.subarray(p * piece, (p + 1) * piece)
      const here = carried.map(part)
      const rows = places(longest).map((j) => path.map((all) => all.subarray(j * ROW + p * piece, j * ROW + (p + 1) * piece)))
      const [from, valueHere, ownHere] = [x.map(part), part(f), mine.map(part)]
      return {
        x: from, here, rows, value: valueHere,
        steps: rows.map((row, j) => {
          const [old, next] = j % 2 === 0 ? [here, aside] : [aside, here]
          return { sources: [...(j === 0 ? from : rows[j - 1]), ...old, ...ownHere], targets: [...row, ...next, ...(limit === undefined ? [valueHere] : [])] }
        }),
      }
    })
    const squares = new Float64Array(piece)
    const width = update.inputs.length
    let numbers: Float64Array = new Float64Array()
    let count = 0
    const setNumbers = (step: number, lanes: number): void => {
      for (let i = 0; i < width; i++) {
        const register = program.inputs[columns + i]
        if (register !== undefined) register[0] = numbers[step * width + i]
      }
      program.prepare(lanes)
    }
    return {
      spare: some(n + kept.length),
      columns: {
        x, memory: places(n).map((i) => Object.fromEntries(slots.map((slot, s) => [slot, kept[i * slots.length + s]]))),
        own: mine, f, gradient, low, high, sum, path, pathStep: ROW, pathAt: (k) => k,
      },
      steps(given, steps) {
        numbers = given
        count = steps
      },
      run(first, end) {
        sum.fill(0, first, end)
        for (let from = first; from < end && count > 0; from += piece) {
          const { x: to, here, rows, steps, value } = pieces[from / piece]
          const lanes = Math.ceil(Math.min(piece, end - from) / TOGETHER) * TOGETHER
          for (let j = 0; j < count; j++) {
            setNumbers(j, lanes)
            program.through(steps[j].sources, steps[j].targets, lanes)
          }
          if (count % 2 === 1) here.forEach((column, c) => column.set(aside[c]))
          to.forEach((column, i) => column.set(rows[count - 1][i]))
          if (valueOf === undefined || limit === undefined) {
            // An iterate or a gradient after which no iterate is finite shows in the last ones.
            for (const last of [...x, ...gradient]) for (let k = from; k < from + lanes; k++) sum[k] += last[k]
          } else {
            valueOf.through(to, [value], lanes)
            squares.fill(0, 0, lanes)
            for (let j = 0; j < count; j++) addSquares(squares, rows[j][0], rows[j][n - 1], lanes)
            for (let k = 0; k < lanes; k++) sum[from + k] = squares[k] <= limit * limit ? 0 : NaN
          }
        }
      },
      bound(k) {
        for (let i = 0; i < n; i++) {
          const row = path[i]
          let least = row[k]
          let most = least
          let at = k + ROW // two at a time: of two numbers only the less may be the least
          for (let left = count - 1; left > 1; left -= 2, at += 2 * ROW) {
            const v = row[at]
            const w = row[at + ROW]
            if (v < w) {
              if (v < least) least = v
              if (w > most) most = w
            } else {
              if (w < least) least = w
              if (v > most) most = v
            }
          }
          if (count % 2 === 0) {
            const v = row[at]
            if (v < least) least = v
            if (v > most) most = v
          }
          low[i][k] = least
          high[i][k] = most
        }
      },
    }
  }
}

/** Adds the squares of the first `lanes` numbers of two columns, which may be the same; a multiple of 8. */
function addSquares(sum: Float64Array, a: Float64Array, b: Float64Array, lanes: number): void {
  for (let k = 0; k < lanes; k += 8) {
    sum[k] += a[k] * a[k] + b[k] * b[k]
    sum[k + 1] += a[k + 1] * a[k + 1] + b[k + 1] * b[k + 1]
    sum[k + 2] += a[k + 2] * a[k + 2] + b[k + 2] * b[k + 2]
    sum[k + 3] += a[k + 3] * a[k + 3] + b[k + 3] * b[k + 3]
    sum[k + 4] += a[k + 4] * a[k + 4] + b[k + 4] * b[k + 4]
    sum[k + 5] += a[k + 5] * a[k + 5] + b[k + 5] * b[k + 5]
    sum[k + 6] += a[k + 6] * a[k + 6] + b[k + 6] * b[k + 6]
    sum[k + 7] += a[k + 7] * a[k + 7] + b[k + 7] * b[k + 7]
  }
}

/**
 * The nodes of x, memory and gradient after a step, and where `all` of sum and f, over one graph, and how many of its inputs are columns:
 * x, memory, gradient, where `all` sum, and what descents have for themselves. The numbers of the update come after those.
 */
function stepOf(recipe: Recipe, n: number, update: Update, own: readonly string[], slots: readonly string[], all: boolean): { readonly outputs: Node[]; readonly columns: number } {
  let made = 0
  const make = (op: Node['op'], args: readonly Node[], value = 0): Node => ({ id: made++, op, args, value })
  const kept = n * slots.length
  const mine = 2 * n + kept + (all ? 1 : 0)
  const columns = mine + own.length
  const column = places(columns).map((k) => make('input', [], k))
  const numbers = update.inputs.map((_, k) => make('input', [], columns + k))
  const copy = (outputs: readonly Node[], input: (index: number) => Node, known: ReadonlyMap<Node, Node> = new Map()): Node[] => {
    const done = new Map(known)
    for (const node of operandsFirst(outputs, known)) {
      if (known.has(node)) continue
      done.set(node, node.op === 'input' ? input(node.value) : { ...node, id: made++, args: node.args.map((a) => done.get(a) ?? a) })
    }
    return outputs.map((node) => done.get(node) ?? node)
  }
  const shared = frontier(update, own)
  const copies = copy(shared, (index) => numbers[index])
  const known = new Map(shared.map((node, k) => [node, copies[k]]))
  const moved = places(n).map((i) => copy([update.x, ...slots.map((slot) => update.memory[slot])], (index) => {
    const given = update.inputs[index]
    if (given.kind === 'x') return column[i]
    if (given.kind === 'g') return column[n + kept + i]
    if (given.kind === 'memory') return column[n + i * slots.length + slots.indexOf(given.slot)]
    return own.includes(given.name) ? column[mine + own.indexOf(given.name)] : numbers[index]
  }, known))
  const x = moved.map(([first]) => first)
  const add = (total: Node, one: Node): Node => make('add', [total, one])
  const [sum, memory] = [column[2 * n + kept], moved.flatMap(([, ...slot]) => slot)]
  if (!all) return { outputs: [...x, ...memory, ...copy(recipe.outputs.slice(1), (i) => x[i])], columns }
  const [f, ...gradient] = copy(recipe.outputs, (i) => x[i])
  const told = [...(spoils(update, 'g') ? [] : gradient), ...(spoils(update, 'x') ? [] : x)]
  return { outputs: [...x, ...memory, ...gradient, add(sum, told.reduce(add, f)), f], columns }
}
