import { describe, expect, test } from 'vitest'
import { paintRelief, reliefOf } from '../../../src/ui/plot/relief.ts'
import { scaleOf } from '../../../src/ui/plot/scale.ts'
import { placeLabels } from '../../../src/ui/plot/contour-labels.ts'

const N = 41
const tokens = {
  ramp: [[160, 160, 160], [180, 180, 180], [200, 200, 200], [220, 220, 220], [240, 240, 240]] as const,
  relief: { lift: 12, drop: 31 }, sunken: '#0000ff', lineStrong: '#ff0000',
}

function surface(f: (x: number, y: number) => number) {
  const at = (k: number) => -1 + (2 * k) / (N - 1)
  return { shape: [N, N], f: Float64Array.from({ length: N * N }, (_, i) => f(at(i % N), at(Math.floor(i / N)))) }
}

function paint(f: (x: number, y: number) => number, size = 80) {
  const s = surface(f)
  const relief = reliefOf(s, scaleOf(s, { kind: 'linear' }))
  const pixels = paintRelief(relief, tokens, size, size)
  return { relief, at: (x: number, y: number) => Array.from(pixels.subarray(4 * (y * size + x), 4 * (y * size + x) + 3)) }
}

describe('the relief', () => {
  test('lies with the highest y in the first row', () => {
    const { at } = paint((_, y) => y)
    expect(at(40, 4)[0]).toBeGreaterThan(at(40, 75)[0])
  })

  test('is lit from the north-west: of a hill the north-west flank is brighter than the south-east flank', () => {
    const { relief } = paint((x, y) => -(x * x + y * y))
    const shade = (ix: number, iy: number) => relief.shade[iy * N + ix]
    expect(shade(10, 30)).toBeGreaterThan(0)
    expect(shade(30, 10)).toBeLessThan(0)
    expect(shade(20, 20)).toBeCloseTo(0, 6)
  })

  test('hatches exactly where the function is not finite', () => {
    const { at, relief } = paint((x, y) => (x > 0 ? NaN : x + y))
    expect(relief.holes).toBe(true)
    const hatch = [[0, 0, 255], [128, 0, 128]]
    const right = Array.from({ length: 30 }, (_, i) => at(48 + i, 40))
    for (const pixel of right) expect(hatch).toContainEqual(pixel)
    // Both the paper and the lines of the hatch are there.
    expect(right.some((p) => p[0] === 128)).toBe(true)
    expect(right.some((p) => p[2] === 255)).toBe(true)
    for (let i = 0; i < 35; i++) expect(hatch).not.toContainEqual(at(i, 40))
  })

  test('is hatched all over where nothing is finite, and drawn without a level where everything is equal', () => {
    const nowhere = paint(() => NaN)
    expect([[0, 0, 255], [128, 0, 128]]).toContainEqual(nowhere.at(3, 3))
    expect(paint(() => 7).at(3, 3)).toEqual([200, 200, 200])
  })
})

describe('labels of index contours', () => {
  const bowl = surface((x, y) => x * x + 2 * y * y)
  const relief = reliefOf(bowl, scaleOf(bowl, { kind: 'sqrt' }))

  test('stand on their line, say its height, and are at most two per level', () => {
    const labels = placeLabels(relief, 600, 600, new Float64Array(0))
    expect(labels.length).toBeGreaterThan(2)
    for (const label of labels) {
      const x = -1 + (2 * label.x) / 600, y = 1 - (2 * label.y) / 600
      expect(x * x + 2 * y * y).toBeCloseTo(Number(label.text), 1)
      expect(Math.abs(label.angle)).toBeLessThanOrEqual(90)
      expect(labels.filter((other) => other.text === label.text).length).toBeLessThanOrEqual(2)
    }
  })

  test('keep 46 px from paths and glyphs', () => {
    const obstacles = Float64Array.from(Array.from({ length: 60 }, (_, i) => [i * 10, 300]).flat())
    for (const label of placeLabels(relief, 600, 600, obstacles)) {
      for (let i = 0; i < obstacles.length; i += 2) {
        expect(Math.hypot(obstacles[i] - label.x, obstacles[i + 1] - label.y)).toBeGreaterThanOrEqual(46)
      }
    }
  })
})
