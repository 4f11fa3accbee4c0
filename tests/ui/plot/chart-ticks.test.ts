import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linearText, linearTicks, logTicks, niceStep, powerText, ticksOf } from '../../../src/ui/plot/chart-ticks.ts'

const finite = fc.double({ min: -1e12, max: 1e12, noNaN: true })
const isNice = (step: number): boolean => {
  const digit = Number(step.toExponential(6).split('e')[0])
  return [1, 2, 5].some((d) => Math.abs(digit - d) < 1e-5)
}

describe('linear ticks', () => {
  it('lie inside the range, ascend, are at most n, and stand a nice step apart', () => {
    fc.assert(fc.property(finite, fc.double({ min: 1e-6, max: 1e12, noNaN: true }), fc.integer({ min: 2, max: 12 }), (low, width, n) => {
      const high = low + width
      fc.pre(width > 1e-9 * Math.abs(low))
      const ticks = linearTicks(low, high, n)
      expect(ticks.length).toBeLessThanOrEqual(n)
      for (const t of ticks) expect(t >= low && t <= high).toBe(true)
      for (let i = 1; i < ticks.length; i++) expect(ticks[i]).toBeGreaterThan(ticks[i - 1])
      if (ticks.length > 2) {
        const step = (ticks[ticks.length - 1] - ticks[0]) / (ticks.length - 1)
        expect(isNice(step)).toBe(true)
      }
    }))
  })
  it('never leave a range of ten ticks with fewer than three', () => {
    fc.assert(fc.property(finite, fc.double({ min: 1e-3, max: 1e9, noNaN: true }), (low, width) => {
      fc.pre(width > 1e-9 * Math.abs(low))
      expect(linearTicks(low, low + width, 10).length).toBeGreaterThanOrEqual(3)
    }))
  })
  it('are the round numbers a person would write', () => {
    expect(linearTicks(-2.45, 2.65, 12)).toEqual([-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5])
    expect(linearTicks(0, 160, 5)).toEqual([0, 50, 100, 150])
    expect(linearTicks(0.1, 0.35, 4)).toEqual([0.1, 0.2, 0.3])
  })
  it('are none where the range is empty, reversed, infinite, not a number or narrower than doubles can tell', () => {
    expect(linearTicks(1, 1, 5)).toEqual([])
    expect(linearTicks(2, 1, 5)).toEqual([])
    expect(linearTicks(NaN, 1, 5)).toEqual([])
    expect(linearTicks(-1e308, 1e308, 5)).toEqual([])
    expect(linearTicks(1e16, 1e16 + 4, 5)).toEqual([])
  })
  it('come from a step that is 1, 2 or 5 times a power of ten and not below what was asked', () => {
    fc.assert(fc.property(fc.double({ min: 1e-200, max: 1e200, noNaN: true }), (x) => {
      const step = niceStep(x)
      expect(isNice(step)).toBe(true)
      expect(step).toBeGreaterThanOrEqual(x)
      expect(step).toBeLessThanOrEqual(2.5000001 * x)
    }))
  })
})

describe('logarithmic ticks', () => {
  const exponent = fc.double({ min: -300, max: 300, noNaN: true })
  it('lie inside the range and are at most n', () => {
    fc.assert(fc.property(exponent, fc.double({ min: 0.01, max: 200, noNaN: true }), fc.integer({ min: 2, max: 10 }), (e, decades, n) => {
      const low = 10 ** e
      const high = Math.min(10 ** (e + decades), 1e307)
      fc.pre(high > low * 1.01)
      const ticks = logTicks(low, high, n)
      expect(ticks.length).toBeLessThanOrEqual(n)
      for (const t of ticks) expect(t >= low && t <= high).toBe(true)
    }))
  })
  it('are whole decades, evenly spaced, where the range holds more decades than ticks', () => {
    fc.assert(fc.property(fc.integer({ min: -200, max: 150 }), fc.integer({ min: 6, max: 100 }), fc.integer({ min: 3, max: 6 }), (e, decades, n) => {
      const ticks = logTicks(Number(`1e${e}`), Number(`1e${e + decades}`), n)
      const exponents = ticks.map((t) => Math.round(Math.log10(t)))
      ticks.forEach((t, i) => expect(t).toBe(Number(`1e${exponents[i]}`)))
      expect(new Set(exponents.slice(1).map((x, i) => x - exponents[i])).size).toBeLessThanOrEqual(1)
    }))
  })
  it('are those of the loss chart', () => {
    expect(logTicks(1e-6, 1e3, 4)).toEqual([1e-6, 1e-3, 1, 1e3])
    expect(logTicks(3, 60, 5)).toEqual([5, 10, 20, 50])
  })
  it('are none where the range is not positive', () => {
    expect(logTicks(0, 10, 5)).toEqual([])
    expect(logTicks(-1, 10, 5)).toEqual([])
    expect(logTicks(NaN, 10, 5)).toEqual([])
  })
})

describe('tick texts', () => {
  it('write decades as powers except next to one', () => {
    expect([1e-6, 0.1, 1, 10, 1000].map(powerText)).toEqual(['10<sup>−6</sup>', '0.1', '1', '10', '10<sup>3</sup>'])
    expect(powerText(2e-5)).toBe('2·10<sup>−5</sup>')
  })
  it('carry the decimals of the step and a true minus sign', () => {
    expect(linearText(-2, 0.5)).toBe('−2.0')
    expect(linearText(0.25, 0.05)).toBe('0.25')
    expect(linearText(200, 100)).toBe('200')
    expect(linearText(2e6, 1e6)).toBe('2·10<sup>6</sup>')
    expect(linearText(-2.5e6, 5e5)).toBe('−2.5·10<sup>6</sup>')
    expect(linearText(0, 0.5)).toBe('0.0')
    expect(linearText(0, 1e6)).toBe('0')
  })
  it('name the value itself where there is one tick alone, and deep in a zoom', () => {
    expect(ticksOf('linear', 1.7625, 1.8375, 2).map((t) => t.text)).toEqual(['1.8'])
    expect(ticksOf('linear', 1.799975, 1.800025, 6).map((t) => t.text)).toEqual(['1.79998', '1.79999', '1.80000', '1.80001', '1.80002'])
  })
  it('differ from tick to tick', () => {
    fc.assert(fc.property(finite, fc.double({ min: 1e-9, max: 1e12, noNaN: true }), (low, width) => {
      fc.pre(width > 1e-10 * Math.abs(low))
      const texts = ticksOf('linear', low, low + width, 6).map((t) => t.text)
      expect(new Set(texts).size).toBe(texts.length)
    }))
  })
})
