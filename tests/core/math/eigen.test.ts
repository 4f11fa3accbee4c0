import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { symmetricEigen } from '../../../src/core/math/eigen.ts'

const entry = fc.oneof(fc.double({ min: -100, max: 100, noNaN: true }), fc.constantFrom(0, 1, -1, 1e150, 1e-150))
const symmetric = fc.integer({ min: 1, max: 5 }).chain((n) => fc.array(entry, { minLength: n * n, maxLength: n * n }).map((a) => {
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) a[j * n + i] = a[i * n + j]
  return { n, a }
}))

describe('eigenvalues of symmetric matrices', () => {
  test('every pair solves H v = λ v, vectors are orthonormal, values ascend', () => {
    fc.assert(fc.property(symmetric, ({ n, a }) => {
      const { values, vectors } = symmetricEigen(a, n)
      const size = Math.max(...a.map(Math.abs), 1e-300)
      for (let k = 0; k < n; k++) {
        if (k > 0) expect(values[k]).toBeGreaterThanOrEqual(values[k - 1])
        for (let i = 0; i < n; i++) {
          let left = 0
          for (let j = 0; j < n; j++) left += (a[i * n + j] / size) * vectors[k][j]
          expect(Math.abs(left - (values[k] / size) * vectors[k][i])).toBeLessThan(1e-13 * n)
        }
        for (let l = 0; l <= k; l++) {
          const dot = vectors[k].reduce((s, v, i) => s + v * vectors[l][i], 0)
          expect(Math.abs(dot - (k === l ? 1 : 0))).toBeLessThan(1e-13 * n)
        }
      }
    }))
  })

  test('a diagonal matrix keeps its entries exactly', () => {
    expect(symmetricEigen([3, 0, 0, -1], 2)).toEqual({ values: [-1, 3], vectors: [[0, 1], [1, 0]] })
    expect(symmetricEigen([5], 1)).toEqual({ values: [5], vectors: [[1]] })
    expect(symmetricEigen([2, 0, 0, 2], 2).values).toEqual([2, 2])
  })

  test('a singular matrix has an eigenvalue that is 0 to rounding', () => {
    expect(Math.abs(symmetricEigen([1, 1, 1, 1], 2).values[0])).toBeLessThan(1e-16)
  })

  test('what is not finite has no eigenvalues', () => {
    expect(symmetricEigen([1, NaN, NaN, 1], 2).values).toEqual([NaN, NaN])
    expect(symmetricEigen([Infinity], 1).values).toEqual([NaN])
  })
})
