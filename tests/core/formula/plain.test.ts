import { describe, expect, it } from 'vitest'
import { plainSentence, plainTex } from '../../../src/core/formula/plain.ts'

describe('mathematics as plain characters', () => {
  it('has Greek letters, and indices on the line', () => {
    expect(plainTex('\\eta')).toBe('η')
    expect(plainTex('2/\\lambda_{max}')).toBe('2/λmax')
    expect(plainTex('\\beta_1')).toBe('β1')
  })

  it('stands in one line: matrices, fractions, and lines under each other', () => {
    expect(plainTex('\\begin{bmatrix} 74.0 & 20.0 \\\\ 20.0 & 34.0 \\end{bmatrix}')).toBe('[74.0, 20.0; 20.0, 34.0]')
    expect(plainTex('\\begin{aligned} x_{160} &= x_{159} - \\eta g \\\\ &= 3.000 \\end{aligned}').trim()).toBe('x160 = x159 - η g = 3.000')
    expect(plainTex('\\begin{aligned} v_t &= \\beta v_{t-1} + g_t \\\\ x_t &= x_{t-1} \\end{aligned}')).toMatch(/^vt = β v.* \+ gt; xt = x/)
    expect(plainTex('\\frac{a}{\\frac{b + 1}{c}}')).toBe('a/((b + 1)/c)')
    expect(plainTex('\\lambda_{\\max} \\cos(x)')).toBe('λmax cos(x)')
  })

  it('is found between dollar signs, and the words round it stay', () => {
    expect(plainSentence('Loss passed 1e12 at step 19: $\\eta$ = 0.26 is over $2/\\lambda_{max}$ = 0.11.')).toBe(
      'Loss passed 1e12 at step 19: η = 0.26 is over 2/λmax = 0.11.',
    )
    expect(plainSentence('No mathematics_here {at all}.')).toBe('No mathematics_here {at all}.')
  })
})
