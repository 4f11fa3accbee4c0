import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NumberField } from '../../src/core/fields.ts'
import { fromPosition, nudged, toPosition } from '../../src/ui/fields/scale.ts'

const field = (slider: readonly [number, number], scale: NumberField['scale']): NumberField =>
  ({ kind: 'number', label: '', tex: '', default: slider[0], min: -1e9, max: 1e9, slider, scale, note: '' })

const anyField = fc.oneof(
  fc.tuple(fc.integer({ min: -8, max: 2 }), fc.integer({ min: 1, max: 9 })).map(([e, d]) => field([10 ** e, 10 ** (e + d)], 'log')),
  fc.tuple(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.double({ min: 1e-3, max: 1e3, noNaN: true })).map(([low, span]) => field([low, low + span], 'linear')),
)

describe('the places of a slider', () => {
  it('come back from the values they mean, to the pixel', () => {
    fc.assert(
      fc.property(anyField, fc.double({ min: 0, max: 1, noNaN: true }), (f, place) => {
        expect(Math.abs(toPosition(f, fromPosition(f, place)) - place)).toBeLessThan(1 / 150)
      }),
    )
  })
  it('end exactly at the ends', () => {
    fc.assert(
      fc.property(anyField, (f) => {
        expect([fromPosition(f, 0), fromPosition(f, 1)]).toEqual(f.slider)
      }),
    )
  })
  it('stay on the slider for values beyond it, and for what is no number', () => {
    const f = field([1e-3, 1], 'log')
    expect(toPosition(f, 1e300)).toBe(1)
    expect(toPosition(f, 0)).toBe(0)
    expect(toPosition(f, -1)).toBe(0)
    expect(toPosition(f, NaN)).toBe(0)
  })
})

describe('a nudge', () => {
  it('is never lost to rounding', () => {
    fc.assert(
      fc.property(anyField, fc.double({ min: 0.02, max: 0.98, noNaN: true }), fc.constantFrom(-10, -1, 1, 10), (f, place, steps) => {
        const value = fromPosition(f, place)
        expect(Math.sign(nudged(f, value, steps) - value)).toBe(Math.sign(steps))
      }),
    )
  })
  it('moves whole numbers by whole numbers', () => {
    expect(nudged(field([0, 10], 'integer'), 4, 1)).toBe(5)
    expect(nudged(field([0, 1000], 'integer'), 40, -1)).toBe(30)
  })
})
