import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestEigenvalue, symmetricEigen } from '../../../src/core/math/eigen.ts'

describe('the largest eigenvalue', () => {
  it('is the last one of the full decomposition, for one to three coordinates, anywhere in a column', () => {
    const entry = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.nat(3), fc.array(entry, { minLength: 6, maxLength: 6 }), (n, before, entries) => {
        const h = new Float64Array(before + n * n)
        let next = 0
        for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) h[before + i * n + j] = h[before + j * n + i] = entries[next++]
        expect(largestEigenvalue(h, before, n)).toBe(symmetricEigen(h.subarray(before), n).values[n - 1])
      }),
    )
  })

  it('is not a number where an entry is not finite', () => {
    expect(largestEigenvalue(Float64Array.of(1, NaN, NaN, 2), 0, 2)).toBeNaN()
    expect(largestEigenvalue(Float64Array.of(Infinity), 0, 1)).toBeNaN()
  })
})
