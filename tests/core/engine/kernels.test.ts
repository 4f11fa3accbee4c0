import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ARITHMETIC } from '../../../src/core/engine/kernels/arithmetic.ts'
import { COMPOSED, PAIRS } from '../../../src/core/engine/kernels/composed.ts'
import { BINARY_LANES, UNARY_LANES } from '../../../src/core/engine/kernels/functions.ts'
import type { Operands } from '../../../src/core/engine/kernels/kernel.ts'
import { evaluate } from '../../../src/core/formula/evaluate.ts'
import { BINARY, numbers, UNARY } from '../../../src/core/formula/scalar.ts'
import { uniform } from '../../../src/core/math/random.ts'
import { KERNEL_FILES } from '../../kernel-files.ts'
import { read } from '../formula/arbitrary.ts'

const SIZE = 64
const register = (key: number): Float64Array => {
  const lanes = Float64Array.from({ length: SIZE }, (_, i) => 6 * uniform(key, i) - 3)
  lanes.set([0, -0, NaN, Infinity, -Infinity, 1e200, 1e-200, 1], 8)
  return lanes
}
const operands = (): Operands => ({
  o: new Float64Array(SIZE), o2: new Float64Array(SIZE), a: register(1), b: register(2), c: register(3), d: register(4),
  k: Float64Array.of(1.7), m: Float64Array.of(-0.3), l: Float64Array.of(0.6), p: Float64Array.of(-2.1),
})

describe('kernels', () => {
  const spelled = Object.entries({ ...ARITHMETIC, ...COMPOSED, ...PAIRS })

  test('are those that are spelled where they are printed from', () => {
    for (const [name, text] of KERNEL_FILES) expect(readFileSync(new URL(`../../../src/core/engine/kernels/${name}`, import.meta.url), 'utf8'), name).toBe(text)
  })

  test.each(spelled)('%s computes what its key spells', (key, kernel) => {
    const [first, second] = key.split('; ').map(read)
    const r = operands()
    kernel(r, 61)
    for (let i = 0; i < 61; i++) {
      const variables = new Map([['a', r.a[i]], ['b', r.b[i]], ['c', r.c[i]], ['d', r.d[i]], ['k', 1.7], ['m', -0.3], ['l', 0.6], ['p', -2.1]])
      const o = evaluate(first, numbers, { variables, values: {} })
      expect(r.o[i]).toBe(o)
      expect(r.o2[i]).toBe(second === undefined ? 0 : evaluate(second, numbers, { variables: variables.set('o', o), values: {} }))
    }
  })

  test.each(spelled)('%s may write over any of its operands', (_key, kernel) => {
    const apart = operands()
    kernel(apart, SIZE)
    for (const into of ['a', 'b', 'c', 'd'] as const) {
      const over = operands()
      kernel({ ...over, o: over[into] }, SIZE)
      expect(over[into]).toEqual(apart.o)
      const second = operands()
      kernel({ ...second, o2: second[into] }, SIZE)
      expect(second.o).toEqual(apart.o)
      if (apart.o2.some((v) => v !== 0)) expect(second[into]).toEqual(apart.o2)
    }
  })

  test.each(Object.entries(UNARY_LANES))('%s is the function for numbers, lane by lane', (op, kernel) => {
    const r = operands()
    kernel(r, 61)
    const f = new Map<string, (x: number) => number>(Object.entries(UNARY)).get(op)
    for (let i = 0; i < 61; i++) expect(r.o[i]).toBe(f?.(r.a[i]))
  })

  test.each(Object.entries(BINARY_LANES))('%s is the function for numbers, lane by lane', (op, kernel) => {
    const r = operands()
    kernel(r, 61)
    const f = new Map<string, (x: number, y: number) => number>(Object.entries(BINARY)).get(op)
    for (let i = 0; i < 61; i++) expect(r.o[i]).toBe(f?.(r.a[i], r.b[i]))
  })
})
