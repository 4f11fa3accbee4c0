import katex from 'katex'
import { describe, expect, test } from 'vitest'
import { aligned } from '../../src/ui/math.tsx'

const NARROW = 'x_{4} = 3 - 0.1 \\cdot 2'
const WIDE = '= 1.9646166628631 - 0.01 \\cdot 4.658 \\cdot 10^{-12}'

describe('Lines of a rule under each other', () => {
  test('stand in line at their first equals sign', () => {
    expect(aligned([NARROW, '= 2.8'])).toBe('\\begin{aligned} x_{4} &= 3 - 0.1 \\cdot 2 \\\\ &= 2.8 \\end{aligned}')
  })
  test('go on in the next line where they are too wide, before the last difference', () => {
    expect(aligned([NARROW, WIDE], 27)).toBe(
      `\\begin{aligned} ${NARROW.replace('=', '&=')} \\\\ &= 1.9646166628631 \\\\ &\\quad{}- 0.01 \\cdot 4.658 \\cdot 10^{-12} \\end{aligned}`,
    )
  })
  test('never break inside brackets, at a sign, or in a fraction', () => {
    const bracketed = '= 1.9646166628631 \\cdot (0.0123456789 - 0.4658321)'
    const signed = '= -1.96461666286310987654321 \\cdot 3.14159265'
    const fraction = '= \\frac{1.9646166628631 - 4.658123456}{2.123456789} + 1'
    for (const line of [bracketed, signed, fraction]) expect(aligned([line], 27)).toBe(`\\begin{aligned} ${line.replace('=', '&=')} \\end{aligned}`)
  })
  test('are TeX that can be set', () => {
    expect(() => katex.renderToString(aligned([NARROW, WIDE], 27), { throwOnError: true })).not.toThrow()
  })
})
