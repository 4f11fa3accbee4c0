/**
 * A formula over a grid. Whatever depends on x alone is computed once per column, whatever depends on y alone once per row, and only
 * what depends on both once per point: the same operations in the same order on the same numbers, so the same bits as point by point.
 */
import { operandsFirst, type Node } from '../autodiff/graph.ts'
import type { GridRows } from '../landscape.ts'
import { assemble, BLOCK, type Program } from './program.ts'

/** Which coordinates a node depends on: 1 for x, 2 for y, 3 for both, 0 for neither. */
function dependence(order: readonly Node[]): ReadonlyMap<Node, number> {
  const of = new Map<Node, number>()
  for (const node of order) {
    of.set(node, node.op === 'input' ? 1 << node.value : node.args.reduce((mask, a) => mask | (of.get(a) ?? 0), 0))
  }
  return of
}

const ARITHMETIC: ReadonlySet<string> = new Set(['neg', 'abs', 'sign', 'relu', 'sqrt', 'add', 'sub', 'mul', 'div', 'min', 'max', 'select'])
/** Additions that an elementary function, and one that looks up a lattice, takes as long as. */
const ELEMENTARY = 8
const LATTICE = 60

/** How many operations of `f` are left for each point of a grid, counted in additions. */
export function costPerPoint(f: Node): number {
  const order = operandsFirst([f])
  const of = dependence(order)
  const left = order.filter((node) => of.get(node) === 3)
  return Math.max(1, left.reduce((sum, { op }) => sum + (ARITHMETIC.has(op) ? 1 : op === 'lattice' ? LATTICE : ELEMENTARY), 0))
}

/**
 * The values of `f`, a node over the inputs x (0) and y (1), on the grid of the columns `x` and the rows `y`.
 * Answers how to fill rows: `fill(from, to, out)` writes rows from..to-1, one after the other.
 */
export function gridOf(f: Node, x: Float64Array, y: Float64Array): GridRows {
  const order = operandsFirst([f])
  const of = dependence(order)
  const both = order.filter((node) => of.get(node) === 3)
  const readsBoth = both.flatMap((node) => node.args)
  const edge = [...new Set([f, ...readsBoth])].filter((node) => of.get(node) === 1)
  const columns = overColumns(edge, x)

  // Nodes of x alone become inputs 1, 2, …; the rest stays as it is, over y as input 0.
  const stand = new Map<Node, Node>()
  for (const [id, node] of order.entries()) {
    const column = edge.indexOf(node)
    if (column >= 0) stand.set(node, { id, op: 'input', args: [], value: 1 + column })
    else if (node.op === 'input' && node.value === 1) stand.set(node, { id, op: 'input', args: [], value: 0 })
    else if (of.get(node) !== 1) stand.set(node, { ...node, id, args: node.args.map((a) => stand.get(a) ?? a) })
  }
  const output = stand.get(f) ?? f
  const given = edge.map((node) => stand.get(node) ?? node)
  const pieces: { readonly program: Program; readonly from: number; readonly size: number }[] = []
  for (let from = 0; from < x.length; from += BLOCK) {
    const size = Math.min(BLOCK, x.length - from)
    // Named as outputs too, the columns of x keep their registers from row to row.
    const program = assemble([output, ...given], 1 + edge.length, (input) => input === 0)
    columns.forEach((column, k) => program.inputs[1 + k]?.set(column.subarray(from, from + size)))
    pieces.push({ program, from, size })
  }
  return (first, to, out) => {
    for (const { program, from, size } of pieces) {
      const { inputs: [row], outputs: [{ register, uniform }] } = program
      for (let j = first; j < to; j++) {
        if (row !== undefined) row[0] = y[j]
        program.prepare(size)
        program.run(size)
        const at = (j - first) * x.length + from
        if (uniform) out.fill(register[0], at, at + size)
        else for (let i = 0; i < size; i++) out[at + i] = register[i]
      }
    }
  }
}

/** The values of nodes over x alone. */
function overColumns(nodes: readonly Node[], x: Float64Array): readonly Float64Array[] {
  const columns = nodes.map(() => new Float64Array(x.length))
  if (nodes.length === 0) return columns
  const program = assemble(nodes, 1, () => false)
  for (let from = 0; from < x.length; from += BLOCK) {
    const size = Math.min(BLOCK, x.length - from)
    program.inputs[0]?.set(x.subarray(from, from + size))
    program.prepare(size)
    program.run(size)
    program.outputs.forEach(({ register, uniform }, k) => {
      if (uniform) columns[k].fill(register[0], from, from + size)
      else columns[k].set(register.subarray(0, size), from)
    })
  }
  return columns
}
