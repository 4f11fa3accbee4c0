import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HEIGHTS } from '../../../src/core/experiment/settings.ts'
import { heightOf } from '../../../src/ui/plot/height.ts'
import { heightColour, levelsOf, rampColour, scaleOf, type Height } from '../../../src/ui/plot/scale.ts'

/** Heights of f over [x0, x1] × [y0, y1] on an n × n grid. */
function grid(f: (x: number, y: number) => number, [x0, x1, y0, y1]: readonly number[], n = 61): { f: Float64Array } {
  const x = (i: number) => x0 + ((x1 - x0) * (i % n)) / (n - 1)
  const y = (i: number) => y0 + ((y1 - y0) * Math.floor(i / n)) / (n - 1)
  return { f: Float64Array.from({ length: n * n }, (_, i) => f(x(i), y(i))) }
}
const himmelblau = grid((x, y) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2, [-5, 5, -6.2, 6.2])
const heights: fc.Arbitrary<Height> = fc.oneof(
  fc.constant<Height>({ kind: 'linear' }), fc.constant<Height>({ kind: 'sqrt' }),
  fc.constant<Height>({ kind: 'quantile' }), fc.constantFrom(0, 0.05).map((clip): Height => ({ kind: 'linear', clip })),
  fc.tuple(fc.constantFrom('log', 'symlog'), fc.double({ min: 1e-3, max: 1e3, noNaN: true })).map(([kind, scale]): Height => ({ kind, scale })),
)
const surfaces = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 300 })
  .map((a) => ({ f: Float64Array.from(a) }))
const finite = fc.double({ noNaN: true, noDefaultInfinity: true })

