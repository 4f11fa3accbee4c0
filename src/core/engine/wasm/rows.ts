/** The function that fills rows of a grid: numbers of a row wait in locals while its points are computed. */
import { operandsFirst } from '../../autodiff/graph.ts'
import type { Split } from '../grid.ts'
import { CODE, TYPE } from './bytes.ts'
import { Emitter } from './emitter.ts'
import { HostFunctions, lower } from './lower.ts'
import { wrapped, type Module } from './module.ts'
import { planFor } from './plan.ts'
import { Vectors } from './vectors.ts'

/** Columns, and rows, of one call at most, and points that it answers: they stay in the first-level cache. */
export const SPAN = 1024
export const ROWS = 64
export const ANSWERS = 2048
/** From one column to the next, in doubles: no power of two, or all columns would compete for the same lines of the cache. */
export const PITCH = SPAN + 24

/** Pairs of points that are computed together: more where there is little to do for each. */
const [FEW, MANY] = [2, 4]
const LITTLE = 16

/** Parameters: the bytes of a row, the addresses of the numbers of the first row and behind those of the last, and of its first answer. */
const WIDTH = 0
const ROW = 1
const LAST = 2
const ANSWER = 3
/** How far into the row, and where the next answer goes. */
const AT = 4
const OUT = 5
const FIRST_VECTOR = 6

export interface RowsModule extends Pick<Module, 'bytes' | 'host' | 'size'> {
  /** Where in memory, counted in doubles, the numbers of the rows are, and the answers; column k of x is at k PITCH. */
  readonly numbers: number
  readonly answers: number
}

/** A program that computes the output of a split, which depends on both coordinates. */
export function rowsModule({ output, ofX, ofY }: Split): RowsModule {
  const v = new Vectors()
  const host = new HostFunctions()
  const numbers = ofX.length * PITCH
  const answers = numbers + ofY.length * ROWS
  const states = ofY.map((_, k) => v.make('state', [], k))
  const pair = (set: number) => lower([output], v, (k) => (k < ofX.length ? v.make('point', [], set * ofX.length + k) : states[k - ofX.length]), host)
  const together = operandsFirst([output]).length <= LITTLE ? MANY : FEW
  const pairs = Array.from({ length: together }, (_, set) => pair(set)).flat()
  const offsets = pairs.flatMap((_, set) => ofX.map((__, k) => 8 * k * PITCH + 16 * set))
  const nowhere = { at: AT, offsets: [] }
  const emitter = new Emitter(planFor(v.nodes, pairs, []), { point: { at: AT, offsets }, row: nowhere, rows: 0, uniform: nowhere, firstVector: FIRST_VECTOR }, v.nodes.length)
  const { code } = emitter
  emitter.constants()
  const locals = states.map((state) => emitter.hold(state))
  code.byte(CODE.loop, TYPE.nothing)
  locals.forEach((local, k) => {
    code.byte(CODE.localGet, ROW)
    emitter.lane('loadSplat').byte(3).unsigned(8 * k)
    emitter.set(local)
  })
  code.byte(CODE.i32Const).signed(0).byte(CODE.localSet, AT, CODE.localGet, ANSWER, CODE.localSet, OUT, CODE.loop, TYPE.nothing)
  emitter.turns()
  pairs.forEach((value, set) => emitter.store(OUT, 16 * set, () => emitter.push(value)))
  emitter.advance(OUT, 16 * together)
  code.byte(CODE.localSet, OUT)
  emitter.advance(AT, 16 * together)
  code.byte(CODE.localGet, WIDTH, CODE.i32LtU, CODE.brIf, 0, CODE.end)
  code.byte(CODE.localGet, ANSWER, CODE.localGet, WIDTH, CODE.i32Add, CODE.localSet, ANSWER)
  emitter.advance(ROW, 8 * ofY.length)
  code.byte(CODE.localGet, LAST, CODE.i32LtU, CODE.brIf, 0, CODE.end, CODE.end)
  return { bytes: wrapped(emitter.done(2), host.list, 4), host: host.list, size: answers + ANSWERS + 2 * together, numbers, answers }
}
