import { expect, it } from 'vitest'
import { below, density } from '../../../src/core/math/normal-distribution.ts'

it.each([
  [-37, 5.7255712225239266e-300], [-12, 1.776482112077653e-33], [-6, 9.865876450376946e-10], [-3.5, 0.00023262907903552502],
  [-3, 0.0013498980316300933], [-2.5, 0.006209665325776132], [-1, 0.15865525393145707], [-0.001, 0.49960105778608893], [0, 0.5],
  [0.5, 0.6914624612740131], [2.9, 0.998134186699616], [3.1, 0.9990323967867817], [8, 0.9999999999999993],
])('the chance to be below %d is that of scipy.stats.norm', (x, chance) => {
  expect(below(x) / chance).toBeCloseTo(1, 12)
})

it('is a chance wherever it is asked, and NaN of NaN', () => {
  for (const x of [-Infinity, -1e300, 1e300, Infinity]) expect(below(x)).toBe(x < 0 ? 0 : 1)
  expect(below(NaN)).toBeNaN()
  expect(density(0)).toBe(1 / Math.sqrt(2 * Math.PI))
})
