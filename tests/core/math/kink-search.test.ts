import { describe, expect, it } from 'vitest'
import { alongKink } from '../../../src/core/math/kink-search.ts'
import { uniform } from '../../../src/core/math/random.ts'

const SIDES = [[-15, -5], [-3, 3]] as const
type Height = (x: Float64Array) => number

/** The lowest point from `at`, and the heights it took. */
function searched(height: Height, at: readonly number[], sides: readonly (readonly [number, number])[] = SIDES) {
  let heights = 0
  const x = Float64Array.from(at)
  const best = alongKink((p) => (heights++, height(p)), { x, f: height(x) }, sides)
  return { ...best, heights }
}

describe('a search along a kink', () => {
  it('goes along the root over Bukin’s parabola to its lowest point, where a simplex stays where it met it', () => {
    for (let seed = 0; seed < 20; seed++) {
      const at = -15 + 10 * uniform(seed, 1)
      const { f, heights } = searched(([x, y]) => 100 * Math.sqrt(Math.abs(y - 0.01 * x * x)) + 0.01 * Math.abs(x + 10), [at, 0.01 * at * at])
      expect(f, `from ${at}`).toBeLessThan(1e-9)
      expect(heights).toBeLessThan(1000)
    }
  })
  it('follows a kink that bends either way, whichever coordinate it lies across', () => {
    const sides = [[-3, 3], [-3, 3]] as const
    const [right, up] = [1.25, Math.sin(1.25)]
    const wave = searched(([x, y]) => Math.abs(y - Math.sin(x)) + 0.01 * (x - right) ** 2, [-1, Math.sin(-1)], sides)
    expect(Math.hypot(wave.x[0] - right, wave.x[1] - up)).toBeLessThan(1e-4)
    const turned = searched(([y, x]) => 3 * Math.abs(y - Math.sin(x)) + 0.01 * (x - right) ** 2, [Math.sin(-1), -1], sides)
    expect(Math.hypot(turned.x[0] - up, turned.x[1] - right)).toBeLessThan(1e-4)
  })
  it('stays inside its sides: the lowest point of a kink that leaves them is on the side', () => {
    const { x } = searched(([a, b]) => Math.abs(b - 0.01 * a * a) + 0.001 * a, [-10, 1])
    expect(x[0]).toBeGreaterThanOrEqual(-15)
    expect(x[0]).toBeLessThan(-14.99)
  })
  it('leaves a smooth minimum alone after three heights, and one coordinate after none', () => {
    const bowl = searched(([x, y]) => (x + 10) ** 2 + 5 * (y - 1) ** 2, [-10, 1])
    expect([...bowl.x, bowl.heights]).toEqual([-10, 1, 3])
    expect(searched(([x]) => Math.abs(x), [0], [[-1, 1]]).heights).toBe(0)
  })
  it('ends on ground without any order, and never higher than it began', () => {
    for (let seed = 0; seed < 20; seed++) {
      let call = 0
      const { f, heights } = searched((x) => (x[0] === -10 && x[1] === 1 ? 0.9 : uniform(seed, ++call)), [-10, 1])
      expect(f).toBeLessThanOrEqual(0.9)
      expect(heights).toBeLessThanOrEqual(3003)
    }
  })
  it('counts places without a height as higher than any', () => {
    const { f } = searched(([x, y]) => (x > -9 ? Infinity : Math.abs(y - 0.01 * x * x) - x), [-12, 1.44])
    expect(f).toBeCloseTo(9, 6)
  })
})
