import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createGraph, type Node } from '../../../src/core/autodiff/graph.ts'
import { compileMap } from '../../../src/core/engine/map.ts'
import { assemblePoint } from '../../../src/core/engine/point.ts'
import { assemble } from '../../../src/core/engine/program.ts'
import { BINARY, UNARY, type BinaryOp, type UnaryOp } from '../../../src/core/formula/scalar.ts'
import { parse } from '../../../src/core/formula/parse.ts'

const isOneOf = <T extends string>(names: Readonly<Record<T, unknown>>) => (name: string): name is T => Object.hasOwn(names, name)
const unary = Object.keys(UNARY).filter(isOneOf<UnaryOp>(UNARY))
const binary = Object.keys(BINARY).filter(isOneOf<BinaryOp>(BINARY))
const number = fc.oneof(fc.double({ min: -5, max: 5, noNaN: true }), fc.constantFrom(0, -0, 1, -1, NaN, Infinity, -Infinity, 5e-324, 1e300, -1e160))
/** Operations on what is there by then: three inputs, a constant, and the results before. */
const operations = fc.array(fc.record({
  op: fc.constantFrom(...unary, ...binary, 'select', 'add', 'sub', 'mul', 'add', 'sub', 'mul'), of: fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60)),
}), { minLength: 1, maxLength: 30 })

it('a program for one point has the bits of the program over blocks, whichever inputs are uniform', () => {
  fc.assert(fc.property(operations, fc.tuple(number, number, number, number), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), (list, [constant, ...point], kinds) => {
    const graph = createGraph()
    const nodes: Node[] = [graph.input(0), graph.input(1), graph.input(2), graph.constant(constant)]
    for (const { op, of } of list) {
      const [a, b, c] = of.map((k) => nodes[k % nodes.length])
      nodes.push(op === 'select' ? graph.select(a, b, c) : isOneOf<UnaryOp>(UNARY)(op) ? graph.unary(op, a) : isOneOf<BinaryOp>(BINARY)(op) ? graph.binary(op, a, b) : a)
    }
    const outputs = nodes.slice(-4)
    const blocks = assemble(outputs, 3, (i) => kinds[i])
    const single = assemblePoint(outputs, 3, { isUniform: (i) => kinds[i] })
    point.forEach((v, i) => {
      const register = blocks.inputs[i]
      if (register !== undefined) register[0] = v
      if (single.inputs[i] >= 0) single.registers[single.inputs[i]] = v
    })
    blocks.prepare(1)
    blocks.run(1)
    single.prepare()
    single.run()
    expect(Array.from(single.outputs, (at) => single.registers[at])).toEqual(blocks.outputs.map(({ register }) => register[0]))
  }), { numRuns: 400 })
})

it('a map over few elements has the bits of one over many, in place as well', () => {
  const read = (text: string) => {
    const result = parse(text)
    if (!result.ok) throw new Error(text)
    return result.value
  }
  const map = compileMap([{ name: 'm', expression: read('b*m + (1-b)*g') }, { name: 'x', expression: read('x - k*m/(1-b^t)') }], ['x', 'g', 'm', 't', 'b', 'k'])
  const column = fc.array(number, { minLength: 9, maxLength: 9 })
  fc.assert(fc.property(column, column, column, fc.integer({ min: 1, max: 50 }), number, fc.integer({ min: 1, max: 4 }), (x, g, m, t, b, few) => {
    const [manyX, manyM, fewX, fewM] = [x, m, x, m].map((values) => Float64Array.from(values))
    const slope = Float64Array.from(g)
    map.run([manyX, slope, manyM, t, b, 0.1], [manyM, manyX], 9)
    map.run([fewX, slope, fewM, t, b, 0.1], [fewM, fewX], few)
    expect(Array.from(fewX)).toEqual([...manyX.subarray(0, few), ...x.slice(few)])
    expect(Array.from(fewM)).toEqual([...manyM.subarray(0, few), ...m.slice(few)])
  }))
})
