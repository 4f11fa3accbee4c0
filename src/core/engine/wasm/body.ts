/** Vector operations -> the instructions of one function, with locals reused as soon as their last reader has run. */
import { Bytes, CODE, LANES, TYPE, VECTOR } from './bytes.ts'
import { PER_POINT, PER_ROW, type Vector } from './vectors.ts'

/** A loop over the rows of the data: `totals[k]` is what the vectors `added[k]` of all rows add up to, from the first row on. */
export interface RowLoop {
  readonly totals: readonly Vector[]
  readonly added: readonly Vector[]
}

export interface Layout {
  /** Byte addresses of the columns of the points, of the outputs, and of the data. */
  readonly points: readonly number[]
  readonly outputs: readonly number[]
  readonly columns: readonly number[]
  readonly rows: number
}

/** Local 0 is the parameter, the byte address behind the last pair of points in a column; then come these two, then vectors. */
const END = 0
const AT = 1
const ROW = 2
const FIRST_VECTOR = 3
/** An expression nested deeper than this takes a local on the way. */
const DEEPEST = 40

/** Something that is done in its turn: a node gets its local, or a loop begins or ends. */
type Turn = { readonly node: Vector } | { readonly begin: RowLoop } | { readonly end: RowLoop }

/**
 * The code of a function that computes `outputs` for the points from address 0 to the one it is given, two at a time.
 * @param nodes all nodes of the graph, by id
 * @param loops in the order they run: later ones, and `outputs`, may read the totals of earlier ones
 */
export function body(nodes: readonly Vector[], outputs: readonly Vector[], loops: readonly RowLoop[], layout: Layout): Bytes {
  const all = needed(nodes, [...outputs, ...loops.flatMap((loop) => loop.added)])
  const kept = keptInLocals(nodes.length, all, outputs, loops)
  const turns = inTurn(nodes, outputs, loops, kept)
  const lastUse = lastUses(nodes, turns, outputs, kept)

  const code = new Bytes()
  const locals = new Int32Array(nodes.length) // 0 where it has none
  const free: number[] = []
  let count = 0
  const fresh = (): number => free.pop() ?? FIRST_VECTOR + count++
  const localOf = (node: Vector): number => {
    const local = locals[node.id]
    if (local === 0) throw new Error(`${node.op} is read before it is computed`)
    return local
  }
  const lane = (op: keyof typeof LANES): Bytes => code.byte(VECTOR).unsigned(LANES[op])

  /** Leaves the value of `node` on the stack. */
  const push = (node: Vector): void => {
    if (locals[node.id] !== 0) code.byte(CODE.localGet).unsigned(locals[node.id])
    else compute(node)
  }
  const called = (args: readonly Vector[], number: number): void => {
    for (const side of [0, 1]) {
      for (const a of args) {
        push(a)
        lane('extract').byte(side)
      }
      code.byte(CODE.call).unsigned(number)
      if (side === 0) lane('splat')
      else lane('replace').byte(side)
    }
  }
  const compute = (node: Vector): void => {
    const { op, args, value } = node
    switch (op) {
      case 'point':
        code.byte(CODE.localGet, AT)
        lane('load').byte(3).unsigned(layout.points[value])
        return
      case 'row':
        code.byte(CODE.localGet, ROW)
        lane('loadSplat').byte(3).unsigned(layout.columns[value])
        return
      case 'call':
        called(args, value)
        return
      case 'rare': case 'total':
        throw new Error(`${op} takes a turn of its own`)
      case 'constant':
        lane('constant').bits(node.bits ?? 0n).bits(node.bits ?? 0n)
        return
      case 'shiftLeft': case 'shiftRight':
        push(args[0])
        code.byte(CODE.i32Const).signed(value)
        lane(op)
        return
      default:
        for (const a of args) push(a)
        lane(op)
    }
  }
  const take = (node: Vector, turn: number): void => {
    if (node.op === 'rare') {
      const [where, common, ...args] = node.args
      const local = fresh() // before the operands' locals are free: they are read after it is written
      push(common)
      code.byte(CODE.localSet).unsigned(local)
      push(where)
      lane('anyTrue')
      code.byte(CODE.if, TYPE.nothing)
      called(args, node.value)
      code.byte(CODE.localSet).unsigned(local).byte(CODE.end)
      release(turn)
      locals[node.id] = local
    } else {
      compute(node)
      release(turn)
      const local = fresh()
      code.byte(CODE.localSet).unsigned(local)
      locals[node.id] = local
    }
  }
  const release = (turn: number): void => {
    for (const node of lastUse[turn]) {
      if (locals[node.id] === 0) continue
      free.push(locals[node.id])
      locals[node.id] = 0
    }
  }

  for (const node of all) {
    if (node.op !== 'constant') continue
    compute(node) // constants wait in locals: loading them anew for each pair of points costs more than the arithmetic
    locals[node.id] = fresh()
    code.byte(CODE.localSet).unsigned(localOf(node))
  }
  code.byte(CODE.loop, TYPE.nothing)
  turns.forEach((what, turn) => {
    if ('node' in what) take(what.node, turn)
    else if ('begin' in what) {
      for (const total of what.begin.totals) {
        locals[total.id] = fresh()
        lane('constant').bits(1n << 63n).bits(1n << 63n) // -0: adding the first row to it gives that row's bits
        code.byte(CODE.localSet).unsigned(localOf(total))
      }
      code.byte(CODE.i32Const).signed(0).byte(CODE.localSet, ROW, CODE.loop, TYPE.nothing)
    } else {
      what.end.totals.forEach((total, k) => {
        code.byte(CODE.localGet).unsigned(localOf(total))
        push(what.end.added[k])
        lane('add')
        code.byte(CODE.localSet).unsigned(localOf(total))
      })
      code.byte(CODE.localGet, ROW, CODE.i32Const).signed(8).byte(CODE.i32Add, CODE.localTee, ROW)
      code.byte(CODE.i32Const).signed(8 * layout.rows).byte(CODE.i32LtU, CODE.brIf, 0, CODE.end)
      release(turn)
    }
  })
  outputs.forEach((output, k) => {
    code.byte(CODE.localGet, AT)
    push(output)
    lane('store').byte(3).unsigned(layout.outputs[k])
  })
  code.byte(CODE.localGet, AT, CODE.i32Const).signed(16).byte(CODE.i32Add, CODE.localTee, AT)
  code.byte(CODE.localGet, END, CODE.i32LtU, CODE.brIf, 0, CODE.end, CODE.end)

  const declarations = new Bytes().unsigned(2).unsigned(2).byte(TYPE.i32).unsigned(count).byte(TYPE.v128)
  return declarations.append(code)
}

