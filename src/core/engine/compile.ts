/** Formula -> Landscape: the formula's jets expanded into one graph, and the graph run by the block interpreter. */
import type { Values } from '../fields.ts'
import type { Call, Expression } from '../formula/ast.ts'
import { evaluate, type Bindings } from '../formula/evaluate.ts'
import { names, reductions } from '../formula/names.ts'
import { toText } from '../formula/print.ts'
import type { Landscape } from '../landscape.ts'
import type { Table } from '../table.ts'
import { createGraph, type Graph, type Node } from '../autodiff/graph.ts'
import { jets, packed, seed, type Jet } from '../autodiff/jets.ts'
import { assemble, BLOCK, type Program } from './program.ts'
import { reduction, type Reduction, type Sample } from './reduce.ts'


type Order = 0 | 1 | 2
/** The rows that reductions are written out over, or by its text the inputs that stand for each of them. */
type Rows = { readonly data?: Table } | { readonly known: ReadonlyMap<string, readonly (number | undefined)[]> }
/** Value, gradient and packed Hessian as far as the order goes; undefined where a derivative is zero by structure. */
type Slots = readonly (Node | undefined)[]

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

  const at = (p: Plan, x: Float64Array): Program => {
    for (let i = 0; i < n; i++) p.inputs[i][0] = x[i]
    return p.run(1)
  }

  return {
    dimension: n,
    work: planFor(0).work,
    value: (x) => at(planFor(0), x).outputs[0].register[0],
    gradient(x, out) {
      const { outputs } = at(planFor(1), x)
      for (let i = 0; i < n; i++) out[i] = outputs[1 + i].register[0]
      return outputs[0].register[0]
    },
    hessian(x, gradient, hessian) {
      const { outputs } = at(planFor(2), x)
      for (let i = 0; i < n; i++) gradient[i] = outputs[1 + i].register[0]
      for (let k = 0; k < n * n; k++) hessian[k] = outputs[1 + n + k].register[0]
      return outputs[0].register[0]
    },
    block(points, count, f, gradient, hessian) {
      const p = planFor(hessian !== undefined ? 2 : gradient !== undefined ? 1 : 0)
      const wanted = [f, ...(gradient ?? []), ...(hessian ?? [])]
      const skip = gradient === undefined ? n : 0 // outputs of the Hessian program that nobody asked for
      const from = wanted.map((_, k) => (k === 0 ? 0 : k + skip))
      for (let start = 0; start < count; start += BLOCK) {
        const size = Math.min(BLOCK, count - start)
        for (let i = 0; i < n; i++) p.inputs[i].set(points[i].subarray(start, start + size))
        const { outputs } = p.run(size)
        wanted.forEach((array, k) => {
          const { register, uniform } = outputs[from[k]]
          if (uniform) array.fill(register[0], start, start + size)
          else array.set(register.subarray(0, size), start)
        })
      }
    },
  }
}

/** The programs of one order: the reductions, inner ones first, and the formula round them. */
interface Plan {
  /** One register for each coordinate, to be filled before `run`. */
  readonly inputs: readonly Float64Array[]
  readonly work: number
  /** Runs the first `size` lanes; the answer has the outputs of `expand`. */
  run(size: number): Program
}

