/**
 * The function that takes a pair of descents through several steps: what a step carries on stays in locals, so that the next one waits for
 * nothing else.
 */
import { CODE, TYPE, type Bytes } from './bytes.ts'
import { Emitter } from './emitter.ts'
import { planFor, type RowLoop } from './plan.ts'
import type { Vector, Vectors } from './vectors.ts'

/** Something that is carried on from step to step, and where, in bytes from the address of the lane. */
export interface Carried {
  /** Read before the first step and written after the last. */
  readonly column: number
  /** Written after every step, a pair of lanes after the other from here on, with room for `longest` steps each. */
  readonly path?: number
}

export interface TrajectoryLayout {
  readonly carried: readonly Carried[]
  /** Steps of a path at most. */
  readonly longest: number
  /** The numbers of the first step, and how many there are for each. */
  readonly uniforms: number
  readonly perStep: number
  readonly columns: readonly number[]
  readonly rows: number
}

/** Parameters: addresses of the first lane and behind the last one in a column, and the bytes of numbers for all steps. */
const AT = 0
const END = 1
const STEPS = 2
/** The row of the data, the numbers of this step, and this step of the first lane in the paths. */
const ROW = 3
const UNIFORM = 4
const PATH = 5
const FIRST_VECTOR = 6

/**
 * The code of the function. A step makes `next[k]` of `states[k]`, which are `layout.carried`. At least one number per step is needed to
 * count the steps by.
 */
export function trajectory(v: Vectors, states: readonly Vector[], next: readonly Vector[], loops: readonly RowLoop[], layout: TrajectoryLayout): Bytes {
  const { carried, perStep } = layout
  const uniform = { at: UNIFORM, offsets: Array.from({ length: perStep }, (_, k) => layout.uniforms + 8 * k) }
  const places = { point: { at: AT, offsets: [] }, row: { at: ROW, offsets: layout.columns }, rows: layout.rows, uniform, firstVector: FIRST_VECTOR }
  const emitter = new Emitter(planFor(v.nodes, next, loops), places, v.nodes.length)
  const { code } = emitter
  emitter.constants()
  const locals = states.map((state) => emitter.hold(state))
  code.byte(CODE.loop, TYPE.nothing)
  carried.forEach(({ column }, c) => {
    emitter.load(AT, column)
    emitter.set(locals[c])
  })
  code.byte(CODE.localGet, AT, CODE.i32Const).signed(layout.longest).byte(CODE.i32Mul, CODE.localSet, PATH)
  code.byte(CODE.i32Const).signed(0).byte(CODE.localSet, UNIFORM)
  code.byte(CODE.loop, TYPE.nothing)
  emitter.turns()
  next.forEach((node) => emitter.push(node)) // all of them before any state is overwritten
  locals.toReversed().forEach((local) => emitter.set(local))
  carried.forEach(({ path }, c) => {
    if (path !== undefined) emitter.store(PATH, path, () => emitter.get(locals[c]))
  })
  emitter.advance(PATH, 16)
  code.byte(CODE.localSet, PATH)
  emitter.advance(UNIFORM, 8 * perStep)
  code.byte(CODE.localGet, STEPS, CODE.i32LtU, CODE.brIf, 0, CODE.end)
  carried.forEach(({ column }, c) => emitter.store(AT, column, () => emitter.get(locals[c])))
  emitter.advance(AT, 16)
  code.byte(CODE.localGet, END, CODE.i32LtU, CODE.brIf, 0, CODE.end, CODE.end)
  return emitter.done(3)
}
