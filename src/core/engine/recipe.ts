/**
 * What has to be computed for a formula and its derivatives, whoever computes it: the reductions over rows, inner ones first, and the
 * formula round them, each a graph of scalar operations. Both executors follow it in its order, so they agree to the bit.
 */
import type { Values } from '../fields.ts'
import type { Call, Expression } from '../formula/ast.ts'
import { evaluate, type Bindings } from '../formula/evaluate.ts'
import { names, reductions } from '../formula/names.ts'
import { toText } from '../formula/print.ts'
import { withStableSums } from '../formula/stable.ts'
import type { Table } from '../table.ts'
import { createGraph, type Graph, type Node } from '../autodiff/graph.ts'
import { jets, packed, seed, type Jet } from '../autodiff/jets.ts'
import { reduction } from './reduce.ts'

/** 0 for the value alone, 1 with the gradient, 2 with gradient and Hessian. */
export type Order = 0 | 1 | 2

/** A reduction in which a coordinate stands, or a part of one. */
export interface Stage {
  /** What is added up over the rows, or with `largest` the one value whose largest is wanted: nodes over the inputs before `first` and the columns of the data, which are inputs first, first + 1, …. */
  readonly outputs: readonly Node[]
  /** In later graphs the results are the inputs first, first + 1, …. */
  readonly first: number
  /** Whether the sums are divided by the number of rows. */
  readonly mean: boolean
  /** Only the block interpreter runs such a stage. */
  readonly largest: boolean
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

/** The outputs of a recipe over `n` coordinates, or columns of them, by what they are. */
export const answers = <T>([f, ...rest]: readonly T[], n: number): { readonly f: T; readonly gradient: readonly T[]; readonly hessian: readonly T[] } =>
  ({ f, gradient: rest.slice(0, n), hessian: rest.slice(n) })

/** Whether a recipe has a stage that only the block interpreter runs. */
export const onlyInterpreted = ({ stages }: Recipe): boolean => stages.some(({ largest }) => largest)

/**
 * The recipe of `e` over `coordinates`, every other name fixed by `values`. Reductions in which no coordinate stands are constants of
 * the whole data. Throws a RangeError where a name of `e` is neither, or rows are missing: check `freeNames` and `reductions` first.
 */
export function recipeOf(typed: Expression, coordinates: readonly string[], values: Values, data: Table | undefined, order: Order): Recipe {
  const n = coordinates.length
  const e = withStableSums(typed, (part) => part.kind === 'name' && part.name === 'e' && !Object.hasOwn(values, 'e') && !coordinates.includes('e'))
  const stages: Stage[] = []
  const known = new Map<string, Known>() // the same reduction twice is run once
  let count = n

  /** What is known once `term`, in which `columns` are the names of the data and of the results `extra`, was reduced over all rows. */
  const reduced = (term: Expression, table: Table, kind: 'mean' | 'sum' | 'largest', extra: Extra = []): Known => {
    const first = count
    const graph = createGraph()
    const columns = table.columns.map(({ name }, c) => [name, graph.input(first + c)] as const)
    const others = extra.map(([name, node]) => [name, node(graph)] as const)
    const slots = slotsOf(term, graph, coordinates, values, kind === 'largest' ? 0 : order, { known }, [...columns, ...others])
    const outputs = slots.filter((slot) => slot !== undefined)
    const [mean, largest] = [kind === 'mean', kind === 'largest']
    let next = 0
    const inOrder = (result: (k: number) => (graph: Graph) => Node): Known =>
      slots.map((slot) => (slot === undefined ? undefined : result(next++)))
    if (names(term).some(({ name }) => coordinates.includes(name))) {
      stages.push({ outputs, first, mean, largest })
      count += outputs.length
      return inOrder((k) => (later) => later.input(first + k))
    }
    const once = reduction(outputs, first, table, { mean, largest })
    once.run(Array.from({ length: first }, () => new Float64Array(1)), 1)
    const results = once.results.map(([value]) => value)
    return inOrder((k) => (later) => later.constant(results[k]))
  }

  for (const part of data === undefined ? [] : reductions(e)) {
    const text = toText(part)
    if (data === undefined || known.has(text)) continue
    const [term] = part.args
    if (part.name === 'logsumexp') {
      const [largest = (graph: Graph) => graph.constant(NaN)] = reduced(term, data, 'largest')
      known.set(text, logarithm(largest, reduced(beside(term), data, 'sum', [[LARGEST, largest]]), n))
    } else known.set(text, reduced(term, data, part.name))
  }
  const graph = createGraph()
  return { stages, outputs: rowMajor(slotsOf(e, graph, coordinates, values, order, { known }), graph, n), inputCount: count }
}

type Extra = readonly (readonly [name: string, node: (graph: Graph) => Node])[]

/** Stands for the largest value among the rows; nobody can type such a name. */
const LARGEST = 'largest of the rows'

/** exp(term - largest): at most 1 in every row, and 1 in one of them. */
function beside(term: Expression): Expression {
  const { column } = term
  const less: Expression = { kind: 'operation', operator: '-', left: term, right: { kind: 'name', name: LARGEST, column }, column }
  return { kind: 'call', name: 'exp', args: [less], column }
}

/**
 * log(sum(exp(u))) as M + log S with S = sum(exp(u - M)), where M, the largest u, is held fixed: the result does not depend on it. Its
 * slopes are S_i/S and its curvatures S_ij/S - (S_i/S)(S_j/S) (Blanchard, Higham & Higham 2021, eqs. 1.5 and 1.6).
 */
function logarithm(largest: (graph: Graph) => Node, sums: Known, n: number): Known {
  const total = (graph: Graph): Node => sums[0]?.(graph) ?? graph.constant(NaN)
  const share = (sum: Known[number]): Known[number] => sum && ((graph) => graph.binary('div', sum(graph), total(graph)))
  const slopes = sums.slice(1, 1 + n).map(share)
  const curvatures = sums.slice(1 + n).map((sum, k): Known[number] => {
    const i = Array.from({ length: n }, (_, row) => row).findLastIndex((row) => packed(row, 0) <= k)
    const [bend, left, right] = [share(sum), slopes[i], slopes[k - packed(i, 0)]]
    if (left === undefined || right === undefined) return bend
    const product = (graph: Graph): Node => graph.binary('mul', left(graph), right(graph))
    return bend === undefined ? (graph) => graph.unary('neg', product(graph)) : (graph) => graph.binary('sub', bend(graph), product(graph))
  })
  return [(graph) => graph.binary('add', largest(graph), graph.unary('log', total(graph))), ...slopes, ...curvatures]
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
