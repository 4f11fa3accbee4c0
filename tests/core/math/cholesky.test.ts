import { expect, it } from 'vitest'
import { cholesky, solveLower, solveUpper } from '../../../src/core/math/cholesky.ts'

const A = [4, 2, -2, 2, 10, 4, -2, 4, 9]

it('factors a positive definite matrix into L Lᵀ', () => {
  const l = cholesky(A, 3)!
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      expect([0, 1, 2].reduce((sum, k) => sum + l[i * 3 + k] * l[j * 3 + k], 0)).toBeCloseTo(A[i * 3 + j], 14)
      if (j > i) expect(l[i * 3 + j]).toBe(0)
    }
  }
})

it('solves the system by its two triangles', () => {
  const l = cholesky(A, 3)!
  const x = [1, -2, 0.5]
  const b = Float64Array.from([0, 1, 2], (i) => x.reduce((sum, v, j) => sum + A[i * 3 + j] * v, 0))
  solveLower(l, b)
  solveUpper(l, b)
  for (const [i, v] of x.entries()) expect(b[i]).toBeCloseTo(v, 14)
})

it('has no factor of a matrix that is singular, indefinite or not finite', () => {
  for (const a of [[1, 1, 1, 1], [1, 2, 2, 1], [0, 0, 0, 1], [NaN, 0, 0, 1], [1, 0, 0, Infinity]]) expect(cholesky(a, 2)).toBeUndefined()
})
