/** S1-9 and S1-E2: how likely it is that all eigenvalues of a random symmetric matrix are positive. */
import { describe, expect, it } from 'vitest'
import { symmetricEigen } from '../../src/core/math/eigen.ts'
import { normal } from '../../src/core/math/random.ts'

const DRAWS = 20_000
/** The share of `DRAWS` matrices of size n, with entries of these variances, whose eigenvalues are all positive. */
function positive(n: number, diagonal: number): number {
  const matrix = new Float64Array(n * n)
  let found = 0
  for (let k = 0; k < DRAWS; k++) {
    for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) matrix[i * n + j] = matrix[j * n + i] = normal(n, k, i, j) * (i === j ? diagonal : 1)
    if (symmetricEigen(matrix, n).values[0] > 0) found++
  }
  return found / DRAWS
}

describe('S1-9: all eigenvalues of a random symmetric matrix are positive', () => {
  it.each([
    [1, Math.SQRT2, 0.5], [2, Math.SQRT2, (2 - Math.SQRT2) / 4], [3, Math.SQRT2, (Math.PI - 2 * Math.SQRT2) / (4 * Math.PI)], [4, Math.SQRT2, 0.0023],
    [2, 1, 0.1155], [3, 1, 0.0123], [4, 1, 0.0006],
  ])('of size %d, with %d times the deviation on the diagonal: %d, not 2^-n', (n, diagonal, wanted) => {
    expect(Math.abs(positive(n, diagonal) - wanted)).toBeLessThanOrEqual(3 * Math.sqrt((wanted * (1 - wanted)) / DRAWS))
  })
})

describe('S1-E2: entries of ±1 leave eigenvalues at zero, so that fewer than half are positive', () => {
  /** Shares of eigenvalues that are zero and that are positive, over all symmetric matrices of ±1 of size n. */
  function shares(n: number): readonly [zero: number, positive: number] {
    const places = Array.from({ length: n }, (_, i) => Array.from({ length: i + 1 }, (_, j) => [i, j] as const)).flat()
    let [zero, above] = [0, 0]
    for (let bits = 0; bits < 2 ** places.length; bits++) {
      const matrix = new Float64Array(n * n)
      for (const [k, [i, j]] of places.entries()) matrix[i * n + j] = matrix[j * n + i] = (bits >> k) & 1 ? 1 : -1
      for (const v of symmetricEigen(matrix, n).values) {
        if (Math.abs(v) < 1e-9) zero++
        else if (v > 0) above++
      }
    }
    const all = n * 2 ** places.length
    return [zero / all, above / all]
  }
  it('of size 2: a quarter is zero and 0.375 positive', () => expect(shares(2)).toEqual([0.25, 0.375]))
  it('of size 3: 0.208 are zero', () => expect(shares(3)[0]).toBeCloseTo(0.208, 3))
})
