import { describe, expect, test } from 'vitest'
import { drawIterates, drawPath, pathLook } from '../../../src/ui/plot/draw.ts'
import { tokens } from './tokens.ts'

/** A canvas context that writes down what it is asked to draw. */
function recorder() {
  const calls: { name: string; args: readonly unknown[] }[] = []
  const context = new Proxy({}, {
    get: (_, name) => (...args: unknown[]) => void calls.push({ name: String(name), args }),
    set: (_, name, value) => calls.push({ name: `${String(name)}=`, args: [value] }) > 0,
  })
  const of = (name: string) => calls.filter((c) => c.name === name).map((c) => c.args)
  return { ctx: context as CanvasRenderingContext2D, of }
}

const look = pathLook(tokens, '#0a5fa8', [9, 4], { width: 400, height: 300 })
const pixels = (...points: number[]) => Float64Array.from(points)

describe('a path on a canvas', () => {
  test('has its casing under its colour, and what is not played yet thinner and fainter', () => {
    const { ctx, of } = recorder()
    drawPath(ctx, pixels(0, 0, 100, 0, 200, 0), 3, 1, look)
    expect(of('strokeStyle=')).toEqual([['#ffffff'], ['#0a5fa8'], ['#ffffff'], ['#0a5fa8']])
    const widths = of('lineWidth=').map(([w]) => Number(w))
    expect(widths[1]).toBeCloseTo(2.4 * 0.6)
    expect(widths[2]).toBeCloseTo(5)
    expect(widths[3]).toBeCloseTo(2.4)
    expect(of('globalAlpha=')[0]).toEqual([0.35])
  })

  test('is cut at the playhead between two iterates', () => {
    const { ctx, of } = recorder()
    drawPath(ctx, pixels(0, 0, 100, 0), 2, 0.25, look)
    // Each part twice: the casing, then the colour.
    expect(of('moveTo')).toEqual([[25, 0], [25, 0], [0, 0], [0, 0]])
    expect(of('lineTo')).toEqual([[100, 0], [100, 0], [25, 0], [25, 0]])
  })

  test('of many iterates is stroked in pieces that meet, with dashes that go on where they were', () => {
    const { ctx, of } = recorder()
    const zigzag = Array.from({ length: 101 }, (_, i) => [3 * i, i % 2 === 0 ? 10 : 14])
    drawPath(ctx, pixels(...zigzag.flat()), 101, 100, look)
    const starts = of('moveTo').map(([x]) => Number(x) / 3)
    expect(starts).toEqual([0, 48, 96, 0, 48, 96])
    expect(of('lineTo')).toHaveLength(200)
    expect(of('lineDashOffset=').map(([v]) => Math.round(Number(v)))).toEqual([0, 240, 480, 0, 0, 240, 480, 0])
  })

  test('never hands the canvas a coordinate that is not finite', () => {
    const { ctx, of } = recorder()
    const wild = pixels(10, 10, 1e300, -1e300, NaN, 5, 20, 20, Infinity, 0, 30, 30)
    for (const played of [0, 0.5, 1.5, 3, 5]) {
      drawPath(ctx, wild, 6, played, look)
      drawIterates(ctx, wild, 6, played, look)
    }
    for (const [x, y] of [...of('moveTo'), ...of('lineTo')]) {
      expect(Math.abs(Number(x))).toBeLessThan(1000)
      expect(Math.abs(Number(y))).toBeLessThan(1000)
    }
  })
})

describe('iterates', () => {
  test('closer than 7 px to the last ring are left out', () => {
    const { ctx, of } = recorder()
    drawIterates(ctx, pixels(...Array.from({ length: 100 }, (_, i) => [50 + i, 50]).flat()), 100, 99, look)
    expect(of('arc').map(([x]) => x)).toEqual(Array.from({ length: 15 }, (_, i) => 50 + 7 * i))
  })

  test('of a run that swaps between two points for ever are two rings', () => {
    const { ctx, of } = recorder()
    drawIterates(ctx, pixels(...Array.from({ length: 1000 }, (_, i) => (i % 2 ? [50, 50] : [250, 200])).flat()), 1000, 999, look)
    expect(of('arc')).toHaveLength(2)
  })
})
