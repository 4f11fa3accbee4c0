import { beforeAll, describe, expect, it } from 'vitest'
import { chartFigure, type Figure } from '../../../src/ui/plot/chart-figure.ts'
import { linearRange, logRange } from '../../../src/ui/plot/chart-range.ts'
import { tokens } from './tokens.ts'

type Plot = typeof import('plotly.js/lib/core').default
let plotly: Plot
const complaints = ({ data, layout }: Figure) => plotly.validate(data, layout)?.map((issue) => issue.msg)

beforeAll(async () => {
  // jsdom has no canvas and no object URLs; plotly asks for both while it loads.
  if (!('createObjectURL' in URL)) Object.assign(URL, { createObjectURL: () => '' })
  plotly = (await import('plotly.js/lib/core')).default
})

const column = (values: number[]) => ({ values: Float64Array.from(values), count: values.length, covers: () => true })

describe('the frame of a chart', () => {
  it('is a figure plotly accepts, on a linear axis, a log axis and none', () => {
    for (const range of [linearRange([column([-1, 2, 3])]), logRange([column([1e-6, 300])]), undefined]) {
      expect(complaints(chartFigure(range, 160, 280, 140, tokens))).toBeUndefined()
    }
  })
  it('has a log axis in exponents with its ticks at powers of ten', () => {
    const { layout } = chartFigure({ scale: 'log', low: 1e-6, high: 1e3, offset: 0, over: false, under: false }, 160, 280, 130, tokens)
    expect(layout.yaxis).toMatchObject({ type: 'log', range: [-6, 3], tickvals: [1e-6, 1e-3, 1, 1e3], ticktext: ['10<sup>−6</sup>', '10<sup>−3</sup>', '1', '10<sup>3</sup>'] })
  })
  it('counts steps in whole numbers, even for a single one', () => {
    const { layout } = chartFigure(undefined, 1, 280, 140, tokens)
    expect(layout.xaxis).toMatchObject({ range: [0, 1], tickvals: [0, 1] })
  })
})
