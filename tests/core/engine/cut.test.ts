import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accelerated } from '../../../src/core/engine/accelerated.ts'
import { compile } from '../../../src/core/engine/compile.ts'
import { cut } from '../../../src/core/engine/wasm/cut.ts'
import { createMachine, type Machine } from '../../../src/core/engine/wasm/machine.ts'
import { Vectors, type Vector } from '../../../src/core/engine/wasm/vectors.ts'
import { parse } from '../../../src/core/formula/parse.ts'
import { expectSame } from '../../same.ts'

/** A graph whose operations read any of those before them. */
const graphs = fc.array(fc.tuple(fc.constantFrom('add', 'mul', 'sub'), fc.nat(), fc.nat()), { minLength: 1, maxLength: 300 }).map((operations) => {
  const v = new Vectors()
  const nodes: Vector[] = [v.make('point', [], 0), v.make('point', [], 1), v.constant(2)]
  for (const [op, a, b] of operations) nodes.push(v.make(op, [nodes[a % nodes.length], nodes[Math.max(0, nodes.length - 1 - (b % 40))]]))
  return { v, made: nodes }
})

/** What a graph gives, in whole numbers modulo 2^32. */
function run(nodes: readonly Vector[], outputs: readonly Vector[], waiting: readonly number[]): number[] {
  const values = new Map<Vector, number>()
  for (const node of nodes) {
    const [a, b] = node.args.map((arg) => values.get(arg) ?? NaN)
    values.set(node, node.op === 'point' ? 3 + node.value : node.op === 'constant' ? 2 : node.op === 'waiting' ? waiting[node.value]
      : node.op === 'mul' ? Math.imul(a, b) : node.op === 'add' ? (a + b) | 0 : (a - b) | 0)
  }
  return outputs.map((node) => values.get(node) ?? NaN)
}

describe('a long program in pieces', () => {
  it('computes what it does in one, whatever its graph', () => {
    fc.assert(fc.property(graphs, fc.integer({ min: 2, max: 60 }), fc.array(fc.nat(), { minLength: 1, maxLength: 7 }), ({ v, made }, size, picks) => {
      const outputs = picks.map((pick) => made[pick % made.length])
      const { pieces, waiting } = cut(v.nodes, outputs, size, 0)
      const columns = new Array<number>(waiting).fill(NaN)
      let last: number[] = []
      for (const piece of pieces) {
        last = run(piece.nodes, piece.outputs, columns)
        piece.columns.forEach((column, k) => { columns[column] = last[k] })
      }
      expect(last).toEqual(run(v.nodes, outputs, []))
    }))
  })

  it('has none that is longer than twice what was asked for, however long it is', () => {
    fc.assert(fc.property(graphs, fc.integer({ min: 2, max: 60 }), ({ v, made }, size) => {
      const { pieces } = cut(v.nodes, [made[made.length - 1]], size, 0)
      for (const { nodes } of pieces.length > 1 ? pieces : []) expect(nodes.filter(({ op }) => op === 'add' || op === 'sub' || op === 'mul').length).toBeLessThanOrEqual(2 * size)
    }))
  })

  it.each([
    ['hundreds of terms', Array.from({ length: 120 }, (_, k) => `(x+${k})*(y-${k})*x`).join('+')],
    ['what is read again from end to end', `(${Array.from({ length: 60 }, (_, k) => `(x*y+${k})`).join('*')})/(${Array.from({ length: 60 }, (_, k) => `(x*y+${k})`).join('+')})`],
  ])('gives the bits of the interpreter for %s, at any count of points', (_, formula) => {
    const parsed = parse(formula)
    if (!parsed.ok) throw new Error(parsed.issues[0].says)
    const slow = compile(parsed.value, ['x', 'y'], {})
    const machine = createMachine()
    let loads = 0
    const load: Machine['load'] = (module) => {
      loads++
      return machine?.load(module)
    }
    const fast = accelerated(slow, parsed.value, ['x', 'y'], {}, undefined, () => machine && { ...machine, load }, 0)
    const column = (): Float64Array => new Float64Array(1)
    // Of a long formula some of the program is made at each asking.
    for (let k = 0; k < 9; k++) fast.block([column(), column()], 1, column(), [column(), column()], [column(), column(), column(), column()])
    expect(loads).toBe(1)
    for (const count of [1, 127, 128, 129, 300, 4096, 4999]) {
      const points = [0, 1].map((i) => Float64Array.from({ length: count }, (__, k) => Math.sin(k * (i + 1)) * (k % 7 === 0 ? 1e200 : 3)))
      const answers = [slow, fast].map((landscape) => {
        const columns = Array.from({ length: 7 }, () => new Float64Array(count))
        landscape.block(points, count, columns[0], columns.slice(1, 3), columns.slice(3))
        return columns
      })
      expectSame(answers[1], answers[0])
    }
  })
})
