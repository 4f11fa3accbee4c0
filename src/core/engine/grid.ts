/**
 * A formula over a grid. Whatever depends on x alone is computed once per column, whatever depends on y alone once per row, and only
 * what depends on both once per point: the same operations in the same order on the same numbers, so the same bits as point by point.
 */
import { operandsFirst, type Node } from '../autodiff/graph.ts'
import type { GridRows } from '../landscape.ts'
import { assemble, BLOCK, type Program } from './program.ts'

/** What depends on both coordinates: nodes of x alone are its first inputs, nodes of y alone those after them. */
export interface Split {
  readonly output: Node
  /** The nodes of x that it reads, and those of y. */
  readonly ofX: readonly Node[]
  readonly ofY: readonly Node[]
  /** The values of each of `ofX` at these x, and of each of `ofY` at these y. */
  readonly columns: (x: Float64Array) => readonly Float64Array[]
  readonly rows: (y: Float64Array) => readonly Float64Array[]
  /** What computes the output, by blocks. */
  readonly program: () => Program
}

const X = 1
const Y = 2
const BOTH = 3

/** Which coordinates a node depends on, as a sum of X and Y. */
function dependence(order: readonly Node[]): ReadonlyMap<Node, number> {
  const of = new Map<Node, number>()
  for (const node of order) {
    of.set(node, node.op === 'input' ? 1 << node.value : node.args.reduce((mask, a) => mask | (of.get(a) ?? 0), 0))
  }
  return of
}

/** `f`, a node over the inputs x (0) and y (1), in three. */
export function splitOf(f: Node): Split {
  const order = operandsFirst([f])
  const of = dependence(order)
  const read = new Set([f, ...order.filter((node) => of.get(node) === BOTH).flatMap((node) => node.args)])
  const ofX = [...read].filter((node) => of.get(node) === X)
  const ofY = [...read].filter((node) => of.get(node) === Y)
  const input = new Map([...ofX, ...ofY].map((node, k) => [node, k]))
  const stand = new Map<Node, Node>()
  for (const [id, node] of order.entries()) {
    const k = input.get(node)
    stand.set(node, k === undefined ? { ...node, id, args: node.args.map((a) => stand.get(a) ?? a) } : { id, op: 'input', args: [], value: k })
  }
  const output = stand.get(f) ?? f
  let program: Program | undefined
  return {
    output, ofX, ofY, columns: along(ofX, 0), rows: along(ofY, 1),
    program: () => (program ??= assemble([output], ofX.length + ofY.length, (i) => i >= ofX.length, [], true)),
  }
}

const ARITHMETIC: ReadonlySet<string> = new Set(['neg', 'abs', 'sign', 'relu', 'sqrt', 'add', 'sub', 'mul', 'div', 'min', 'max', 'select'])
/** Additions that an elementary function, and one that looks up a lattice, takes as long as. */
const ELEMENTARY = 8
const LATTICE = 60

/** How many operations of `f` are left for each point of a grid, counted in additions. */
export function costPerPoint(f: Node): number {
  const order = operandsFirst([f])
  const of = dependence(order)
  const left = order.filter((node) => of.get(node) === BOTH)
  return Math.max(1, left.reduce((sum, { op }) => sum + (ARITHMETIC.has(op) ? 1 : op === 'lattice' ? LATTICE : ELEMENTARY), 0))
}

/** The values of what was split on the grid of the columns `x` and the rows `y`. */
export function gridOf(split: Split, x: Float64Array, y: Float64Array): GridRows {
  const columns = split.columns(x)
  const rows = split.rows(y)
  const program = split.program()
  const numbers = rows.map((row, k) => ({ row, register: program.inputs[columns.length + k] }))
  const pieces = Array.from({ length: Math.ceil(x.length / BLOCK) }, (_, k) => {
    const [from, to] = [k * BLOCK, Math.min((k + 1) * BLOCK, x.length)]
    return { from, to, sources: columns.map((column) => column.subarray(from, to)) }
  })
  return (first, to, out) => {
    for (let j = first; j < to; j++) {
      for (const { row, register } of numbers) if (register !== undefined) register[0] = row[j]
      program.prepare(BLOCK)
      const at = (j - first) * x.length
      for (const piece of pieces) program.through(piece.sources, [out.subarray(at + piece.from, at + piece.to)], piece.to - piece.from)
    }
  }
}

/** What gives the values of nodes over one coordinate alone, which is the input with this number. */
function along(nodes: readonly Node[], input: 0 | 1): (places: Float64Array) => readonly Float64Array[] {
  let program: Program | undefined
  return (places) => {
    const columns = nodes.map(() => new Float64Array(places.length))
    if (nodes.length === 0) return columns
    program ??= assemble(nodes, 2, () => false)
    for (let from = 0; from < places.length; from += BLOCK) {
      const size = Math.min(BLOCK, places.length - from)
      program.inputs[input]?.set(places.subarray(from, from + size))
      program.prepare(size)
      program.over([], columns, from, size)
    }
    return columns
  }
}
