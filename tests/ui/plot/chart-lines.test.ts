import { describe, expect, it } from 'vitest'
import { decimate } from '../../../src/ui/plot/chart-decimate.ts'
import { drawChart, type ChartPicture } from '../../../src/ui/plot/chart-lines.ts'
import { valueAt } from '../../../src/ui/plot/chart-marks.ts'
import { areaOf, stepToX } from '../../../src/ui/plot/chart-scale.ts'
import { tokens } from './tokens.ts'

/** A canvas that writes down what is stroked and filled. */
function recorder() {
  const strokes: { colour: string; alpha: number; dash: number[]; points: [number, number][] }[] = []
  const texts: string[] = []
  let points: [number, number][] = []
  let dash: number[] = []
  const ctx = {
    strokeStyle: '', fillStyle: '', globalAlpha: 1, lineWidth: 1, lineCap: '', lineJoin: '', font: '', textAlign: '', textBaseline: '',
    beginPath: () => { points = [] },
    moveTo: (x: number, y: number) => { points.push([x, y]) },
    lineTo: (x: number, y: number) => { points.push([x, y]) },
    arc: (x: number, y: number) => { points.push([x, y]) },
    setLineDash: (d: number[]) => { dash = d },
    stroke: () => { strokes.push({ colour: ctx.strokeStyle, alpha: ctx.globalAlpha, dash, points }) },
    fillText: (text: string) => { texts.push(text) },
    strokeText: () => undefined, fill: () => undefined, save: () => undefined, restore: () => undefined, clip: () => undefined,
    rect: () => undefined, closePath: () => undefined,
  }
  return { ctx: ctx as unknown as CanvasRenderingContext2D, strokes, texts }
}

const area = areaOf(300, 150)
const picture = (values: number[], more: Partial<ChartPicture> = {}): ChartPicture => {
  const column = Float64Array.from(values)
  return {
    area, range: { scale: 'linear', low: 0, high: 10, offset: 0, over: false, under: false }, steps: values.length - 1, limits: [], playhead: 2, hover: undefined,
    series: [{ line: decimate(column, column.length, column.length - 1, area.width), values: column, count: column.length, colour: 'red', dash: [9, 4], broken: false }],
    ...more,
  }
}
const red = (p: ChartPicture) => {
  const { ctx, strokes } = recorder()
  drawChart(ctx, p, tokens)
  return strokes.filter((s) => s.colour === 'red')
}

describe('the lines of a chart', () => {
  it('are dashed up to the playhead, and faint and solid after it', () => {
    const [future, past] = red(picture([1, 2, 3, 4, 5]))
    expect(future).toMatchObject({ alpha: 0.35, dash: [] })
    expect(past).toMatchObject({ alpha: 1, dash: [9, 4] })
    expect(past.points[0][0]).toBe(area.left)
    expect(future.points.at(-1)?.[0]).toBeCloseTo(stepToX(4, 4, area))
  })
  it('have no faint part at the end and no dashed part at the start', () => {
    expect(red(picture([1, 2, 3, 4, 5], { playhead: 4 })).filter((s) => s.alpha < 1)).toHaveLength(0)
    expect(red(picture([1, 2, 3, 4, 5], { playhead: 0 })).filter((s) => s.dash.length > 0)).toHaveLength(0)
  })
  it('that go up and down lose their dashes while something is dragged, and only then', () => {
    const zigzag = Array.from({ length: 9 }, (_, i) => (i % 2 === 0 ? 1 : 9))
    const dashes = (p: ChartPicture) => red({ ...p, playhead: 8 }).map((s) => s.dash)
    expect(dashes(picture(zigzag))).toContainEqual([9, 4])
    expect(dashes(picture(zigzag, { moving: true }))).not.toContainEqual([9, 4])
    expect(dashes(picture([1, 2, 3, 4, 5, 6, 7, 8, 9], { moving: true }))).toContainEqual([9, 4])
  })
  it('are not drawn where they run on out of sight, and come back from where they were last', () => {
    const deep = [5, 4, -90, -80, -85, -70, 3, 6]
    const [line] = red(picture(deep, { playhead: 7 }))
    const x = (step: number) => stepToX(step, 7, area)
    // Down to the first point below, and up again from the last.
    expect(line.points.map(([px]) => px)).toEqual([0, 1, 2, 5, 6, 7].map(x))
    expect(line.points[3][1]).toBeGreaterThan(area.top + area.height)
  })
  it('that run level have two ends and nothing between them', () => {
    const [line] = red(picture(Array.from({ length: 60 }, () => 5), { playhead: 59 }))
    expect(line.points).toHaveLength(2)
  })
  it('end with a cross where the run broke off', () => {
    const whole = red(picture([1, 2, 3, 4, 5]))
    const p = picture([1, 2, 3, 4, 5])
    const broken = red({ ...p, steps: 10, series: [{ ...p.series[0], broken: true }] })
    expect(broken.length).toBe(whole.length + 1)
  })
  it('carry limits with their labels where these are on the axis, and none where they are not', () => {
    const { ctx, texts } = recorder()
    drawChart(ctx, picture([1, 2, 3], { limits: [{ value: 5, colour: 'blue', label: 'here' }, { value: 50, colour: 'blue', label: 'far' }] }), tokens)
    expect(texts).toEqual(['here'])
  })
  it('write two labels that would lie on each other apart', () => {
    const { ctx, texts } = recorder()
    drawChart(ctx, picture([1, 2, 3], { limits: [5, 5.1, 4.9].map((value, i) => ({ value, colour: 'blue', label: String(i) })) }), tokens)
    expect(texts).toEqual(['0', '1'])
  })
})

describe('the value at the playhead', () => {
  it('lies between the iterates around it, and stays at the last one after the end', () => {
    const values = Float64Array.of(1, 3, 7)
    expect(valueAt(values, 3, 0.5)).toBe(2)
    expect(valueAt(values, 3, 2)).toBe(7)
    expect(valueAt(values, 2, 9)).toBe(3)
    expect(valueAt(values, 0, 0)).toBeNaN()
  })
})
