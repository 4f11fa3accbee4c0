import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accelerated } from '../../../src/core/engine/accelerated.ts'
import { compile } from '../../../src/core/engine/compile.ts'
import { createMachine } from '../../../src/core/engine/wasm/machine.ts'
import { experimentOn } from '../../../src/core/experiment/create.ts'
import { resolve } from '../../../src/core/experiment/resolve.ts'
import type { Values } from '../../../src/core/fields.ts'
import type { Expression } from '../../../src/core/formula/ast.ts'
import type { Landscape } from '../../../src/core/landscape.ts'
import { reductions } from '../../../src/core/formula/names.ts'
import { OBJECTIVES } from '../../../src/core/objectives/index.ts'
import { expressions, read } from '../formula/arbitrary.ts'

const COORDINATES = ['x', 'y']
const machine = createMachine()
const VALUES = { a: 1.7, u: -0.4, beta1: 0.9, ['__proto__']: 2, constructor: 3 }

/** Every node of the grid is the point's own value, to the bit, whoever fills it; one NaN is as good as another. */
function same(landscape: Landscape, x: Float64Array, y: Float64Array, e: Expression, values: Values = VALUES): void {
  sameAs(landscape, landscape, x, y)
  sameAs(accelerated(landscape, e, COORDINATES, values, undefined, () => machine, 0), landscape, x, y)
}

function sameAs(filled: Landscape, landscape: Landscape, x: Float64Array, y: Float64Array): void {
  const rows = filled.grid?.().over(x, y)
  const out = new Float64Array(x.length * y.length)
  const middle = y.length >> 1
  rows?.(0, middle, out.subarray(0, middle * x.length))
  rows?.(middle, y.length, out.subarray(middle * x.length))
  for (let j = 0; j < y.length; j++) {
    for (let i = 0; i < x.length; i++) {
      const f = landscape.value(Float64Array.of(x[i], y[j]))
      if (!Object.is(out[j * x.length + i], f)) throw new Error(`(${x[i]}, ${y[j]}): ${out[j * x.length + i]} on the grid, ${f} alone`)
    }
  }
}

const special = fc.constantFrom(0, -0, 1, -1, NaN, Infinity, -Infinity, 5e-324, 1e300, -1e5)
const axis = (length: number) => fc.array(fc.oneof(fc.double({ noNaN: true, min: -5, max: 5 }), special), { minLength: 1, maxLength: length }).map((a) => Float64Array.from(a))

describe('a formula over a grid', () => {
  test('has the bits of its points, whatever the formula', () => {
    fc.assert(fc.property(expressions.filter((e) => reductions(e).length === 0), axis(20), axis(6), (e, x, y) => {
      same(compile(e, COORDINATES, VALUES), x, y, e)
    }), { numRuns: 300 })
  })

  test('has them on all of the catalogue, over more columns than a block has points', () => {
    for (const { id, domain, data } of OBJECTIVES) {
      if (domain.length !== 2 || data !== undefined) continue
      const side = ([lo, hi]: readonly [number, number], n: number) => Float64Array.from({ length: n }, (_, i) => lo + ((hi - lo) * i) / (n - 1))
      const experiment = experimentOn(id)
      const { landscape, expression, coordinates } = resolve(experiment)
      if (coordinates.join() === COORDINATES.join()) same(landscape, side(domain[0], 700), side(domain[1], 3), expression, experiment.params)
    }
  })

  test('has them in any pieces, over more columns and rows than are filled at once', () => {
    const e = read('(x^2 + y - 11)^2 + sin(x y) + x')
    for (const [width, height] of [[1, 200], [3, 70], [1023, 9], [1024, 5], [1025, 2], [2051, 3]]) {
      same(compile(e, COORDINATES, {}), Float64Array.from({ length: width }, (_, i) => i / 7 - 3), Float64Array.from({ length: height }, (_, j) => j / 9 - 2), e)
    }
  })

  test('goes to WebAssembly only where the grid is large for its formula', () => {
    let asked = 0
    const e = read('x^2 + y')
    const { grid } = accelerated(compile(e, COORDINATES, {}), e, COORDINATES, {}, undefined, () => { asked += 1; return machine }, 34)
    grid?.().over(new Float64Array(30), new Float64Array(33))
    expect(asked).toBe(0)
    grid?.().over(new Float64Array(30), new Float64Array(34))
    expect(asked).toBe(1)
  })

  test('leaves to its points only what takes both coordinates', () => {
    const cost = (text: string) => compile(read(text), COORDINATES, VALUES).grid?.().cost
    expect(cost('sin(x)^2 + exp(x) + cos(y)^3')).toBe(1)
    expect(cost('x^2')).toBe(1)
    expect(cost('sin(x y)')).toBe(9)
  })

  test('is not offered where rows of data are added up', () => {
    const rows = { name: 't', rows: 2, columns: [{ name: 't', values: Float64Array.of(1, 2) }] }
    expect(compile(read('mean((x*t + y)^2)'), COORDINATES, VALUES, rows).grid).toBeUndefined()
  })
})
