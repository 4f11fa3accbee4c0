/**
 * Formulas as a graph of scalar operations in which equal parts are one node (hash-consing), so that sin(x) in a function and in
 * its second derivative is computed once. Nodes simplify only where IEEE 754 arithmetic gives the same bits: constants, 1·a, a/1,
 * and signs pulled outwards. 0·a stays (it is NaN where a is not finite); zeros by structure never get here (see jets.ts).
 */
import type { Lattice, Orders } from '../math/lattice.ts'
import { BINARY, powerByProducts, UNARY, type BinaryOp, type Scalar, type UnaryOp } from '../formula/scalar.ts'

export interface Node {
  /** Position in order of making: operands come before what uses them. */
  readonly id: number
  readonly op: UnaryOp | BinaryOp | 'select' | 'lattice' | 'constant' | 'input'
  readonly args: readonly Node[]
  /** The constant, the number of the input, or 1 where a `select` chooses between two ways of writing the same. */
  readonly value: number
  /** Of a lattice: which one, and which derivative of its function. */
  readonly lattice?: Lattice
  readonly orders?: Orders
}

export interface Graph extends Scalar<Node> {
  /** The input with this number; the same node every time. */
  input(index: number): Node
  /** All nodes so far, by id. */
  readonly nodes: readonly Node[]
}

/** Ids below this make a key that is exact in a double. */
const FEW = 2 ** 22

const COMMUTATIVE: ReadonlySet<string> = new Set<BinaryOp>(['add', 'mul', 'min', 'max', 'hypot', 'eq', 'ne'])
const isNegation = (node: Node): boolean => node.op === 'neg'

export function createGraph(): Graph {
  const nodes: Node[] = []
  const known = new Map<string | number, Node>()
  const kinds = new Map<Node['op'], number>()
  const lattices = new Map<Lattice, number>()

  /** The same for equal nodes only. Operations of one or two operands have a number, which is much faster than text. */
  const keyOf = (op: Node['op'], args: readonly Node[], value: number): string | number => {
    const [a, b] = args
    if (a === undefined || value !== 0 || args.length > 2 || a.id >= FEW) return `${op} ${Object.is(value, -0) ? '-0' : String(value)} ${args.map(({ id }) => id).join(' ')}`
    let kind = kinds.get(op)
    if (kind === undefined) kinds.set(op, kind = kinds.size)
    return (kind * FEW + a.id) * FEW + (b === undefined ? 0 : b.id + 1)
  }
  const make = (op: Node['op'], args: readonly Node[], value: number): Node => {
    const key = keyOf(op, args, value)
    const old = known.get(key)
    if (old !== undefined) return old
    const node: Node = { id: nodes.length, op, args, value }
    nodes.push(node)
    known.set(key, node)
    return node
  }
  const lattice = (of: Lattice, orders: Orders, args: readonly Node[]): Node => {
    const number = lattices.get(of) ?? lattices.size
    lattices.set(of, number)
    const key = `lattice ${number} ${orders.join()} ${args.map((a) => a.id).join(' ')}`
    const old = known.get(key)
    if (old !== undefined) return old
    const node: Node = { id: nodes.length, op: 'lattice', args, value: 0, lattice: of, orders }
    nodes.push(node)
    known.set(key, node)
    return node
  }
  const constant = (value: number): Node => make('constant', [], value)

  const unary = (op: UnaryOp, a: Node): Node => {
    if (a.op === 'constant') return constant(UNARY[op](a.value))
    if (op === 'neg' && isNegation(a)) return a.args[0]
    return make(op, [a], 0)
  }

  const binary = (op: BinaryOp, a: Node, b: Node): Node => {
    if (a.op === 'constant' && b.op === 'constant') return constant(BINARY[op](a.value, b.value))
    switch (op) {
      case 'mul':
        if (a.op === 'constant' && a.value === 1) return b
        if (b.op === 'constant' && b.value === 1) return a
        if (a.op === 'constant' && a.value === -1) return unary('neg', b)
        if (b.op === 'constant' && b.value === -1) return unary('neg', a)
        if (isNegation(a) && b.op === 'constant') return binary('mul', a.args[0], constant(-b.value))
        if (isNegation(b) && a.op === 'constant') return binary('mul', constant(-a.value), b.args[0])
        if (isNegation(a)) return unary('neg', binary('mul', a.args[0], b))
        if (isNegation(b)) return unary('neg', binary('mul', a, b.args[0]))
        break
      case 'div':
        if (b.op === 'constant' && b.value === 1) return a
        if (isNegation(a)) return unary('neg', binary('div', a.args[0], b))
        if (isNegation(b)) return unary('neg', binary('div', a, b.args[0]))
        break
      case 'add':
        if (isNegation(b)) return binary('sub', a, b.args[0])
        if (isNegation(a)) return binary('sub', b, a.args[0])
        break
      case 'sub':
        if (isNegation(b)) return binary('add', a, b.args[0])
        break
    }
    return make(op, COMMUTATIVE.has(op) && a.id > b.id ? [b, a] : [a, b], 0)
  }

  const graph: Graph = {
    nodes,
    input: (index) => make('input', [], index),
    constant,
    unary,
    binary,
    lattice,
    select: (condition, a, b, alike = false) => {
      if (condition.op !== 'constant') return make('select', [condition, a, b], alike ? 1 : 0)
      return Number.isNaN(condition.value) ? constant(NaN) : condition.value !== 0 ? a : b
    },
    power: (a, p) => powerByProducts(graph, a, p),
  }
  return graph
}

/** The nodes that the outputs need, operands before what uses them; what is `known` needs nothing. */
export function operandsFirst(outputs: readonly Node[], known?: { has(node: Node): boolean }): Node[] {
  const seen = new Set<Node>(outputs)
  const stack = [...outputs]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (known?.has(node) === true) continue
    for (const a of node.args) {
      if (seen.has(a)) continue
      seen.add(a)
      stack.push(a)
    }
  }
  return [...seen].sort((a, b) => a.id - b.id)
}
