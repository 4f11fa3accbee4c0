import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differentiate } from '../../../src/core/autodiff/oracle.ts'
import { undefinedBecause } from '../../../src/core/engine/domain.ts'
import { expressions, read, ROWS } from '../formula/arbitrary.ts'

describe('why a formula is undefined', () => {
  test.each<[string, number, string | undefined]>([
    ['x^2', 1, undefined],
    ['3 + log(-1 - x^2)', 1, 'log needs its argument above 0; it is -2 here.'],
    ['log(x)', 0, 'log needs its argument above 0; it is 0 here.'],
    ['sqrt(x)', -1.3, 'sqrt needs its argument at or above 0; it is -1.3 here.'],
    ['asin(2x)', 1, 'asin needs its argument between -1 and 1; it is 2 here.'],
    ['1/(x - 1)', 1, '1/(x - 1) divides by 0 here.'],
    ['x^-2', 0, '0 has no power -2; x is 0 here.'],
    ['x^0.3', -2, 'A negative number has no real power 0.3; x is -2 here.'],
    ['exp(x)', 1000, 'exp(1000) is too large for a number (about 1.8e308).'],
    ['x^3', 1e200, 'x^3 is too large for a number (about 1.8e308) here.'],
    ['sin(x)', Infinity, 'x is infinite here.'],
    ['x + 1', NaN, 'x is not a number here.'],
    ['if(x < 0, 1, log(-x))', 2, 'log needs its argument above 0; it is -2 here.'],
    ['if(x < 0, 1, log(-x))', -2, undefined],
    ['exp(-0.2 sqrt(x^2))', 0, 'sqrt is vertical at 0, so the formula has no derivative here.'],
    ['x + abs(x)', 0, 'abs has a kink at 0, so the formula has no derivative here.'],
    ['max(x, -x)', 0, 'max has a kink where its arguments are equal, so the formula has no derivative here.'],
    ['x^1.5', 0, 'x^1.5 has no finite derivative here.'],
    ['mean(u)', 1, undefined],
    ['2 + mean(log(x*u + 3))', 2, 'In row 2 of the data log needs its argument above 0; it is -0.4 here.'],
    ['sum(abs(x - u))', 2, 'In row 3 of the data abs has a kink at 0, so the formula has no derivative here.'],
    ['mean(1/(a - mean(a)*x))', 0, 'In row 2 of the data 1/(a - mean(a)*x) divides by 0 here.'],
    ['sum(exp(x*u))', 355, 'In row 3 of the data exp(710) is too large for a number (about 1.8e308).'],
    ['sum(exp(x + 0*u))', 709, 'sum(exp(x + 0*u)) is too large for a number (about 1.8e308) here.'],
  ])('%s at %d: %s', (text, x, says) => expect(undefinedBecause(read(text), ['x'], {}, [x], ROWS)).toBe(says))

  test('a long expression is shortened', () => {
    expect(undefinedBecause(read('1/(x + x + x + x + x + x + x + x + x + x + x + x + x)'), ['x'], {}, [0])?.length).toBeLessThan(70)
  })

  test('there is a sentence exactly where value, gradient or Hessian is not finite', () => {
    const values = { a: 1, u: 2, beta1: 2, ['__proto__']: 3, constructor: 4 }
    fc.assert(fc.property(expressions, fc.double({ min: -3, max: 3, noNaN: true }), (e, x) => {
      const { f, gradient, hessian } = differentiate(e, ['x', 'y'], values, [x, 0.5], ROWS)
      const finite = [f, ...gradient, ...hessian].every(Number.isFinite)
      const says = undefinedBecause(e, ['x', 'y'], values, [x, 0.5], ROWS)
      if (finite) expect(says).toBeUndefined()
      else expect(says).toMatch(/\.$/)
    }), { numRuns: 500 })
  })
})