describe('a scale of heights', () => {
  test('cuts the declared Himmelblau scale where the design does: index levels 9, 32, 89, 230 …', () => {
    const scale = scaleOf(himmelblau, { kind: 'log', scale: 6 })
    expect(scale.levels.filter((l) => l.index).map((l) => l.text)).toEqual(expect.arrayContaining(['32', '89', '230']))
    expect(scale.bands).toBeGreaterThanOrEqual(15)
    expect(scale.bands).toBeLessThanOrEqual(32)
  })

  test('has ascending levels, each at its whole band coordinate, whatever the heights', () => {
    fc.assert(fc.property(surfaces, heights, (surface, height) => {
      const { levels, band, bands } = scaleOf(surface, height)
      expect(bands).toBe(levels.length + 1)
      levels.forEach((level, i) => {
        if (i > 0) expect(level.f).toBeGreaterThan(levels[i - 1].f)
        expect(band(level.f)).toBeCloseTo(i + 1, 9)
      })
    }))
  })

  test('never goes down as the height goes up, stays within its bands, and answers NaN to what is not finite', () => {
    fc.assert(fc.property(surfaces, heights, finite, finite, (surface, height, a, b) => {
      const scale = scaleOf(surface, height)
      const [low, high] = a < b ? [a, b] : [b, a]
      expect(scale.band(low)).toBeLessThanOrEqual(scale.band(high))
      expect(scale.share(low)).toBeGreaterThanOrEqual(0)
      expect(scale.share(high)).toBeLessThanOrEqual(1)
    }))
    const scale = scaleOf(himmelblau, { kind: 'linear' })
    expect([scale.band(NaN), scale.band(Infinity), scale.band(-Infinity)]).toEqual([NaN, NaN, NaN])
  })

  test('writes labels that say exactly where the line is', () => {
    for (const height of [{ kind: 'log', scale: 6 }, { kind: 'sqrt' }, { kind: 'linear' }] as const) {
      for (const level of scaleOf(himmelblau, height).levels) expect(Number(level.text.replace('−', '-'))).toBe(level.f)
    }
  })

  test('has no level on level ground, and none where nothing is finite', () => {
    expect(scaleOf({ f: new Float64Array(100).fill(3) }, { kind: 'log', scale: 1 }).levels).toEqual([])
    const nowhere = scaleOf({ f: new Float64Array(100).fill(NaN) }, { kind: 'linear' })
    expect(nowhere.levels).toEqual([])
  })

  test('survives heights at the end of what doubles hold', () => {
    const scale = scaleOf({ f: Float64Array.of(-1.7e308, 0, 1, 2, 1.7e308) }, { kind: 'linear' })
    expect(scale.band(1.7e308)).toBeGreaterThan(scale.band(-1.7e308))
  })

  test('leaves a pole to an open end instead of flattening everything else', () => {
    const scale = scaleOf(grid((x, y) => 1 / (x * x + y * y + 1e-9), [-2, 2, -2, 2]), { kind: 'linear' })
    expect(scale.openAbove).toBe(true)
    expect(scale.high).toBeLessThan(1000)
  })

  test('cuts equal areas by quantiles, both signs alike by symlog, and nothing at all where linear was chosen', () => {
    const skew = grid((x) => x ** 5, [0, 1, 0, 1])
    const areas = scaleOf(skew, heightOf({ ...skew, height: { kind: 'linear' } }, 'quantile'))
    const bands = new Array<number>(areas.bands).fill(0)
    for (const f of skew.f) bands[Math.min(areas.bands - 1, Math.floor(areas.band(f)))] += 1
    expect(Math.max(...bands) / skew.f.length).toBeLessThan(0.12)
    const saddle = grid((x, y) => 1e4 * x ** 3 * y, [-1, 1, -1, 1])
    const both = scaleOf(saddle, heightOf({ ...saddle, height: { kind: 'linear' } }, 'symlog'))
    expect(both.smooth(300) + both.smooth(-300)).toBeCloseTo(1, 12)
    expect(both.smooth(300) - both.smooth(30)).toBeGreaterThan(0.1)
    const pole = grid((x, y) => 1 / (x * x + y * y + 1e-9), [-2, 2, -2, 2])
    const whole = scaleOf(pole, heightOf({ ...pole, height: { kind: 'linear' } }, 'linear'))
    expect([whole.openAbove, whole.openBelow, whole.high]).toEqual([false, false, Math.max(...pole.f)])
    const cut = scaleOf(saddle, heightOf({ ...saddle, height: { kind: 'linear' } }, 'clip'))
    expect([cut.openAbove, cut.openBelow]).toEqual([true, true])
    expect(saddle.f.filter((f) => f > cut.high).length / saddle.f.length).toBeCloseTo(0.05, 2)
  })

  test('has constants of its own for heights that are half undefined, all equal or infinite', () => {
    for (const f of [[NaN, NaN, 3], [2, 2, 2], [Infinity, -Infinity, 0], []]) {
      for (const choice of HEIGHTS) {
        const surface = { f: Float64Array.from(f), height: { kind: 'linear' } as const }
        const scale = scaleOf(surface, heightOf(surface, choice))
        expect(scale.bands).toBeGreaterThan(0)
        expect(scale.levels.every((level) => Number.isFinite(level.f))).toBe(true)
      }
    }
  })

  test('is one object for one surface, so that views compare by identity', () => {
    expect(levelsOf(himmelblau, { kind: 'log', scale: 6 })).toBe(levelsOf(himmelblau, { kind: 'log', scale: 6 }))
    expect(levelsOf(himmelblau, { kind: 'sqrt' })).not.toBe(levelsOf(himmelblau, { kind: 'log', scale: 6 }))
  })

  test('colours by the ramp from its first stop to its last', () => {
    const ramp = [[0, 0, 0], [10, 10, 10], [20, 20, 20], [30, 30, 30], [40, 40, 40]] as const
    expect(rampColour(ramp, 0)).toEqual([0, 0, 0])
    expect(rampColour(ramp, 1)).toEqual([40, 40, 40])
    expect(rampColour(ramp, 0.125)).toEqual([5, 5, 5])
    const scale = scaleOf(himmelblau, { kind: 'log', scale: 6 })
    const low = heightColour(scale, ramp, 0), high = heightColour(scale, ramp, 2000)
    expect(low?.[0]).toBeLessThan(2)
    expect(high?.[0]).toBeGreaterThan(38)
    expect(heightColour(scale, ramp, NaN)).toBeUndefined()
  })
})
