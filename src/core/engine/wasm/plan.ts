/** In which order the nodes of a function are computed, which of them wait in locals, and until when. */
import { PER_POINT, PER_ROW, type Vector } from './vectors.ts'

/** A loop over the rows of the data: `totals[k]` is what the vectors `added[k]` of all rows add up to, from the first row on. */
export interface RowLoop {
  readonly totals: readonly Vector[]
  readonly added: readonly Vector[]
}

/** Something that is done in its turn: a node gets its local, or a loop begins or ends. */
export type Turn = { readonly node: Vector } | { readonly begin: RowLoop } | { readonly end: RowLoop }

export interface Plan {
  /** All nodes that are needed, operands first. */
  readonly all: readonly Vector[]
  readonly turns: readonly Turn[]
  /** For each turn the nodes that nobody reads after it. */
  readonly lastUse: readonly (readonly Vector[])[]
}

/** An expression nested deeper than this takes a local on the way. */
const DEEPEST = 40

/**
 * How to compute `outputs`.
 * @param nodes all nodes of the graph, by id
 * @param loops in the order they run: later ones, and `outputs`, may read the totals of earlier ones
 */
export function planFor(nodes: readonly Vector[], outputs: readonly Vector[], loops: readonly RowLoop[]): Plan {
  const all = needed(nodes, [...outputs, ...loops.flatMap((loop) => loop.added)])
  const kept = keptInLocals(nodes.length, all, outputs, loops)
  const turns = inTurn(nodes, outputs, loops, kept)
  return { all, turns, lastUse: lastUses(nodes, turns, outputs, kept) }
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
    if (node.op === 'constant' || node.op === 'total' || node.op === 'rare' || node.op === 'state') kept[node.id] = 1
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
      if (node.level !== level || done[node.id] !== 0 || kept[node.id] === 0 || node.op === 'total' || node.op === 'state') continue
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
      if (leaf.op !== 'constant' && leaf.op !== 'state') lists[endOfLoop >= 0 && leaf.level < PER_ROW ? endOfLoop : turn].push(leaf)
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