function plan(
  e: Expression, coordinates: readonly string[], values: Values, data: Table | undefined, order: Order, sample: Sample | undefined,
): Plan {
  const n = coordinates.length
  const inputs: Float64Array[] = coordinates.map(() => new Float64Array(BLOCK))
  const stages: Reduction[] = []
  /** Which inputs stand for a reduction that is known by now, by its text: the same one twice is run once. */
  const known = new Map<string, readonly (number | undefined)[]>()
  let work = 0
  for (const part of data === undefined ? [] : reductions(e)) {
    const text = toText(part)
    if (data === undefined || known.has(text)) continue
    const before = inputs.length
    const graph = createGraph()
    const columns = data.columns.map(({ name }, c) => [name, graph.input(before + c)] as const)
    const slots = slotsOf(part.args[0], graph, coordinates, values, order, { known }, columns)
    const varies = names(part).some(({ name }) => coordinates.includes(name))
    const used = slots.filter((slot) => slot !== undefined)
    const stage = reduction(used, before, data, part.name === 'mean', varies ? sample : undefined)
    let next = before
    known.set(text, slots.map((slot) => (slot === undefined ? undefined : next++)))
    inputs.push(...stage.results)
    if (varies) {
      stages.push(stage)
      work += data.rows
    } else {
      stage.run(inputs, 1) // once for all points
      for (const result of stage.results) result.fill(result[0])
    }
  }
  const graph = createGraph()
  const program = assemble(rowMajor(slotsOf(e, graph, coordinates, values, order, { known }), graph, n), inputs.length, () => false)
  const read = inputs.flatMap((from, i) => {
    const register = program.inputs[i]
    return register === undefined ? [] : [{ from, register }]
  })
  return {
    inputs: inputs.slice(0, n),
    work: Math.max(1, work),
    run(size) {
      for (const stage of stages) stage.run(inputs, size)
      for (const { from, register } of read) for (let k = 0; k < size; k++) register[k] = from[k]
      program.run(size)
      return program
    },
  }
}

/**
 * f, its gradient (order >= 1) and its Hessian row by row (order 2), as nodes of one graph with the coordinates as inputs. Sums
 * over the rows of `data` are written out.
 */
export function expand(e: Expression, coordinates: readonly string[], values: Values, order: Order, data?: Table): Node[] {
  const graph = createGraph()
  return rowMajor(slotsOf(e, graph, coordinates, values, order, { data }), graph, coordinates.length)
}

/**
 * `e` on `graph` with the coordinates as its first inputs.
 * @param columns names that stand for further nodes
 */
function slotsOf(
  e: Expression, graph: Graph, coordinates: readonly string[], values: Values, order: Order,
  rows: Rows, columns: readonly (readonly [string, Node])[] = [],
): Slots {
  const n = coordinates.length
  const inputs = coordinates.map((name, i) => [name, graph.input(i)] as const)
  const bindings = <T>(variables: readonly (readonly [string, T])[], known: (slots: Slots) => T): Bindings<T> => {
    const bound = { variables: new Map(variables), values }
    if (!('known' in rows)) return { ...bound, data: rows.data }
    const slotsFor = (part: Call): Slots => {
      const slots = rows.known.get(toText(part))
      if (slots === undefined) throw new RangeError(`${part.name} at column ${part.column} has no data.`)
      return slots.map((input) => (input === undefined ? undefined : graph.input(input)))
    }
    return { ...bound, reduce: (part) => known(slotsFor(part)) }
  }
  const value = ([first]: Slots): Node => first ?? graph.constant(NaN)
  if (order === 0) return [evaluate(e, graph, bindings([...inputs, ...columns], value))]
  const size = order === 1 ? 0 : (n * (n + 1)) / 2
  const flat = (node: Node): Jet<Node> => ({ value: node, gradient: coordinates.map(() => undefined), hessian: Array.from({ length: size }) })
  const seeds = inputs.map(([name, node], i) => [name, seed(graph, node, i, n, order)] as const)
  const jet = evaluate(e, jets(graph, n, order), bindings<Jet<Node>>(
    [...seeds, ...columns.map(([name, node]) => [name, flat(node)] as const)],
    (slots) => ({ value: value(slots), gradient: slots.slice(1, 1 + n), hessian: slots.slice(1 + n) }),
  ))
  return [jet.value, ...jet.gradient, ...jet.hessian]
}

/** The same with zeros written out and the whole Hessian. */
function rowMajor(slots: Slots, graph: Graph, n: number): Node[] {
  const all = slots.slice(1 + n).length === 0 ? slots : [
    ...slots.slice(0, 1 + n),
    ...Array.from({ length: n * n }, (_, k) => slots[1 + n + packed(Math.floor(k / n), k % n)]),
  ]
  return all.map((slot) => slot ?? graph.constant(0))
}
