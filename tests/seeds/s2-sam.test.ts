/** Section 2.4: sharpness-aware minimisation goes on along a valley of equal minima to the widest one. */
import { expect, it } from 'vitest'
import { told } from './told.ts'

it.each([['', [2.976, 0.336], 8.97], [',sam:0.05', [1.006, 0.993], 2.0]] as const)('on ½(1 − xy)² from (3, 0.5), gradient descent%s ends at %s, where the sharpness is %d', (around, [x, y], sharpness) => {
  const end = told(`landscape=valley&start=3,0.5&run=gd,lr:0.05${around}&steps=20000`).paths[0].at(-1) ?? []
  expect(end[0]).toBeCloseTo(x, 3)
  expect(end[1]).toBeCloseTo(y, 3)
  // The Hessian at a minimum, xy = 1, has the eigenvalues 0 and x² + y².
  expect(end[0] ** 2 + end[1] ** 2).toBeCloseTo(sharpness, 2)
}, 30_000)
