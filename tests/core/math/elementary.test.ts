import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as elementary from '../../../src/core/math/elementary.ts'
import { PRINTED } from '../../function-files.ts'
import { uniform } from '../../../src/core/math/random.ts'
import reference from '../../reference/elementary.json' with { type: 'json' }

/** Largest error allowed, in units in the last place. */
const ULPS = 0.85
const rows: Record<string, number[][]> = reference.rows

function call(name: string, args: number[]): number {
  const f: unknown = Reflect.get(elementary, name)
  if (typeof f !== 'function') throw new Error(`no function ${name}`)
  return Number(Reflect.apply(f, undefined, args))
}

/** Spacing of doubles at x. */
function ulp(x: number): number {
  const exponent = Math.max(Math.floor(Math.log2(Math.abs(x))), -1022)
  return 2 ** (exponent - 52)
}

test.each([...PRINTED])('%s is what its description says; `npm run functions` prints it anew', (name, text) => {
  expect(readFileSync(new URL(`../../../src/core/math/${name}`, import.meta.url), 'utf8')).toBe(text)
})

describe('against values computed with 400 bits', () => {
  test.each(Object.keys(rows))('%s is as close as it says', (name) => {
    expect(rows[name].length).toBeGreaterThan(50)
    for (const row of rows[name]) {
      const args = row.slice(0, -2)
      const [nearest, rest] = row.slice(-2)
      if (Math.abs(nearest) < 1e-280) continue // what is left over has lost its digits there
      const error = Math.abs(call(name, args) - nearest - rest) / ulp(nearest)
      if (!(error <= ULPS)) throw new Error(`${name}(${args}) is ${call(name, args)}, ${error} ulp from ${nearest}`)
    }
  })
})

/** The double above x. */
function above(x: number): number {
  const bits = new BigInt64Array(Float64Array.of(x).buffer)
  bits[0] += x < 0 ? -1n : 1n
  return new Float64Array(bits.buffer)[0]
}

describe('what rises everywhere rises from each double to the next', () => {
  /** Ranges, and where one way of computing takes over from another. */
  const RISING: Readonly<Record<string, readonly number[]>> = {
    exp: [-700, 700, 0.34657359], log: [0.001, 1000, Math.SQRT1_2, 1, Math.SQRT2, 2], log2: [0.001, 1000, Math.SQRT1_2, 1, 2], log10: [0.001, 1000, 1, 10],
    sinh: [-5, 5, 1], tanh: [-3, 3, 0.55, 20], sigmoid: [-40, 40, 0], softplus: [-40, 40, 0, -13.862943611], atan: [-5, 5, 0.4375, 0.6875, 1.1875, 2.4375],
    asin: [-1, 1, 0.5, -0.5],
  }
  test.each(Object.entries(RISING))('%s', (name, [lo, hi, ...joins]) => {
    for (let i = 0; i < 20_000; i++) {
      const join = joins[i % joins.length]
      const x = i % 2 === 0 ? lo + (hi - lo) * uniform(3, i) : join + (uniform(4, i) - 0.5) * 1e-13
      if (!(call(name, [above(x)]) >= call(name, [x]))) throw new Error(`${name} falls from ${x} to ${above(x)}`)
    }
  })
})

describe('special values', () => {
  const specials = [0, -0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, Infinity, -Infinity, NaN, 5e-324, -5e-324, 1e308, -1e308, 745.1, -745.1, -746, 709.7, 710]
  test.each(['sin', 'cos', 'tan', 'exp', 'log', 'log2', 'log10', 'sinh', 'cosh', 'tanh', 'asin', 'acos', 'atan'])(
    '%s agrees with the standard on zeros, infinities, NaN and the ends of its range', (name) => {
      const standard: unknown = Reflect.get(Math, name)
      if (typeof standard !== 'function') throw new Error(`no Math.${name}`)
      for (const x of specials) {
        const expected = Number(Reflect.apply(standard, undefined, [x]))
        const got = call(name, [x])
        if (Number.isFinite(expected) && expected !== 0) expect(Math.abs(got - expected)).toBeLessThanOrEqual(4e-16 * Math.abs(expected) + 5e-324)
        else expect(got).toBe(expected)
      }
    })

  test.each(['pow', 'atan2', 'hypot'])('%s does so for pairs', (name) => {
    for (const x of specials) for (const y of specials) {
      const expected = name === 'pow' ? x ** y : name === 'atan2' ? Math.atan2(x, y) : Math.hypot(x, y)
      const got = call(name, [x, y])
      if (Number.isFinite(expected) && expected !== 0) expect(Math.abs(got - expected)).toBeLessThanOrEqual(6e-16 * Math.abs(expected) + 5e-324)
      else expect(got).toBe(expected)
    }
  })

  test('powers and logarithms of powers are exact where they can be', () => {
    for (let k = -300; k <= 300; k++) {
      expect(elementary.log10(Number(`1e${k}`))).toBe(k)
      expect(elementary.log2(2 ** k)).toBe(k)
      expect(elementary.pow(2, k)).toBe(2 ** k)
    }
    expect(elementary.pow(10, 15)).toBe(1e15)
    expect(elementary.pow(-3, 3)).toBe(-27)
    expect(elementary.pow(-3, 0.5)).toBeNaN()
  })

  test('sigmoid and softplus do not overflow, and keep their digits in the tail', () => {
    expect([elementary.sigmoid(-800), elementary.sigmoid(800), elementary.softplus(-800), elementary.softplus(800)]).toEqual([0, 1, 0, 800])
    expect(elementary.sigmoid(-40)).toBeCloseTo(4.248354255291589e-18, 30)
    expect(elementary.softplus(NaN)).toBeNaN()
    expect(elementary.sigmoid(NaN)).toBeNaN()
  })
})

describe('lane by lane', () => {
  test('a loop gives the same bits as the function', () => {
    const x = Float64Array.from({ length: 1000 }, (_, i) => 300 * Math.sin(i * i))
    x.set([0, -0, NaN, Infinity, -Infinity, 1e5, 1e6, -1e7])
    const [o, o2] = [new Float64Array(1000), new Float64Array(1000)]
    elementary.sinCosLanes(o, o2, x, 1000)
    x.forEach((v, i) => {
      expect(o[i]).toBe(elementary.sin(v))
      expect(o2[i]).toBe(elementary.cos(v))
    })
    elementary.expLanes(o, x, 1000)
    x.forEach((v, i) => expect(o[i]).toBe(elementary.exp(v)))
  })
})