/** What `outputs` need, operands first. */
function needed(nodes: readonly Vector[], outputs: readonly Vector[]): Vector[] {
  const marks = new Uint8Array(nodes.length)
  for (const { id } of outputs) marks[id] = 1
  for (let id = nodes.length - 1; id >= 0; id--) if (marks[id] !== 0) for (const a of nodes[id].args) marks[a.id] = 1
  return nodes.filter(({ id }) => marks[id] !== 0)
}

/** By id, which nodes get a local; all others have one reader, in whose expression they stand. */
function keptInLocals(count: number, all: readonly Vector[], outputs: readonly Vector[], loops: readonly RowLoop[]): Uint8Array {
  const kept = new Uint8Array(count)
  const read = new Uint8Array(count)
  const depth = new Uint8Array(count)
  const reads = (node: Vector, level: number): void => {
    if (read[node.id] !== 0 || node.level < level) kept[node.id] = 1
    read[node.id] = 1
  }
  for (const node of all) {
    for (const a of node.args) reads(a, node.level)
    // Functions of the host are called for one lane after the other, so their arguments are read twice.
    if (node.op === 'call') for (const a of node.args) kept[a.id] = 1
    if (node.op === 'rare') for (const a of node.args.slice(2)) kept[a.id] = 1
    if (node.op === 'constant' || node.op === 'total' || node.op === 'rare') kept[node.id] = 1
  }
  for (const node of outputs) reads(node, PER_POINT)
  for (const { added } of loops) for (const node of added) reads(node, PER_ROW)
  for (const node of all) {
    let deepest = 0
    for (const a of node.args) if (kept[a.id] === 0 && depth[a.id] > deepest) deepest = depth[a.id]
    depth[node.id] = deepest + 1
    if (deepest >= DEEPEST) kept[node.id] = 1
  }
  return kept
}

/** What has a local in the order it is computed: what a loop needs of the points before it, and what it needs of a row inside. */
function inTurn(nodes: readonly Vector[], outputs: readonly Vector[], loops: readonly RowLoop[], kept: Uint8Array): Turn[] {
  const turns: Turn[] = []
  const ofPoints = new Uint8Array(nodes.length)
  const compute = (results: readonly Vector[], level: number): void => {
    const done = level === PER_POINT ? ofPoints : new Uint8Array(nodes.length) // each loop computes what it needs of a row
    for (const node of needed(nodes, results)) {
      if (node.level !== level || done[node.id] !== 0 || kept[node.id] === 0 || node.op === 'total') continue
      done[node.id] = 1
      turns.push({ node })
    }
  }
  for (const loop of loops) {
    compute(loop.added, PER_POINT)
    turns.push({ begin: loop })
    compute(loop.added, PER_ROW)
    turns.push({ end: loop })
  }
  compute(outputs, PER_POINT)
  return turns
}

/** For each turn the nodes that nobody reads after it. What is read inside a loop must last until the loop ends. */
function lastUses(nodes: readonly Vector[], turns: readonly Turn[], outputs: readonly Vector[], kept: Uint8Array): Vector[][] {
  const seen = new Uint8Array(nodes.length)
  const lists: Vector[][] = turns.map(() => [])
  for (const node of outputs) forLeaves(node, kept, (leaf) => { seen[leaf.id] = 1 }) // these last to the end
  let endOfLoop = -1
  for (let turn = turns.length - 1; turn >= 0; turn--) {
    const what = turns[turn]
    if ('end' in what) endOfLoop = turn
    const use = (node: Vector): void => forLeaves(node, kept, (leaf) => {
      if (seen[leaf.id] !== 0) return
      seen[leaf.id] = 1
      if (leaf.op !== 'constant') lists[endOfLoop >= 0 && leaf.level < PER_ROW ? endOfLoop : turn].push(leaf)
    })
    if ('end' in what) what.end.added.forEach(use)
    else if ('begin' in what) endOfLoop = -1
    else what.node.args.forEach(use)
  }
  return lists
}

/** The locals that the expression of `node` reads. */
function forLeaves(node: Vector, kept: Uint8Array, visit: (leaf: Vector) => void): void {
  if (kept[node.id] !== 0) visit(node)
  else for (const a of node.args) forLeaves(a, kept, visit)
}
