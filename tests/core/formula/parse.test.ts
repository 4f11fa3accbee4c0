import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../src/core/formula/evaluate.ts'
import { freeNames } from '../../../src/core/formula/names.ts'
import { LENGTH_LIMIT, parse } from '../../../src/core/formula/parse.ts'
import { numbers } from '../../../src/core/formula/scalar.ts'
import { read } from './arbitrary.ts'

const at = (text: string, values: Record<string, number> = {}): number =>
  evaluate(read(text), numbers, { variables: new Map<string, number>(), values })
const complaint = (text: string): { says: string; column?: number } => {
  const result = parse(text)
  if (result.ok) throw new Error(`${text} was read`)
  return { says: result.issues[0].says, column: result.issues[0].column }
}

describe('how a formula is read', () => {
  test.each<[string, number]>([
    ['1e-3', 0.001], ['.5', 0.5], ['5.', 5], ['2E2', 200], ['1 - 2 - 3', -4], ['8/4/2', 1], ['2+3*4', 14], ['(2+3)*4', 20],
    ['2^3^2', 512], ['(2^3)^2', 64], ['2^-3', 0.125], ['2^--3', 8], ['-2^2', -4], ['(-2)^2', 4], ['-2^-2', -0.25], ['2*-3', -6], ['--3', 3],
    ['+3', 3], ['2**3', 8], ['2²', 4], ['2³ ', 8], ['4·3−2', 10], ['6÷3×2', 4], ['[1+{2}]', 3],
    ['pi', Math.PI], ['tau', 2 * Math.PI], ['e', Math.E], ['π', Math.PI],
    ['1 < 2', 1], ['2 <= 1', 0], ['1 == 1', 1], ['1 ≠ 1', 0], ['2 ≥ 2', 1], ['1+1 > 1', 1],
    ['if(1 < 2, 10, 20)', 10], ['if(0, 10, 20)', 20], ['min(3, 1, 2)', 1], ['max(3, 1, 2)', 3], ['ln(e)', 1], ['log(1)', 0],
    ['log10(1000)', 3], ['log2(8)', 3], ['hypot(3, 4)', 5], ['sign(-3)', -1], ['floor(-2.5)', -3], ['relu(-3)', 0], ['abs(-3)', 3], ['sqrt(9)', 3],
    ['e^0', 1], ['0^0', 1], ['(-8)^3', -512], ['arctan(0)', 0],
  ])('%s is %d', (text, value) => expect(at(text)).toBe(value))

  test.each<[string, string]>([
    ['2x', '2*x'], ['2 x', '2*x'], ['x cos(pi x)', 'x*cos(pi*x)'], ['(x+1)(x-1)', '(x+1)*(x-1)'], ['a x cos(pi x)', 'a*x*cos(pi*x)'],
    ['2x^2', '2*(x^2)'], ['1/2x', '(1/2)*x'], ['2(x)', '2*x'], ['a(x+1)', 'a*(x+1)'], ['w1(x)', 'w1*x'], ['lambda(x)', 'lambda*x'],
    ['λ x', 'lambda*x'], ['pi(x)', 'pi*x'], ['x y', 'x*y'], ['x -1', 'x-1'], ['2e', '2*e'], ['2e x', '2*e*x'], ['3sin(x)cos(x)', '3*sin(x)*cos(x)'],
    ['-2x', '(-2)*x'], ['x^2y', '(x^2)*y'], ['x²y', 'x^2*y'],
  ])('%s means %s', (short, long) => {
    const values = { x: 0.7, y: 1.3, a: 2.1, w1: 0.4, lambda: 5 }
    expect(at(short, values)).toBe(at(long, values))
  })

  test('letters written together are one name, and digits and underscores belong to it', () => {
    expect(freeNames(read('xy + x2 + w_1 + alpha_max'))).toEqual(['xy', 'x2', 'w_1', 'alpha_max'])
  })

  test('free names come once, in order of appearance, without constants and functions', () => {
    expect(freeNames(read('b sin(a x) + pi e b'))).toEqual(['b', 'a', 'x'])
  })

  test('names that every object inherits are ordinary names', () => {
    expect(freeNames(read('__proto__ + constructor + toString + hasOwnProperty'))).toEqual(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
    expect(at('constructor toString', { constructor: 2, toString: 3 })).toBe(6)
    expect(() => at('constructor')).toThrow('"constructor" at column 1 has no value.')
  })

  test('a comparison with NaN is NaN, so that it hides nothing', () => {
    expect(at('if(log(-1) < 0, 1, 2)')).toBeNaN()
    expect(at('log(-1) != 0')).toBeNaN()
  })
})

describe('what is said about a formula that cannot be read', () => {
  test.each<[string, string, number]>([
    ['', 'The formula is empty. Type one, for example x^2 + y^2.', 1],
    ['   ', 'The formula is empty. Type one, for example x^2 + y^2.', 1],
    ['1 +(x', 'Close the bracket opened at column 4.', 4],
    ['sin(x', 'Close the bracket opened at column 4.', 4],
    ['((x)', 'Close the bracket opened at column 1.', 1],
    ['2*(', 'Close the bracket opened at column 3.', 3],
    ['x)', 'The bracket closed at column 2 was never opened.', 2],
    ['()', 'The brackets at column 1 are empty. Write something between them.', 1],
    ['+', 'Write something after the + at column 1.', 1],
    ['x *', 'Write something after the * at column 3.', 3],
    ['*x', 'Write something before the * at column 1.', 1],
    ['x + * y', 'Write something before the * at column 5.', 5],
    ['(x + )', 'Write something between the + at column 4 and the ) after it.', 4],
    ['x ^', 'Write something after the ^ at column 3.', 3],
    ['1.2.3', '"1.2.3" at column 1 has more than one decimal point.', 1],
    ['x + 3..', '"3.." at column 5 has more than one decimal point.', 5],
    ['1e999', 'The number at column 1 is too large; the limit is about 1.8e308.', 1],
    ['3,14', 'A comma separates the arguments of a function (column 2). Write decimals with a point: 0.5.', 2],
    ['x 2', 'Write an operator before the 2 at column 3, for example * or ^.', 3],
    ['foo(x)', 'Unknown function "foo" at column 1. For a product write foo*(...).', 1],
    ['1 + sine(x)', 'Unknown function "sine" at column 5. Did you mean sin?', 5],
    ['cosinus(x)', 'Unknown function "cosinus" at column 1. Did you mean cos?', 1],
    ['SIN(x)', 'Unknown function "SIN" at column 1. Did you mean sin?', 1],
    ['sqr(x)', 'Unknown function "sqr" at column 1. Did you mean sqrt?', 1],
    ['sin x', 'Write the argument of sin in brackets: sin(x) (column 1).', 1],
    ['sin^2(x)', 'Raise sin to a power after its brackets: sin(x)^2 (column 1).', 1],
    ['sin()', 'sin at column 1 takes 1 argument, not none: sin(x).', 1],
    ['sin(x, y)', 'sin at column 1 takes 1 argument, not 2: sin(x).', 1],
    ['max(x)', 'max at column 1 takes at least 2 arguments, not 1: max(x, y).', 1],
    ['if(x < 0, 1)', 'if at column 1 takes 3 arguments, not 2: if(x < 0, -x, x).', 1],
    ['max(x,)', 'Write something between the , at column 6 and the ) after it.', 6],
    ['0 < x < 1', 'Compare two things at a time: for 0 < x < 1 write (0 < x)*(x < 1) (column 7).', 7],
    ['y = x^2', 'A formula cannot contain "=" (column 3). Write only what stands right of the equals sign, and == to compare.', 3],
    ['|x|', 'A formula cannot contain "|" (column 1). For an absolute value write abs(x).', 1],
    ['x + 😀', 'A formula cannot contain "😀" (column 5). Use numbers, names, + - * / ^ and brackets.', 5],
    ['x\u0000', 'A formula cannot contain "U+0000" (column 2). Use numbers, names, + - * / ^ and brackets.', 2],
  ])('%j: %s', (text, says, column) => expect(complaint(text)).toEqual({ says, column }))

  test('a formula of 100,000 characters is refused with the limit', () => {
    expect(complaint('x+'.repeat(50_000)).says).toBe(`The formula has 100000 characters; the limit is ${LENGTH_LIMIT}. Shorten it.`)
  })

  test.each(['(', '-', '2^', 'sin(', '2^-'])('nesting of %j without end is refused, not a stack overflow', (piece) => {
    expect(complaint(piece.repeat(10_000)).says).toMatch(/^The formula has \d+ characters; the limit is 2000/)
    expect(complaint(piece.repeat(Math.floor(2000 / piece.length))).says).toMatch(/^The formula is nested more than 100 deep at column \d+\. Simplify it\.$/)
  })

  test('a long sum is not deep', () => {
    const text = Array.from({ length: 1000 }, () => 'x').join('+')
    expect(at(text, { x: 1 })).toBe(1000)
  })

  test('junk never throws, and what is wrong is a sentence with a column inside the text', () => {
    const words = ['x', 'y', '2', '.', 'e', '(', ')', '+', '-', '*', '/', '^', ',', ' ', 'sin', 'if(', '<', '=', 'π', '²']
    const nearly = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((all) => all.join(''))
    const anything = fc.array(fc.nat(0xffff), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes)) // lone surrogates too
    fc.assert(fc.property(fc.oneof(nearly, anything), (text) => {
      const result = parse(text)
      if (result.ok) return true
      const [{ says, column = 0 }] = result.issues
      return /^.+[.?]$/su.test(says) && column >= 1 && column <= text.length + 1
    }), { numRuns: 1500 })
  })
})
