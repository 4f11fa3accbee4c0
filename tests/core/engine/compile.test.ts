import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differentiate } from '../../../src/core/autodiff/oracle.ts'
import { compile } from '../../../src/core/engine/compile.ts'
import type { Expression } from '../../../src/core/formula/ast.ts'
import { FUNCTIONS } from '../../../src/core/formula/functions.ts'
import { expressions, read, ROWS } from '../formula/arbitrary.ts'

const VALUES = { a: 1.7, u: -0.4, beta1: 0.9, ['__proto__']: 2, constructor: 3 }
const coordinate = fc.oneof(fc.double({ min: -5, max: 5, noNaN: true }), fc.constantFrom(0, -0, 1, -1, 1e5, 1e300, Infinity, NaN))

const LANDSCAPES = [
  '(1 - x)^2 + 100(y - x^2)^2', '(x^2 + y - 11)^2 + (x + y^2 - 7)^2', 'x cos(pi x) + 0.2 cos(5 pi x)', 'x^2 - y^2', '5', 'y', 'x',
  '-20 exp(-0.2 sqrt(0.5(x^2 + y^2))) - exp(0.5(cos(2 pi x) + cos(2 pi y))) + e + 20', '20 + x^2 - 10cos(2pi x) + y^2 - 10cos(2pi y)',
  'tanh(x) + sigmoid(y)', 'x^y', 'max(x^2, y) + min(x, y)', 'if(x < y, x^3, sin(y))', 'abs(x - y) + hypot(x, y)', 'atan2(y, x)', 'log(-1 - x^2)',
  'mean((x u + y - a)^2)', 'sum(log(1 + exp(-u (x a + y)))) + x^2', 'mean((x u - mean(x u))^2) + y', 'sum((u - mean(u))^2) x - sum(3)',
  'mean(abs(x)^a) y^sum(u)',
]

/** All of value, gradient and Hessian at many points, point by point. */
function single(e: Expression, points: readonly Float64Array[], count: number): Float64Array[] {
  const landscape = compile(e, ['x', 'y'], VALUES, ROWS)
  const columns = Array.from({ length: 7 }, () => new Float64Array(count))
  const [x, g, h] = [new Float64Array(2), new Float64Array(2), new Float64Array(4)]
  for (let i = 0; i < count; i++) {
    x[0] = points[0][i]
    x[1] = points[1][i]
    const row = [landscape.hessian(x, g, h), ...g, ...h]
    row.forEach((v, k) => { columns[k][i] = v })
  }
  return columns
}

function block(e: Expression, points: readonly Float64Array[], count: number): Float64Array[] {
  const landscape = compile(e, ['x', 'y'], VALUES, ROWS)
  const [f, ...rest] = Array.from({ length: 7 }, () => new Float64Array(count))
  landscape.block(points, count, f, rest.slice(0, 2), rest.slice(2))
  return [f, ...rest]
}

describe('one point and many', () => {
  const points = [0, 1].map((k) => Float64Array.from({ length: 4096 }, (_, i) => 5 * Math.sin(1 + i * (k + 1.37))))
  points[0].set([0, -0, NaN, Infinity, 1e5, 1e200], 3)
  points[1].set([0, 0, 1, 2, -1e6, 1e-200], 3)

  test.each(LANDSCAPES)('%s gives the same bits alone and in any block', (text) => {
    const e = read(text)
    const alone = single(e, points, 4096)
    for (const count of [1, 7, 8, 9, 511, 512, 513, 4096]) {
      block(e, points, count).forEach((column, k) => {
        for (let i = 0; i < count; i++) {
          if (!Object.is(column[i], alone[k][i])) throw new Error(`point ${i} of ${count}, output ${k}: ${column[i]}, alone ${alone[k][i]}`)
        }
      })
    }
  })

  test('value, gradient and Hessian programs agree on what they share, whatever is asked for', () => {
    for (const text of LANDSCAPES) {
      const landscape = compile(read(text), ['x', 'y'], {}, ROWS)
      const [x, g1, g2, h] = [Float64Array.of(0.3, -1.2), new Float64Array(2), new Float64Array(2), new Float64Array(4)]
      const f = landscape.value(x)
      expect(landscape.gradient(x, g1)).toBe(f)
      expect(landscape.hessian(x, g2, h)).toBe(f)
      expect(g2).toEqual(g1)
      const only = Array.from({ length: 4 }, () => new Float64Array(1))
      landscape.block([x.slice(0, 1), x.slice(1)], 1, new Float64Array(1), undefined, only)
      expect(only.map((c) => c[0])).toEqual([...h])
    }
  })

  test('arrays longer than the count are left alone beyond it', () => {
    const f = new Float64Array(20).fill(-7)
    compile(read('x^2'), ['x'], {}).block([new Float64Array(20).fill(3)], 11, f)
    expect([...f]).toEqual([...new Array<number>(11).fill(9), ...new Array<number>(9).fill(-7)])
  })

  test('a landscape keeps nothing from one point to the next', () => {
    const landscape = compile(read('if(x < 0, log(x), x)'), ['x'], {})
    const g = new Float64Array(1)
    expect([landscape.gradient(Float64Array.of(2), g), g[0]]).toEqual([2, 1])
    expect([landscape.gradient(Float64Array.of(-2), g), g[0]]).toEqual([NaN, NaN])
    expect([landscape.gradient(Float64Array.of(2), g), g[0]]).toEqual([2, 1])
  })
})

describe('the interpreter against dual numbers', () => {
  const agree = (e: Expression, x: number, y: number): void => {
    const expected = differentiate(e, ['x', 'y'], VALUES, [x, y], ROWS)
    const [g, h] = [new Float64Array(2), new Float64Array(4)]
    const f = compile(e, ['x', 'y'], VALUES, ROWS).hessian(Float64Array.of(x, y), g, h)
    const got = [f, ...g, ...h]
    const want = [expected.f, ...expected.gradient, ...expected.hessian]
    // equal up to the sign of zero: graph and numbers do the same operations in the same order
    expect(got.map((v) => v + 0)).toEqual(want.map((v) => v + 0))
  }

  test('any formula at any point', () => {
    fc.assert(fc.property(expressions, coordinate, coordinate, agree), { numRuns: 400 })
  })

  test.each([...FUNCTIONS.values()].map((row) => row.name))('%s', (name) => {
    const row = FUNCTIONS.get(name)
    const args = name === 'if' ? 'x < y, x^2, y' : row?.arity[0] === 2 ? 'x y, x - y' : 'x y'
    fc.assert(fc.property(coordinate, coordinate, (x, y) => agree(read(`x ${name}(${args})^2`), x, y)), { numRuns: 60 })
  })
})

describe('binding names', () => {
  test('parameters are fixed by value, constants are known', () => {
    expect(compile(read('a x + pi - pi'), ['x'], { a: 3 }).value(Float64Array.of(2))).toBeCloseTo(6, 14)
  })

  test('an integer parameter as exponent is an integer power', () => {
    expect(compile(read('x^n'), ['x'], { n: 3 }).value(Float64Array.of(-2))).toBe(-8)
    expect(compile(read('x^n'), ['x'], { n: 2.5 }).value(Float64Array.of(-2))).toBeNaN()
  })

  test('a name that stands for nothing is refused when compiling', () => {
    expect(() => compile(read('a x'), ['x'], {})).toThrow('"a" at column 1 has no value.')
    expect(() => compile(read('x + mean(3)'), ['x'], {})).toThrow('mean at column 5 has no data.')
    expect(() => compile(read('toString x'), ['x'], {})).toThrow('"toString" at column 1 has no value.')
  })
})
