/** The function that computes a formula over columns of points. */
import { CODE, TYPE, type Bytes } from './bytes.ts'
import { cut, STRIP, WAITING, whole } from './cut.ts'
import { Emitter, joined } from './emitter.ts'
import { MOMENT } from './lower.ts'
import { planFor, type RowLoop } from './plan.ts'
import type { Vector } from './vectors.ts'

export interface Layout {
  /** Byte addresses of the columns of the points, of the outputs, and of the data. */
  readonly points: readonly number[]
  readonly outputs: readonly number[]
  readonly columns: readonly number[]
  readonly rows: number
  /** Where columns that wait begin. */
  readonly waiting: number
}

/** Local 0 is the parameter, the byte address behind the last pair of points in a column; then come these, then vectors. */
const END = 0
const AT = 1
const ROW = 2
/** The first pair of a strip, the one behind its last, and how far into it. */
const FROM = 3
const TO = 4
const INTO = 5
const FIRST_VECTOR = 6

/**
 * The code of a function that computes `outputs` for the points from address 0 to the one it is given, two at a time, and how many columns
 * wait meanwhile: long programs go piece by piece. With pauses.
 * @param nodes all nodes of the graph, by id
 * @param loops in the order they run: later ones, and `outputs`, may read the totals of earlier ones
 */
export function* body(nodes: readonly Vector[], outputs: readonly Vector[], loops: readonly RowLoop[], layout: Layout): Generator<undefined, { readonly code: Bytes; readonly waiting: number }, void> {
  const { pieces, waiting } = loops.length > 0 ? whole(nodes, outputs) : cut(nodes, outputs)
  const several = pieces.length > 1
  const point = { at: AT, offsets: layout.points }
  const row = { at: ROW, offsets: layout.columns }
  const waits = { at: INTO, offsets: Array.from({ length: waiting }, (_, k) => layout.waiting + WAITING * k) }
  const parts: Emitter[] = []
  let written = 0
  for (const [p, piece] of pieces.entries()) {
    const [first, last] = [p === 0, p === pieces.length - 1]
    const places = { point, row, rows: layout.rows, uniform: { at: AT, offsets: [] }, waiting: waits, firstVector: FIRST_VECTOR }
    const plan = planFor(piece.nodes, piece.outputs, loops)
    written += piece.nodes.length
    if (written > MOMENT) {
      written = 0
      yield undefined
    }
    const emitter = new Emitter(plan, places, piece.nodes.length)
    parts.push(emitter)
    const { code } = emitter
    if (first) {
      code.byte(CODE.localGet, END, CODE.localSet, TO)
      if (several) {
        code.byte(CODE.loop, TYPE.nothing, CODE.localGet, FROM, CODE.i32Const).signed(8 * STRIP).byte(CODE.i32Add, CODE.localTee, TO)
        code.byte(CODE.localGet, END, CODE.i32LtU, CODE.if, TYPE.nothing, CODE.else, CODE.localGet, END, CODE.localSet, TO, CODE.end)
      }
    }
    emitter.constants()
    code.byte(CODE.localGet, FROM, CODE.localSet, AT)
    if (several) code.byte(CODE.i32Const).signed(0).byte(CODE.localSet, INTO)
    code.byte(CODE.loop, TYPE.nothing)
    emitter.turns()
    piece.outputs.forEach((output, k) => {
      if (last) emitter.store(AT, layout.outputs[k], () => emitter.push(output))
      else emitter.store(INTO, waits.offsets[piece.columns[k]], () => emitter.push(output))
    })
    if (several) {
      emitter.advance(INTO, 16)
      code.byte(CODE.drop)
    }
    emitter.advance(AT, 16)
    code.byte(CODE.localGet, TO, CODE.i32LtU, CODE.brIf, 0, CODE.end)
    if (last && several) code.byte(CODE.localGet, TO, CODE.localTee, FROM, CODE.localGet, END, CODE.i32LtU, CODE.brIf, 0, CODE.end)
    if (last) code.byte(CODE.end)
  }
  return { code: joined(parts, 5), waiting }
}
