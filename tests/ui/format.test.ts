import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editable, formatNumber, formatPoint, formatRow, formatShort, formatTex, readNumber, typeset } from '../../src/ui/format.ts'

describe('numbers for reading', () => {
  it('have a true minus and four significant digits', () => {
    expect(formatNumber(-35.4149)).toBe('−35.41')
    expect(formatNumber(18.7941)).toBe('18.79')
    expect(formatNumber(0.012345)).toBe('0.01235')
    expect(formatNumber(9999.7)).toBe('10000')
  })
  it('become powers of ten where digits would be noise', () => {
    expect(formatNumber(1e12)).toBe('10¹²')
    expect(formatNumber(-2.5e-9)).toBe('−2.5 × 10⁻⁹')
    expect(formatTex(1e12)).toBe('10^{12}')
    expect(formatTex(-1.25e7)).toBe('-1.25\\times 10^{7}')
  })
  it('show what is not a finite number as what it is', () => {
    expect(formatNumber(NaN)).toBe('NaN')
    expect(formatNumber(Infinity)).toBe('∞')
    expect(formatNumber(-Infinity)).toBe('−∞')
    expect(formatTex(-Infinity)).toBe('-\\infty')
    expect(formatTex(NaN)).toBe('\\text{NaN}')
  })
  it('know no negative zero', () => {
    expect(formatNumber(-0)).toBe('0')
    expect(formatShort(-0)).toBe('0')
  })
  it('drop trailing zeros where a person chose the number', () => {
    expect(formatShort(-6.2)).toBe('−6.2')
    expect(formatShort(11)).toBe('11')
    expect(formatShort(100)).toBe('100')
  })
  it('line up in a column of rates', () => {
    expect(formatRow(0.01, true)).toBe('0.010')
    expect(formatRow(1, true)).toBe('1.00')
    expect(formatRow(0.999, true)).toBe('0.999')
    expect(formatRow(11, true)).toBe('11')
    expect(formatRow(7, false)).toBe('7')
  })
  it('are never padded to another value', () => {
    expect(formatRow(0.0103, true)).toBe('0.0103')
    expect(formatRow(1e-8, true)).toBe('10⁻⁸')
  })
  it('make points in brackets, but a single coordinate bare', () => {
    expect(formatPoint([0.6, -4.9], 3)).toBe('(0.600, −4.90)')
    expect(formatPoint([1.8], 3)).toBe('1.80')
  })
  it('keep four digits within half a unit of the last one, whatever the number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -9e5, max: 9e5 }), (value) => {
        fc.pre(Math.abs(value) > 1e-4)
        const back = Number(formatNumber(value).replace('−', '-'))
        expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.abs(value) * 5.001e-4)
      }),
    )
  })
})

describe('typed numbers', () => {
  it('come back exactly as they were shown for editing', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const read = readNumber(editable(value))
        expect('value' in read && read.value === value).toBe(true)
      }),
    )
  })
  it('may use either minus and an exponent', () => {
    expect(readNumber(' −2.5e-3 ')).toEqual({ value: -0.0025 })
    expect(readNumber('-.5')).toEqual({ value: -0.5 })
  })
  it('are refused with a sentence that says what to write', () => {
    expect(readNumber('')).toEqual({ says: 'Type a number here.' })
    expect(readNumber('0,5')).toEqual({ says: 'Write 0.5 with a point instead of the comma.' })
    expect(readNumber('abc')).toEqual({ says: '“abc” is not a number. Write it like 0.05.' })
    for (const text of ['NaN', 'Infinity', '0x10', '1e999', '1 2', 'e5', '__proto__']) expect(readNumber(text)).toHaveProperty('says')
  })
  it('are quoted briefly however long they are', () => {
    const read = readNumber('z'.repeat(100_000))
    expect('says' in read && read.says.length).toBeLessThan(100)
  })
})

describe('sentences', () => {
  it('get a true minus before numbers and nowhere else', () => {
    expect(typeset('log needs its argument above 0; it is -1.3 here.')).toBe('log needs its argument above 0; it is −1.3 here.')
    expect(typeset('At (-1, -2), well-known.')).toBe('At (−1, −2), well-known.')
  })
})
