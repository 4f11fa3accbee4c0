/**
 * Cuts a long program into pieces, each a loop over the same few lanes: what is alive between two pieces waits in columns that stay in the
 * first-level cache.
 *
 * One long loop had a cliff. V8's older compiler orders a block of code breadth first, so that half of all intermediate results are alive
 * at once and are written to the stack and read back: at 5,000 operations these no longer fit the first-level cache, and the loop took six
 * times as long per operation as a short one. A piece is small enough for registers; a few stores and loads between pieces cost little.
 */
import type { Vector } from './vectors.ts'

/** Operations of a piece, about; measured with pieces of 30 to 1000 operations. */
const SIZE = 40
/** A program is long where so many operations follow each other without a rare case: the branch that leads there divides code as well. */
const LONG = 300
/** Lanes that pieces are computed for, one piece after the other, and from one waiting column to the next, in bytes: an odd number of cache lines. */
export const STRIP = 128
export const WAITING = 8 * STRIP + 64

/** A part of a graph, with nodes and ids of its own. A `waiting` node reads the waiting column of its number. */
export interface Piece {
  readonly nodes: readonly Vector[]
  /** Of the last piece the outputs of the graph; of others what waits, in the columns of these numbers. */
  readonly outputs: readonly Vector[]
  readonly columns: readonly number[]
}

export interface Cut {
  /** In the order they are computed. */
  readonly pieces: readonly Piece[]
  /** How many columns wait. */
  readonly waiting: number
}

/** The graph as its own only piece. */
export const whole = (nodes: readonly Vector[], outputs: readonly Vector[]): Cut => ({ pieces: [{ nodes, outputs, columns: [] }], waiting: 0 })

const isLeaf = ({ op }: Vector): boolean => op === 'constant' || op === 'point' || op === 'state'

/**
 * @param nodes all nodes of the graph, by id
 * @param size operations of a piece, about
 * @param long operations of a program that is cut
 */
export function cut(nodes: readonly Vector[], outputs: readonly Vector[], size = SIZE, long = LONG): Cut {
  const order = operationsOf(nodes, outputs)
  if (!isLong(order, long)) return whole(nodes, outputs)
  const lastUse = new Int32Array(nodes.length) // by id: position of the last reader in this order
  order.forEach(({ args }, at) => { for (const a of args) lastUse[a.id] = at })
  for (const { id } of outputs) lastUse[id] = order.length
  const ends = endsOf(order, lastUse, size)

  const columnOf = new Int32Array(nodes.length)
  const copies = new Array<Vector | undefined>(nodes.length)
  const copiedFor = new Int32Array(nodes.length) // the end of the piece that the copy is of
  const free: number[] = []
  let waiting = 0
  const pieces = ends.map((end, p): Piece => {
    const begin = p === 0 ? 0 : ends[p - 1]
    const mine: Vector[] = []
    const done: number[] = []
    const copy = (of: Vector, op: Vector['op'], args: readonly Vector[], value: number): Vector => {
      const made = { id: mine.length, op, args, value, bits: of.bits, level: of.level }
      mine.push(made)
      copies[of.id] = made
      copiedFor[of.id] = end
      return made
    }
    const read = (node: Vector): Vector => {
      const known = copiedFor[node.id] === end ? copies[node.id] : undefined
      if (known !== undefined) return known
      if (isLeaf(node)) return copy(node, node.op, node.args, node.value)
      if (lastUse[node.id] < end) done.push(columnOf[node.id])
      return copy(node, 'waiting', [], columnOf[node.id])
    }
    const results: Vector[] = []
    for (let at = begin; at < end; at++) {
      const node = order[at]
      copy(node, node.op, node.args.map(read), node.value)
      if (lastUse[node.id] >= end) results.push(node)
    }
    if (end === order.length) return { nodes: mine, outputs: outputs.map(read), columns: [] }
    for (const { id } of results) columnOf[id] = free.pop() ?? waiting++
    free.push(...done) // not before: a piece may read its columns after it has written the first of its results
    return { nodes: mine, outputs: results.map(read), columns: results.map(({ id }) => columnOf[id]) }
  })
  return { pieces, waiting }
}

/** What has to be computed for `outputs`, operands first. */
function operationsOf(nodes: readonly Vector[], outputs: readonly Vector[]): Vector[] {
  const marks = new Uint8Array(nodes.length)
  for (const { id } of outputs) marks[id] = 1
  for (let id = nodes.length - 1; id >= 0; id--) if (marks[id] !== 0) for (const a of nodes[id].args) marks[a.id] = 1
  return nodes.filter((node) => marks[node.id] !== 0 && !isLeaf(node))
}

function isLong(order: readonly Vector[], long: number): boolean {
  let stretch = 0
  for (const { op } of order) {
    stretch = op === 'rare' ? 0 : stretch + 1
    if (stretch > long) return true
  }
  return false
}

/** Where pieces end: near every `size`th operation, where as little as possible is alive. */
function endsOf(order: readonly Vector[], lastUse: Int32Array, size: number): number[] {
  const alive = new Int32Array(order.length + 2) // by position, what is computed before it and read from there on
  order.forEach(({ id }, at) => {
    alive[at + 1]++
    alive[lastUse[id] + 1]--
  })
  for (let at = 1; at <= order.length; at++) alive[at] += alive[at - 1]
  const ends: number[] = []
  for (let begin = 0; order.length - begin > 2 * size;) {
    let end = begin + size
    for (let at = begin + (size >> 1); at <= begin + size + (size >> 1); at++) if (alive[at] < alive[end]) end = at
    ends.push(end)
    begin = end
  }
  return [...ends, order.length]
}
