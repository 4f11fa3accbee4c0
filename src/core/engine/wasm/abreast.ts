/**
 * The function that takes descents through several steps, a few steps of all of them after the other: what these carry on is in columns in
 * the first-level cache, so that no pair of descents waits for its own step before, and the registers are free for arithmetic.
 */
import { CODE, TYPE, type Bytes } from './bytes.ts'
import { Emitter, joined } from './emitter.ts'
import { MOMENT } from './lower.ts'
import { planFor, type RowLoop } from './plan.ts'
import type { Vector, Vectors } from './vectors.ts'

/** What a step makes: where it goes, in bytes from the address of the lane. */
export interface Carried {
  readonly column: number
  /** Where it goes as well after every step, a pair of lanes after the other from here on, with room for `longest` steps each. */
  readonly path?: number
  /** Set where it is made of its own column, which nothing else reads, and of what else comes next. */
  readonly sums?: true
}

/** So many steps at once: for each of them what comes next of all that is carried, and its numbers, which are `state` nodes. */
export interface Pass {
  readonly next: readonly (readonly Vector[])[]
  /** Those of all steps one after the other; only those of the first step where all have the same. */
  readonly uniforms: readonly Vector[]
}

export interface AbreastLayout {
  /** The columns that `point` nodes are read from, by their numbers. */
  readonly points: readonly number[]
  /** Steps of a path at most. */
  readonly longest: number
  /** The numbers of the first step, and how many there are for each. */
  readonly uniforms: number
  readonly perStep: number
  readonly columns: readonly number[]
  readonly rows: number
  /** What becomes of these after the last step, computed of the columns as they are then. */
  readonly after: readonly { readonly column: number; readonly value: Vector }[]
  /** Where the least and the most of these paths goes. */
  readonly bounds: readonly { readonly path: number; readonly last: number; readonly low: number; readonly high: number }[]
  /** Where 0 goes for lanes whose iterates all were at most so far from 0 in each coordinate, and NaN for others. */
  readonly within?: { readonly column: number; readonly reach: number }
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
 * written. At least one number per step is needed to count the steps by. Where there is much to write, with pauses.
 * @param passes those of more steps first, the last one of a single step
 */
export function* abreast(v: Vectors, carried: readonly Carried[], passes: readonly Pass[], loops: readonly RowLoop[], layout: AbreastLayout): Generator<undefined, Bytes, void> {
  const { points, longest, perStep, rows, columns, after, bounds, within } = layout
  const nowhere = { at: AT, offsets: [] }
  const parts: Emitter[] = []
  const begin = (outputs: readonly Vector[], rowLoops: readonly RowLoop[]): Emitter => {
    const places = { point: { at: AT, offsets: points }, row: { at: ROW, offsets: columns }, rows, uniform: nowhere, firstVector: FIRST_VECTOR }
    const emitter = new Emitter(planFor(v.nodes, outputs, rowLoops), places, v.nodes.length)
    parts.push(emitter)
    emitter.constants()
    return emitter
  }
  const pairs = (emitter: Emitter, each: () => void): void => {
    const { code } = emitter
    code.byte(CODE.localGet, FROM, CODE.localSet, AT, CODE.loop, TYPE.nothing)
    each()
    emitter.advance(AT, 16)
    code.byte(CODE.localGet, END, CODE.i32LtU, CODE.brIf, 0, CODE.end)
  }

  for (const [p, { next, uniforms }] of passes.entries()) {
    const last = next[next.length - 1]
    // Read twice, what comes next waits in a local until all of it is there.
    const early = next.slice(0, -1).flatMap((step) => step.filter((_, c) => carried[c].path !== undefined || carried[c].sums))
    const emitter = begin([...early, ...early, ...last.flatMap((node, c) => (carried[c].sums ? [node] : [node, node]))], loops)
    if (v.nodes.length > MOMENT) yield undefined
    const { code } = emitter
    const numbers = uniforms.map((node) => emitter.hold(node))
    const paths = carried.flatMap(({ path }, c) => (path === undefined ? [] : next.map((step, s) => ({ node: step[c], to: path + 16 * s }))))
    if (p === 0) {
      code.byte(CODE.i32Const).signed(0).byte(CODE.localSet, UNIFORM)
      code.byte(CODE.localGet, FROM, CODE.i32Const).signed(longest).byte(CODE.i32Mul, CODE.localSet, FIRST_PATH)
    }
    const bytes = 8 * perStep * next.length
    code.byte(CODE.block, TYPE.nothing, CODE.loop, TYPE.nothing)
    code.byte(CODE.localGet, STEPS, CODE.localGet, UNIFORM, CODE.i32Const).signed(bytes).byte(CODE.i32Add, CODE.i32LtU, CODE.brIf, 1)
    numbers.forEach((local, k) => {
      code.byte(CODE.localGet, UNIFORM)
      emitter.lane('loadSplat').byte(3).unsigned(layout.uniforms + 8 * k)
      emitter.set(local)
    })
    code.byte(CODE.localGet, FIRST_PATH, CODE.localSet, PATH)
    pairs(emitter, () => {
      // Iterates on the way are written as soon as they are there: their local is soon free.
      const written = new Set<number>()
      const write = (node: Vector, to: number): void => {
        written.add(to)
        emitter.store(PATH, to, () => emitter.push(node))
      }
      emitter.turns((taken) => paths.forEach(({ node, to }) => { if (node === taken) write(node, to) }))
      last.forEach((node, c) => emitter.store(AT, carried[c].column, () => emitter.push(node)))
      for (const { node, to } of paths) if (!written.has(to)) write(node, to)
      emitter.advance(PATH, 16 * longest)
      code.byte(CODE.localSet, PATH)
    })
    emitter.advance(FIRST_PATH, 16 * next.length)
    code.byte(CODE.localSet, FIRST_PATH)
    emitter.advance(UNIFORM, bytes)
    code.byte(CODE.drop, CODE.br, 0, CODE.end, CODE.end)
  }

  if (v.nodes.length > MOMENT) yield undefined
  const emitter = begin(after.map(({ value }) => value), [])
  const { code } = emitter
  const [low, high, here, inside] = [emitter.fresh(), emitter.fresh(), emitter.fresh(), emitter.fresh()]
  code.byte(CODE.localGet, FROM, CODE.i32Const).signed(longest).byte(CODE.i32Mul, CODE.localSet, FIRST_PATH)
  pairs(emitter, () => {
    emitter.turns()
    for (const { column, value } of after) emitter.store(AT, column, () => emitter.push(value))
    bounds.forEach((bound, b) => {
      const compare = (): void => {
        emitter.set(here)
        for (const [local, op] of [[low, 'least'], [high, 'most']] as const) {
          emitter.get(local)
          emitter.get(here)
          emitter.lane(op)
          emitter.set(local)
        }
      }
      emitter.load(FIRST_PATH, bound.path)
      emitter.set(low)
      emitter.get(low)
      emitter.set(high)
      // Nearly all calls are of the longest path: for them written out.
      code.byte(CODE.localGet, STEPS, CODE.i32Const).signed(8 * perStep * longest).byte(CODE.i32LtU, CODE.if, TYPE.nothing)
      code.byte(CODE.localGet, FIRST_PATH, CODE.localSet, PATH)
      code.byte(CODE.i32Const).signed(0).byte(CODE.localSet, UNIFORM, CODE.loop, TYPE.nothing)
      emitter.load(PATH, bound.path)
      compare()
      emitter.advance(PATH, 16)
      code.byte(CODE.localSet, PATH)
      emitter.advance(UNIFORM, 8 * perStep)
      code.byte(CODE.localGet, STEPS, CODE.i32LtU, CODE.brIf, 0, CODE.end, CODE.else)
      for (let s = 1; s < longest; s++) {
        emitter.load(FIRST_PATH, bound.path + 16 * s)
        compare()
      }
      code.byte(CODE.end)
      emitter.store(AT, bound.low, () => emitter.get(low))
      emitter.store(AT, bound.high, () => emitter.get(high))
      if (within === undefined) return
      // Bounds pass over an iterate that is no number, but then the last one is none either.
      emitter.number(-within.reach)
      emitter.get(low)
      emitter.lane('le')
      emitter.get(high)
      emitter.number(within.reach)
      emitter.lane('le')
      emitter.lane('and')
      emitter.load(AT, bound.last)
      emitter.load(AT, bound.last)
      emitter.lane('eq')
      emitter.lane('and')
      if (b > 0) {
        emitter.get(inside)
        emitter.lane('and')
      }
      emitter.set(inside)
    })
    if (within !== undefined) {
      emitter.store(AT, within.column, () => {
        emitter.get(inside)
        emitter.lane('not') // all bits are a NaN, none are 0
      })
    }
    emitter.advance(FIRST_PATH, 16 * longest)
    code.byte(CODE.localSet, FIRST_PATH)
  })
  code.byte(CODE.end)
  return joined(parts, 5)
}
