import { beforeAll, describe, expect, it } from 'vitest'
import type { Surface } from '../../../src/core/explore/events.ts'
import type { Figure } from '../../../src/ui/plot/chart-figure.ts'
import { curveFigure, curveTicks } from '../../../src/ui/plot/curve-figure.ts'
import { heightRange, stripRange } from '../../../src/ui/plot/curve-range.ts'
import { curveLayout, type CurveView } from '../../../src/ui/plot/curve-view.ts'
import { tokens } from './tokens.ts'

type Plot = typeof import('plotly.js/lib/core').default
let plotly: Plot
const complaints = ({ data, layout }: Figure) => plotly.validate(data, layout)?.map((issue) => issue.msg)

beforeAll(async () => {
  if (!('createObjectURL' in URL)) Object.assign(URL, { createObjectURL: () => '' })
  plotly = (await import('plotly.js/lib/core')).default
})

const n = 401
const column = (f: (x: number) => number) => Float64Array.from({ length: n }, (_, i) => f(-2 + (5 * i) / (n - 1)))
const surface = (f: (x: number) => number, slope: (x: number) => number, curvature: (x: number) => number): Surface => ({
  type: 'surface', domain: [[-2, 3]], shape: [n], f: column(f), slope: column(slope), curvature: column(curvature), low: -1, high: 1, undefinedCount: 0, detail: 1, height: { kind: 'linear' },
})
const view = (s: Surface, derivatives: boolean): CurveView => ({
  x: [-2, 3], layout: curveLayout(848, 574, derivatives), f: heightRange(s.f), slope: stripRange(s.slope!), curvature: stripRange(s.curvature!),
})
const smooth = surface(Math.sin, Math.cos, (x) => -Math.sin(x))
const broken = surface((x) => Math.log(x), (x) => 1 / x, (x) => -1 / x ** 2)

describe('the figure of a curve', () => {
  it('is one plotly accepts, with and without strips, with gaps and poles', () => {
    for (const s of [smooth, broken]) {
      for (const derivatives of [true, false]) {
        expect(complaints(curveFigure(s, view(s, derivatives), tokens))).toBeUndefined()
      }
    }
  })
  it('puts curve, slope and curvature on one x axis at the bottom, in areas that touch', () => {
    const { data, layout } = curveFigure(smooth, view(smooth, true), tokens)
    expect(data).toMatchObject([{ xaxis: 'x', yaxis: 'y' }, { xaxis: 'x', yaxis: 'y2' }, { xaxis: 'x', yaxis: 'y3' }])
    expect(data).toHaveLength(3)
    expect(layout.xaxis).toMatchObject({ anchor: 'y3', range: [-2, 3] })
    const domains = [layout.yaxis, layout.yaxis2, layout.yaxis3].map((axis): readonly number[] => [Number(axis?.domain?.[0]), Number(axis?.domain?.[1])])
    expect(domains[0][1]).toBe(1)
    expect(domains[0][0]).toBeCloseTo(domains[1][1], 9)
    expect(domains[1][0]).toBeCloseTo(domains[2][1], 9)
    expect(domains[2][0]).toBeCloseTo(0, 9)
  })
  it('leaves gaps where the formula is undefined', () => {
    const y: unknown = Reflect.get(curveFigure(broken, view(broken, true), tokens).data[0], 'y')
    expect(Array.isArray(y) && y.filter((v) => v === null).length).toBe(broken.f.filter(Number.isNaN).length)
  })
  it('holds only the curve where derivatives are switched off', () => {
    expect(curveFigure(smooth, view(smooth, false), tokens).data).toHaveLength(1)
  })
  it('writes round numbers on both axes', () => {
    const ticks = curveTicks(view(smooth, true))
    expect(ticks.x.map((t) => t.text)).toContain('−1.5')
    expect(ticks.f.map((t) => t.text)).toContain('0.0')
  })
})
