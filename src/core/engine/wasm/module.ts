/** A recipe -> a WebAssembly module with one function, which runs it over a chunk of points. */
import type { Recipe } from '../recipe.ts'
import { body, type Layout, type RowLoop } from './body.ts'
import { Bytes, TYPE } from './bytes.ts'
import { HostFunctions, lower } from './lower.ts'
import { Vectors } from './vectors.ts'

/** Points per call: their columns stay in the second-level cache, and code that V8 improves meanwhile is taken up at the next call. */
export const CHUNK = 2048

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
 * @param n number of coordinates
 * @param columns number of columns of the data, of `rows` > 0 numbers each, where the recipe has stages
 */
export function moduleFor({ stages, outputs }: Recipe, n: number, columns: number, rows: number): Module {
  const v = new Vectors()
  const host = new HostFunctions()
  const inputs = Array.from({ length: n }, (_, i) => v.make('point', [], i))
  const loops: RowLoop[] = []
  for (const stage of stages) {
    const input = (i: number) => (i < stage.first ? inputs[i] : v.make('row', [], i - stage.first))
    const added = lower(stage.outputs, v, input, host)
    const totals = added.map((_, k) => v.make('total', [], stage.first + k))
    loops.push({ totals, added })
    inputs.push(...(stage.mean ? totals.map((total) => v.div(total, v.constant(rows))) : totals))
  }
  const results = lower(outputs, v, (i) => inputs[i], host)
  const data = (n + results.length) * CHUNK
  const layout: Layout = {
    points: Array.from({ length: n }, (_, i) => 8 * i * CHUNK),
    outputs: results.map((_, k) => 8 * (n + k) * CHUNK),
    columns: Array.from({ length: columns }, (_, c) => 8 * (data + c * rows)),
    rows,
  }
  const size = data + (stages.length === 0 ? 0 : columns * rows)
  return { bytes: wrapped(body(v.nodes, results, loops, layout), host.list), host: host.list, inputs: n, data, size }
}

/** The module round a function's code: memory m and the host's functions come in, the function r goes out. */
function wrapped(code: Bytes, host: HostFunctions['list']): Uint8Array<ArrayBuffer> {
  const { i32, f64 } = TYPE
  const types = new Bytes().byte(3, 0x60, 1, i32, 0, 0x60, 1, f64, 1, f64, 0x60, 2, f64, f64, 1, f64)
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
