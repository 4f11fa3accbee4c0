import { describe, expect, test } from 'vitest'
import { compileMap } from '../../../src/core/engine/map.ts'
import { read } from '../formula/arbitrary.ts'

const adam = compileMap([
  { name: 'm', expression: read('beta1*m + (1 - beta1)*g') },
  { name: 'v', expression: read('beta2*v + (1 - beta2)*g^2') },
  { name: 'x', expression: read('x - lr*(m/(1 - beta1^t))/(sqrt(v/(1 - beta2^t)) + eps)') },
], ['x', 'g', 'm', 'v', 't', 'lr', 'beta1', 'beta2', 'eps'])

const column = (n: number, f: (i: number) => number): Float64Array => Float64Array.from({ length: n }, (_, i) => f(i))

describe('elementwise maps', () => {
  test("Adam's first step has length lr on each axis, whatever the gradient", () => {
    const [x, m, v] = [Float64Array.of(1, 2, 3), new Float64Array(3), new Float64Array(3)]
    adam.run([x, Float64Array.of(5, -1e-3, 400), m, v, 1, 0.1, 0.9, 0.999, 1e-8], [m, v, x], 3)
    expect(x[0]).toBeCloseTo(0.9, 8)
    expect(x[1]).toBeCloseTo(2.1, 5)
    expect(x[2]).toBeCloseTo(2.9, 8)
    expect(m[0]).toBeCloseTo(0.5, 14)
  })

  test('a formula reads inputs, and the new values of the formulas before it', () => {
    const map = compileMap([
      { name: 'u', expression: read('u + w') },
      { name: 'w', expression: read('10 u + w') },
      { name: 'z', expression: read('w - u') },
    ], ['u', 'w'])
    const outputs = [new Float64Array(1), new Float64Array(1), new Float64Array(1)]
    map.run([Float64Array.of(1), Float64Array.of(2)], outputs, 1)
    expect(outputs.map((o) => o[0])).toEqual([3, 32, 29])
    expect(map.outputs).toEqual(['u', 'w', 'z'])
  })

  test('a number does what a column of that number does, bit for bit, in any length', () => {
    for (const n of [1, 2, 7, 512, 513, 2000]) {
      const fill = (value: number): Float64Array => new Float64Array(n).fill(value)
      const g = column(n, (i) => Math.sin(i) * 3)
      const start = (): Float64Array[] => [column(n, Math.cos), column(n, (i) => 0.01 * i), column(n, (i) => 0.02 * i)]
      const [x1, m1, v1] = start()
      const [x2, m2, v2] = start()
      adam.run([x1, g, m1, v1, 3, 0.01, 0.9, 0.999, 1e-8], [m1, v1, x1], n)
      adam.run([x2, g, m2, v2, fill(3), fill(0.01), fill(0.9), fill(0.999), fill(1e-8)], [m2, v2, x2], n)
      expect([x2, m2, v2]).toEqual([x1, m1, v1])
    }
  })

  test('outputs that are not asked for are not written, and results that all elements share are spread', () => {
    const map = compileMap([{ name: 'a', expression: read('x + 1') }, { name: 'b', expression: read('2 k') }, { name: 'c', expression: read('3') }], ['x', 'k'])
    const [b, c] = [new Float64Array(3), new Float64Array(3)]
    map.run([Float64Array.of(1, 2, 3), 5], [undefined, b, c], 3)
    expect([[...b], [...c]]).toEqual([[10, 10, 10], [3, 3, 3]])
  })

  test('numbers that change from call to call are read anew, also in max, if and powers', () => {
    const map = compileMap([{ name: 'y', expression: read('if(x < k, max(x, k)^p, min(x, -k))') }], ['x', 'k', 'p'])
    const y = new Float64Array(2)
    map.run([Float64Array.of(1, 9), 3, 2], [y], 2)
    expect([...y]).toEqual([9, -3])
    map.run([Float64Array.of(1, 9), 10, 0.5], [y], 2)
    expect([...y]).toEqual([Math.sqrt(10), Math.sqrt(10)])
  })

  test('booleans as 0 or 1 choose a formula', () => {
    const map = compileMap([{ name: 'd', expression: read('if(nesterov, g + momentum*m, m)') }], ['g', 'm', 'momentum', 'nesterov'])
    const d = new Float64Array(1)
    map.run([Float64Array.of(2), Float64Array.of(10), 0.5, 1], [d], 1)
    expect(d[0]).toBe(7)
    map.run([Float64Array.of(2), Float64Array.of(10), 0.5, 0], [d], 1)
    expect(d[0]).toBe(10)
  })

  test('a name that stands for nothing is refused', () => {
    expect(() => compileMap([{ name: 'x', expression: read('x - lr g') }], ['x', 'g'])).toThrow('"lr" at column 5 has no value.')
  })
})
