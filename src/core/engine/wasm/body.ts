/** The function that computes a formula over columns of points. */
import { CODE, TYPE, type Bytes } from './bytes.ts'
import { Emitter } from './emitter.ts'
import { planFor, type RowLoop } from './plan.ts'
import type { Vector } from './vectors.ts'

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

/**
 * The code of a function that computes `outputs` for the points from address 0 to the one it is given, two at a time.
 * @param nodes all nodes of the graph, by id
 * @param loops in the order they run: later ones, and `outputs`, may read the totals of earlier ones
 */
export function body(nodes: readonly Vector[], outputs: readonly Vector[], loops: readonly RowLoop[], layout: Layout): Bytes {
  const point = { at: AT, offsets: layout.points }
  const places = { point, row: { at: ROW, offsets: layout.columns }, rows: layout.rows, uniform: { at: AT, offsets: [] }, firstVector: FIRST_VECTOR }
  const emitter = new Emitter(planFor(nodes, outputs, loops), places, nodes.length)
  const { code } = emitter
  emitter.constants()
  code.byte(CODE.loop, TYPE.nothing)
  emitter.turns()
  outputs.forEach((output, k) => emitter.store(AT, layout.outputs[k], () => emitter.push(output)))
  emitter.advance(AT, 16)
  code.byte(CODE.localGet, END, CODE.i32LtU, CODE.brIf, 0, CODE.end, CODE.end)
  return emitter.done(2)
}
