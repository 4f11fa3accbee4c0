/**
 * The function that takes descents through several steps, one step of all of them after the other: what a step carries on is in columns in
 * the first-level cache, so that no pair of descents waits for its own step before, and the registers are free for arithmetic.
 */
import { CODE, TYPE, type Bytes } from './bytes.ts'
import { Emitter } from './emitter.ts'
import { planFor, type RowLoop } from './plan.ts'
import type { Vector, Vectors } from './vectors.ts'

/** What is made of a step: where it goes, in bytes from the address of the lane. */
export interface Carried {
  readonly column: number
  readonly next: Vector
  /** Where it goes as well after every step, a pair of lanes after the other from here on, with room for `longest` steps each. */
  readonly path?: number
  /** Set where it is made of its own column, which nothing else reads, and of what else comes next. */
  readonly sums?: true
}

export interface AbreastLayout {
  /** The columns that `point` nodes are read from, by their numbers. */
  readonly points: readonly number[]
  /** Steps of a path at most. */
  readonly longest: number
  /** The numbers of the first step, and how many there are for each: `state` nodes. */
  readonly uniforms: number
  readonly perStep: number
  readonly columns: readonly number[]
  readonly rows: number
  /** After the last step, `to` becomes the sum of itself and of these columns. */
  readonly total: { readonly to: number; readonly of: readonly number[] }
  /** Where the least and the most of these paths goes. */
  readonly bounds: readonly { readonly path: number; readonly low: number; readonly high: number }[]
}

/** Parameters: addresses of the first lane and behind the last one in a column, and the bytes of numbers for all steps. */
const FROM = 0
const END = 1
const STEPS = 2
/** The row of the data, the numbers of this step, this step of the first lane and of this one in the paths, this lane in a column. */
const ROW = 3
const UNIFORM = 4
const FIRST_PATH = 5
const PATH = 6
const AT = 7
const FIRST_VECTOR = 8

/**
 * The code of the function; two lanes go side by side, and all that comes next of them is computed before any of it is
 * written. At least one number per step is needed to count the steps by.
 * @param uniforms the `state` nodes, one for each number of a step
 */
export function abreast(v: Vectors, carried: readonly Carried[], uniforms: readonly Vector[], loops: readonly RowLoop[], layout: AbreastLayout): Bytes {
  const { points, longest, perStep, rows, columns, total, bounds } = layout
  const nowhere = { at: AT, offsets: [] }
  const places = { point: { at: AT, offsets: points }, row: { at: ROW, offsets: columns }, rows, uniform: nowhere, firstVector: FIRST_VECTOR }
  // Read twice, what comes next waits in a local until all of it is there.
  const outputs = carried.flatMap(({ next, sums }) => (sums ? [next] : [next, next]))
  const emitter = new Emitter(planFor(v.nodes, outputs, loops), places, v.nodes.length)
  const { code } = emitter
  emitter.constants()
  const numbers = uniforms.map((node) => emitter.hold(node))
  const pairs = (each: () => void): void => {
    code.byte(CODE.localGet, FROM, CODE.localSet, AT, CODE.loop, TYPE.nothing)
    each()
    emitter.advance(AT, 16)
    code.byte(CODE.localGet, END, CODE.i32LtU, CODE.brIf, 0, CODE.end)
  }
  code.byte(CODE.i32Const).signed(0).byte(CODE.localSet, UNIFORM)
  code.byte(CODE.localGet, FROM, CODE.i32Const).signed(longest).byte(CODE.i32Mul, CODE.localSet, FIRST_PATH)
  code.byte(CODE.loop, TYPE.nothing)
  numbers.forEach((local, k) => {
    code.byte(CODE.localGet, UNIFORM)
    emitter.lane('loadSplat').byte(3).unsigned(layout.uniforms + 8 * k)
    emitter.set(local)
  })
  code.byte(CODE.localGet, FIRST_PATH, CODE.localSet, PATH)
  pairs(() => {
    emitter.turns()
    for (const { next, column, path } of carried) {
      emitter.store(AT, column, () => emitter.push(next))
      if (path !== undefined) emitter.store(PATH, path, () => emitter.push(next))
    }
    emitter.advance(PATH, 16 * longest)
    code.byte(CODE.localSet, PATH)
  })
  emitter.advance(FIRST_PATH, 16)
  code.byte(CODE.localSet, FIRST_PATH)
  emitter.advance(UNIFORM, 8 * perStep)
  code.byte(CODE.localGet, STEPS, CODE.i32LtU, CODE.brIf, 0, CODE.end)
  const [low, high, here] = [emitter.fresh(), emitter.fresh(), emitter.fresh()]
  code.byte(CODE.localGet, FROM, CODE.i32Const).signed(longest).byte(CODE.i32Mul, CODE.localSet, FIRST_PATH)
  pairs(() => {
    emitter.store(AT, total.to, () => {
      emitter.load(AT, total.to)
      for (const column of total.of) {
        emitter.load(AT, column)
        emitter.lane('add')
      }
    })
    for (const bound of bounds) {
      emitter.load(FIRST_PATH, bound.path)
      emitter.set(low)
      emitter.get(low)
      emitter.set(high)
      code.byte(CODE.localGet, FIRST_PATH, CODE.localSet, PATH)
      code.byte(CODE.i32Const).signed(0).byte(CODE.localSet, UNIFORM, CODE.loop, TYPE.nothing)
      emitter.load(PATH, bound.path)
      emitter.set(here)
      for (const [local, op] of [[low, 'least'], [high, 'most']] as const) {
        emitter.get(local)
        emitter.get(here)
        emitter.lane(op)
        emitter.set(local)
      }
      emitter.advance(PATH, 16)
      code.byte(CODE.localSet, PATH)
      emitter.advance(UNIFORM, 8 * perStep)
      code.byte(CODE.localGet, STEPS, CODE.i32LtU, CODE.brIf, 0, CODE.end)
      emitter.store(AT, bound.low, () => emitter.get(low))
      emitter.store(AT, bound.high, () => emitter.get(high))
    }
    emitter.advance(FIRST_PATH, 16 * longest)
    code.byte(CODE.localSet, FIRST_PATH)
  })
  code.byte(CODE.end)
  return emitter.done(5)
}
