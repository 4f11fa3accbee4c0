import { describe, expect, it } from 'vitest'
import { plainSentence, plainTex } from '../../../src/core/formula/plain.ts'

describe('mathematics as plain characters', () => {
  it('has Greek letters, and indices on the line', () => {
    expect(plainTex('\\eta')).toBe('η')
    expect(plainTex('2/\\lambda_{max}')).toBe('2/λmax')
    expect(plainTex('\\beta_1')).toBe('β1')
  })

  it('is found between dollar signs, and the words round it stay', () => {
    expect(plainSentence('Loss passed 1e12 at step 19: $\\eta$ = 0.26 is over $2/\\lambda_{max}$ = 0.11.')).toBe(
      'Loss passed 1e12 at step 19: η = 0.26 is over 2/λmax = 0.11.',
    )
    expect(plainSentence('No mathematics_here {at all}.')).toBe('No mathematics_here {at all}.')
  })
})
