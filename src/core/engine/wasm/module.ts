/** A recipe -> a WebAssembly module with one function, which runs it over a chunk of points. */
import { atOnce } from '../../at-once.ts'
import type { Recipe } from '../recipe.ts'
import { body, type Layout } from './body.ts'
import { Bytes, TYPE } from './bytes.ts'
import { WAITING } from './cut.ts'
import { HostFunctions, lowering, MOMENT } from './lower.ts'
import type { RowLoop } from './plan.ts'
import { Vectors, type Vector } from './vectors.ts'

/** Points per call: as many as are asked for at once as a rule; code that V8 improves meanwhile is taken up at the next call. */
export const CHUNK = 4096

export interface Module {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly host: HostFunctions['list']
  /**
   * Where in memory, counted in doubles: column i of the points at i CHUNK, output k at (inputs + k) CHUNK, column c of the data at
   * data + c rows.
   */
  readonly inputs: number
  readonly data: number
  /** Doubles in all. */
  readonly size: number
}

/**
 * The module, with pauses where it is a long one.
 * @param n number of coordinates
 * @param columns number of columns of the data, of `rows` > 0 numbers each, where the recipe has stages
 */
export function* moduleFor(recipe: Recipe, n: number, columns: number, rows: number): Generator<undefined, Module, void> {
  const v = new Vectors()
  const host = new HostFunctions()
  const { results: [results], loops } = yield* computing(recipe, [Array.from({ length: n }, (_, i) => v.make('point', [], i))], rows, v, host)
  const data = (n + results.length) * CHUNK
  const size = data + (recipe.stages.length === 0 ? 0 : columns * rows)
  const layout: Layout = {
    points: Array.from({ length: n }, (_, i) => 8 * i * CHUNK),
    outputs: results.map((_, k) => 8 * (n + k) * CHUNK),
    columns: Array.from({ length: columns }, (_, c) => 8 * (data + c * rows)),
    rows,
    waiting: 8 * size,
  }
  const { code, waiting } = yield* body(v.nodes, results, loops, layout)
  if (v.nodes.length > MOMENT) yield undefined
  return { bytes: wrapped(code, host.list, 1), host: host.list, inputs: n, data, size: size + (waiting * WAITING) / 8 }
}

/** The module round the code of a function of `addresses` parameters: memory m and the host's functions come in, the function r goes out. */
export function wrapped(code: Bytes, host: HostFunctions['list'], addresses: number): Uint8Array<ArrayBuffer> {
  const { i32, f64 } = TYPE
  const types = new Bytes().byte(3, 0x60, addresses, ...new Array<number>(addresses).fill(i32), 0, 0x60, 1, f64, 1, f64, 0x60, 2, f64, f64, 1, f64)
  const imports = new Bytes().unsigned(host.length + 1).text('m').text('m').byte(2, 0, 1)
  host.forEach(({ arity }, k) => imports.text('h').text(String(k)).byte(0, arity))
  const functions = new Bytes().byte(1, 0)
  const exports = new Bytes().byte(1).text('r').byte(0).unsigned(host.length)
  const codes = new Bytes().byte(1).sized(code)
  const module = new Bytes().byte(0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
  const sections: readonly (readonly [id: number, content: Bytes])[] = [[1, types], [2, imports], [3, functions], [7, exports], [10, codes]]
  for (const [id, content] of sections) module.byte(id).sized(content)
  return module.done()
}

/** What `computing` makes, without pauses. */
export const computed = (...given: Parameters<typeof computing>): Computed => atOnce(computing(...given))

interface Computed {
  readonly results: Vector[][]
  readonly loops: RowLoop[]
}

/** The values of a recipe's outputs at several points, whose coordinates are the inputs, and the loops over rows that they need: one for all points. */
export function* computing({ stages, outputs }: Recipe, points: readonly (readonly Vector[])[], rows: number, v: Vectors, host: HostFunctions): Generator<undefined, Computed, void> {
  const inputs = points.map((point) => [...point])
  const loops: RowLoop[] = []
  let totals = 0
  for (const stage of stages) {
    const loop = { totals: [] as Vector[], added: [] as Vector[] }
    for (const given of inputs) {
      const added = yield* lowering(stage.outputs, v, (i) => (i < stage.first ? given[i] : v.make('row', [], i - stage.first)), host)
      const sums = added.map(() => v.make('total', [], totals++))
      loop.totals.push(...sums)
      loop.added.push(...added)
      given.push(...(stage.mean ? sums.map((total) => v.div(total, v.constant(rows))) : sums))
    }
    loops.push(loop)
  }
  const results: Vector[][] = []
  for (const given of inputs) results.push(yield* lowering(outputs, v, (i) => given[i], host))
  return { loops, results }
}
