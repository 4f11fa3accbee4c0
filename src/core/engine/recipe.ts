/**
 * What has to be computed for a formula and its derivatives, whoever computes it: the reductions over rows, inner ones first, and the
 * formula round them, each a graph of scalar operations. Both executors follow it in its order, so they agree to the bit.
 */
import type { Values } from '../fields.ts'
import type { Call, Expression } from '../formula/ast.ts'
import { evaluate, type Bindings } from '../formula/evaluate.ts'
import { names, reductions } from '../formula/names.ts'
import { toText } from '../formula/print.ts'
import type { Table } from '../table.ts'
import { createGraph, type Graph, type Node } from '../autodiff/graph.ts'
import { jets, packed, seed, type Jet } from '../autodiff/jets.ts'
import { reduction } from './reduce.ts'

/** 0 for the value alone, 1 with the gradient, 2 with gradient and Hessian. */
export type Order = 0 | 1 | 2

/** A `mean` or `sum` in which a coordinate stands. */
export interface Stage {
  /** What is added up over the rows: nodes over the inputs before `first` and the columns of the data, which are inputs first, first + 1, …. */
  readonly outputs: readonly Node[]
  /** In later graphs the results are the inputs first, first + 1, …. */
  readonly first: number
  /** Whether the sums are divided by the number of rows. */
  readonly mean: boolean
}

export interface Recipe {
  readonly stages: readonly Stage[]
  /** f, its gradient (order >= 1) and its Hessian row by row (order 2): nodes over the coordinates and the results of the stages. */
  readonly outputs: readonly Node[]
  /** Inputs of the last graph: coordinates first. */
  readonly inputCount: number
}

/** Value, gradient and packed Hessian as far as the order goes; undefined where a derivative is zero by structure. */
type Slots = readonly (Node | undefined)[]
/** The parts of a reduction that is known by now, in whatever graph they are asked for. */
type Known = readonly (((graph: Graph) => Node) | undefined)[]
/** The rows that reductions are written out over, or by its text what stands for each of them. */
type Rows = { readonly data?: Table } | { readonly known: ReadonlyMap<string, Known> }

/**
 * The recipe of `e` over `coordinates`, every other name fixed by `values`. Reductions in which no coordinate stands are constants of
 * the whole data. Throws a RangeError where a name of `e` is neither, or rows are missing: check `freeNames` and `reductions` first.
 */
export function recipeOf(e: Expression, coordinates: readonly string[], values: Values, data: Table | undefined, order: Order): Recipe {
  const n = coordinates.length
  const stages: Stage[] = []
  const known = new Map<string, Known>() // the same reduction twice is run once
  let count = n
  for (const part of data === undefined ? [] : reductions(e)) {
    const text = toText(part)
    if (data === undefined || known.has(text)) continue
    const first = count
    const graph = createGraph()
    const columns = data.columns.map(({ name }, c) => [name, graph.input(first + c)] as const)
    const slots = slotsOf(part.args[0], graph, coordinates, values, order, { known }, columns)
    const outputs = slots.filter((slot) => slot !== undefined)
    const mean = part.name === 'mean'
    let next = 0
    const inOrder = (result: (k: number) => (graph: Graph) => Node): void => {
      known.set(text, slots.map((slot) => (slot === undefined ? undefined : result(next++))))
    }
    if (names(part).some(({ name }) => coordinates.includes(name))) {
      stages.push({ outputs, first, mean })
      count += outputs.length
      inOrder((k) => (later) => later.input(first + k))
    } else {
      const once = reduction(outputs, first, data, mean)
      once.run(Array.from({ length: first }, () => new Float64Array(1)), 1)
      const results = once.results.map(([value]) => value)
      inOrder((k) => (later) => later.constant(results[k]))
    }
  }
  const graph = createGraph()
  return { stages, outputs: rowMajor(slotsOf(e, graph, coordinates, values, order, { known }), graph, n), inputCount: count }
}

/** The outputs of the recipe in one graph, with the coordinates as inputs: sums over the rows of `data` are written out. */
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
      return slots.map((node) => node?.(graph))
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
