import { describe, expect, test } from 'vitest'
import { mapFigure } from '../../../src/ui/plot/map-figure.ts'
import { scaleOf } from '../../../src/ui/plot/scale.ts'
import { tokens } from './tokens.ts'

const N = 31
const surface = {
  domain: [[-5, 5], [-6.2, 6.2]] as const, shape: [N, N],
  f: Float64Array.from({ length: N * N }, (_, i) => {
    const x = -5 + (10 * (i % N)) / (N - 1), y = -6.2 + (12.4 * Math.floor(i / N)) / (N - 1)
    return (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2
  }),
}
const scale = scaleOf(surface, { kind: 'log', scale: 6 })

describe('the figure of the map', () => {
  test('is valid to plotly, and its trace type is one the bundle really has', { timeout: 60_000 }, async () => {
    const { Plotly } = await import('../../../src/ui/plot/plotly.ts')
    const { data, layout } = mapFigure(surface, scale, tokens, 464, 574, true)
    expect(Plotly.validate(data, layout)).toBeUndefined()
    const host = document.createElement('div')
    await Plotly.newPlot(host, data, layout)
    const drawn: unknown = Object.getOwnPropertyDescriptor(host, '_fullData')?.value
    expect(Array.isArray(drawn) && drawn.map((trace: { type: string }) => trace.type)).toEqual(['contour', 'contour'])
  })

  test('fills the panel to its edges, so that a pixel means the same to plotly and to the overlay', () => {
    const { layout } = mapFigure(surface, scale, tokens, 464, 574, true)
    expect(layout.margin).toMatchObject({ l: 0, r: 0, t: 0, b: 0 })
    expect(layout.xaxis?.range).toEqual([-5, 5])
    expect(layout.yaxis?.range).toEqual([-6.2, 6.2])
    expect([layout.width, layout.height]).toEqual([464, 574])
  })

  test('draws every level as a plain line and every fourth again as an index line', () => {
    const [plain, index] = mapFigure(surface, scale, tokens, 464, 574, true).data
    const range = (trace: object | undefined): unknown => Object.getOwnPropertyDescriptor(trace ?? {}, 'contours')?.value
    expect(range(plain)).toMatchObject({ start: 1, end: scale.levels.length, size: 1 })
    const first = scale.levels.findIndex((level) => level.index)
    expect(range(index)).toMatchObject({ start: first + 1, size: 4 })
    scale.levels.forEach((level, i) => expect(level.index).toBe((i - first) % 4 === 0 && i >= first))
  })

  test('keeps ticks out of the corners where the axes have their names, and writes true minus signs', () => {
    const { layout } = mapFigure(surface, scale, tokens, 464, 574, true)
    expect(layout.xaxis?.ticktext).toContain('−4')
    for (const v of layout.xaxis?.tickvals ?? []) {
      const at = ((Number(v) + 5) / 10) * 464
      expect(at).toBeGreaterThan(30)
      expect(at).toBeLessThan(434)
    }
  })

  test('is axes alone where contours are switched off or there is no level', () => {
    expect(mapFigure(surface, scale, tokens, 464, 574, false).data).toEqual([])
    const flat = { ...surface, f: new Float64Array(N * N).fill(1) }
    expect(mapFigure(flat, scaleOf(flat, { kind: 'linear' }), tokens, 464, 574, true).data).toEqual([])
  })
})
