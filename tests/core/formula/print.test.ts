import fc from 'fast-check'
import katex from 'katex'
import { describe, expect, test } from 'vitest'
import { texName, texNumber, toTex, toText } from '../../../src/core/formula/print.ts'
import { LENGTH_LIMIT } from '../../../src/core/formula/parse.ts'
import { expressions, read, withoutColumns } from './arbitrary.ts'

describe('text', () => {
  test('reading back what was printed gives the same formula', () => {
    fc.assert(fc.property(expressions, (e) => {
      const text = toText(e)
      fc.pre(text.length <= LENGTH_LIMIT)
      expect(withoutColumns(read(text))).toEqual(withoutColumns(e))
    }), { numRuns: 1000 })
  })

  test.each([
    ['((x))+((y))', 'x + y'], ['x-(y-1)', 'x - (y - 1)'], ['x/(y/2)', 'x/(y/2)'], ['(x/y)/2', 'x/y/2'], ['(2^3)^2', '(2^3)^2'],
    ['-(x^2)', '-x^2'], ['(-x)^2', '(-x)^2'], ['2^(-x)', '2^-x'], ['-(x y)', '-(x*y)'], ['ln(x)', 'log(x)'], ['(x<0)*2', '(x < 0)*2'],
  ])('%s is printed with as few brackets as it needs: %s', (text, printed) => expect(toText(read(text))).toBe(printed))
})

describe('TeX', () => {
  test.each([
    ['x cos(pi x)', 'x \\cos(\\pi x)'],
    ['x cos(pi x)+0.2cos(5 pi x)', 'x \\cos(\\pi x) + 0.2 \\cos(5 \\pi x)'],
    ['(x^2+y-11)^2', '\\left(x^{2} + y - 11\\right)^{2}'],
    ['(x+1)(x-1)', '(x + 1) (x - 1)'],
    ['x/(2y)', '\\frac{x}{2 y}'],
    ['2*3', '2 \\cdot 3'],
    ['x*2', 'x \\cdot 2'],
    ['sqrt(x^2+y^2)', '\\sqrt{x^{2} + y^{2}}'],
    ['sin(x)^2', '\\sin^{2}(x)'],
    ['exp(x/2)', '\\exp\\left(\\frac{x}{2}\\right)'],
    ['abs(x)', '\\left|x\\right|'],
    ['x-(-y)', 'x - (-y)'],
    ['-(x+y)', '-(x + y)'],
    ['(-x)^2', '(-x)^{2}'],
    ['2^-x', '2^{-x}'],
    ['lr g', '\\mathrm{lr} \\, g'],
    ['1e-8 x', '10^{-8} x'],
    ['if(x<0,-x,x)', '\\begin{cases} -x & \\text{if } x < 0 \\\\ x & \\text{otherwise} \\end{cases}'],
  ])('%s is set as %s', (text, tex) => expect(toTex(read(text))).toBe(tex))

  test('KaTeX can set every formula', () => {
    fc.assert(fc.property(expressions, (e) => { katex.renderToString(toTex(e), { strict: 'error', throwOnError: true }) }), { numRuns: 150 })
  })

  test.each([
    ['alpha', '\\alpha'], ['beta1', '\\beta_{1}'], ['beta_2', '\\beta_{2}'], ['x', 'x'], ['w_0', 'w_{0}'], ['lr', '\\mathrm{lr}'],
    ['eps', '\\varepsilon'], ['v_max', 'v_{\\mathrm{max}}'], ['weight_decay', '\\mathrm{weight\\_decay}'], ['lambda', '\\lambda'],
  ])('the name %s is set as %s', (name, tex) => expect(texName(name)).toBe(tex))

  test.each<[number, string]>([[3, '3'], [-0.5, '-0.5'], [1e-8, '10^{-8}'], [2.5e21, '2.5 \\cdot 10^{21}'], [-1e-7, '-10^{-7}'], [NaN, '\\mathrm{NaN}'], [Infinity, '\\infty']])(
    'the number %d is set as %s', (value, tex) => expect(texNumber(value)).toBe(tex))
})
