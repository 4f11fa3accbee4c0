import { describe, expect, test } from 'vitest'
import { decode } from '../../../src/core/experiment/permalink.ts'
import { symmetricEigen } from '../../../src/core/math/eigen.ts'
import type { Path } from '../../../src/store/state.ts'
import { curveLayout, type CurveView } from '../../../src/ui/plot/curve-view.ts'
import { gainRegions, regions } from '../../../src/ui/plot/gain-regions.ts'
import { drawGain } from '../../../src/ui/plot/gain-strip.ts'
import { drawingsOf, showsGain, surrogatePath } from '../../../src/ui/plot/method-memory.ts'
import type { Panel } from '../../../src/ui/plot/method-pen.ts'
import { drawMethodFront, drawMethodStates } from '../../../src/ui/plot/method-state.ts'
import { drawingSays } from '../../../src/ui/plot/method-words.ts'
import { pathWith, recorder } from './recorder.ts'
import { tokens } from './tokens.ts'

/** One unit of the landscape is one px, whichever way. */
const plane: Panel = { place: (p) => ({ x: p[0], y: p[1], behind: false }), width: 400 }
const line: Panel = { place: (p) => ({ x: p[0], y: 0, behind: false }), width: 400, over: (x, y) => ({ x, y }) }

type Session = Parameters<typeof drawMethodStates>[1]['session']
const at = (playhead: number): Session => ({ playhead, selected: 0, start: 0 }) as Session

function drawn(link: string, path: Path, panel: Panel, playhead = 1) {
  const canvas = recorder()
  for (const draw of [drawMethodStates, drawMethodFront]) draw(canvas.ctx, { experiment: decode(link).value, session: at(playhead) }, [path], panel, tokens)
  return canvas
}
const words = (method: string, path: Path, step = 1) => drawingsOf(method).map((drawing) => drawingSays(drawing, path, step))

describe('a population', () => {
  const crowd = pathWith({ population: Float64Array.of(NaN, NaN, NaN, NaN, 100, 200, 900, -50) })

  test('is a dot for each member where it is, inside the view or not, and nothing before there is one', () => {
    expect(drawn('#v=1&run=de', crowd, plane).of('arc').map(([x, y]) => [x, y])).toEqual(expect.arrayContaining([[100, 200], [900, -50]]))
    expect(drawn('#v=1&run=de', crowd, plane, 0).of('arc')).toEqual([])
    expect(words('de', crowd)).toEqual(['population of 2 points, 800 across'])
    expect(words('de', crowd, 0)).toEqual([undefined])
  })

  test('that hides behind the ball has a ring around it', () => {
    const small = pathWith({ population: Float64Array.of(0, 0, 0, 0, 0, 0, 3, 4) })
    expect(drawn('#v=1&run=ga', small, plane).of('setLineDash')).not.toEqual([])
    expect(drawn('#v=1&run=ga', crowd, plane).of('setLineDash')).toEqual([])
  })
})

describe('the spread of a search', () => {
  const shape = [900, 600, 600, 1600]
  const spread = pathWith({ covariance: Float64Array.of(...shape, ...shape), population: new Float64Array(8).fill(NaN) }, { x: [50, 60, 50, 60] })

  test('is the ellipse of one standard deviation about the ball', () => {
    const rim = drawn('#v=1&run=cma_es', spread, plane).of('lineTo').map(([x, y]) => [Number(x) - 50, Number(y) - 60])
    expect(rim.length).toBeGreaterThan(60)
    const determinant = shape[0] * shape[3] - shape[1] * shape[2]
    for (const [x, y] of rim) expect((shape[3] * x * x - 2 * shape[1] * x * y + shape[0] * y * y) / determinant).toBeCloseTo(1, 10)
    const [least, most] = symmetricEigen(shape, 2).values.map(Math.sqrt)
    expect(words('cma_es', spread)[0]).toBe(`spread of standard deviations ${Math.round(most)} and ${Math.round(least)}`)
  })

  test('is an interval on a curve, with both ends marked', () => {
    const interval = pathWith({ covariance: Float64Array.of(400, 400), population: new Float64Array(4).fill(NaN) }, { dimension: 1, x: [50, 50] })
    const { of } = drawn('#v=1&landscape=square&run=cma_es', interval, line)
    expect(of('moveTo')[0]).toEqual([30, 0])
    expect(of('lineTo')[0]).toEqual([70, 0])
    expect(words('cma_es', interval)[0]).toBe('spread of one standard deviation 20')
  })

  test('is filled only where the panel has all of it', () => {
    const cut: Panel = { ...plane, place: (p) => (p[0] > 60 ? undefined : plane.place(p)) }
    expect(drawn('#v=1&run=cma_es', spread, plane).of('fill').length).toBe(1)
    expect(drawn('#v=1&run=cma_es', spread, cut).of('fill').length).toBe(0)
    expect(drawn('#v=1&run=cma_es', spread, cut).of('lineTo').length).toBeGreaterThan(10)
  })
})

describe('a trust region', () => {
  const trusted = (radius: number, options = {}) => pathWith({ radius: Float64Array.of(NaN, radius), trial: Float64Array.of(NaN, NaN, 90, 60), taken: Float64Array.of(NaN, 0) }, { x: [50, 60, 50, 60], ...options })

  test('is a dashed circle of its radius about the ball, and a cross where the last step was refused', () => {
    const { of } = drawn('#v=1&run=trust_region', trusted(20), plane)
    const rim = of('lineTo').slice(0, 128).map(([x, y]) => Math.hypot(Number(x) - 50, Number(y) - 60))
    for (const r of rim) expect(r).toBeCloseTo(20, 10)
    expect(of('moveTo')[0]).toEqual([70, 60])
    expect(of('setLineDash')[0][0]).not.toEqual([])
    expect(of('lineTo').slice(128)).toContainEqual([90, 60])
    expect(of('fill')).toEqual([])
    expect(words('trust_region', trusted(20))).toEqual(['trust radius 20.0', 'trial (90.0, 60.0), rejected'])
  })

  test('is an interval on a curve, and nothing before there is a radius', () => {
    const { of } = drawn('#v=1&landscape=square&run=trust_region', trusted(20, { dimension: 1, x: [50, 50] }), line)
    expect([of('moveTo')[0], of('lineTo')[0]]).toEqual([[30, 0], [70, 0]])
    expect(drawn('#v=1&run=trust_region', trusted(20), plane, 0).of('lineTo')).toEqual([])
  })
})

test('directions cross at the ball and are as long as each other, however long the vectors are', () => {
  const path = pathWith({ directions: Float64Array.of(1, 0, 0, 1, 1e-9, 0, 0, 1e9) })
  const tips = drawn('#v=1&landscape=himmelblau&run=powell', path, plane).of('lineTo').map(([x, y]) => Math.hypot(Number(x), Number(y)))
  expect(tips.length).toBe(4)
  for (const tip of tips) expect(tip).toBeCloseTo(0.7, 12)
  expect(words('powell', path)).toEqual(['directions (1.00, 0) and (0, 1.00)'])
})

test('a temperature is a share of its range with its number, inside the panel, and drawn over the rest', () => {
  const path = pathWith({ temperature: Float64Array.of(100, 1), trial: new Float64Array(4), taken: Float64Array.of(1, 1) }, { x: [50, 60, 380, 60] })
  const link = '#v=1&run=annealing'
  const gauge = (playhead: number) => {
    const canvas = recorder()
    drawMethodFront(canvas.ctx, { experiment: decode(link).value, session: at(playhead) }, [path], plane, tokens)
    return { texts: canvas.of('fillText').map(([text]) => text), filled: Number(canvas.of('fillRect')[0][3]), plate: canvas.of('roundRect')[0].map(Number) }
  }
  expect([gauge(0).texts, gauge(1).texts]).toEqual([['T 100'], ['T 1.0']])
  expect(gauge(0).filled).toBeGreaterThan(gauge(1).filled)
  expect(gauge(0).plate[0]).toBeGreaterThan(50)
  expect(gauge(1).plate[0] + gauge(1).plate[2]).toBeLessThan(380)
  const below = recorder()
  drawMethodStates(below.ctx, { experiment: decode(link).value, session: at(1) }, [path], plane, tokens)
  expect(below.of('fillText')).toEqual([])
})

describe('a surrogate', () => {
  const link = '#v=1&landscape=square&run=bayes'
  const flat = (v: number) => [v, v, v]
  const memory = {
    tried: Float64Array.of(NaN, 20, 40), next: Float64Array.of(20, 40, 80), mean: Float64Array.of(...flat(NaN), ...flat(10), 10, 20, 30),
    sd: Float64Array.of(...flat(NaN), ...flat(1), 1, 0, 2), gain: Float64Array.of(...flat(NaN), ...flat(NaN), 0, 0.5, 0.25), jitter: new Float64Array(3),
  }
  const path = pathWith(memory, { count: 3, dimension: 1 })
  const view = (width: number): CurveView => {
    const span = { low: 0, high: 1 }
    return { x: decode(link).value.domain[0], layout: curveLayout(width, 400, true, true), f: span, slope: span, curvature: span }
  }
  const strip = (playhead: number, paths: readonly Path[] = [path]) => {
    const canvas = recorder()
    const { layout } = view(400)
    drawGain(canvas.ctx, { experiment: decode(link).value, session: at(playhead) }, paths, view(400), layout.gain!, tokens)
    return { ...canvas, strip: layout.gain!, texts: canvas.of('fillText').map(([text]) => text) }
  }

  test('is its mean and two standard deviations to either side, over the domain', () => {
    const [low, high] = decode(link).value.domain[0]
    const corners = drawn(link, path, line, 2).of('lineTo')
    for (const corner of [[low, 12], [low, 8], [(low + high) / 2, 20], [high, 34], [high, 26], [high, 30]]) expect(corners).toContainEqual(corner)
  })

  test('has a ring at every point asked so far', () => {
    const asked = (playhead: number) => drawn(link, path, line, playhead).of('arc').map(([x]) => x)
    expect([asked(0), asked(1), asked(2)]).toEqual([[], [20], [20, 40]])
  })

  test('has a strip of what is to be gained, with its highest number, and a line where it asks next', () => {
    const { strip: place, of, texts } = strip(2)
    expect(texts).toEqual(['next', 'expected improvement, up to 0.50'])
    const heights = of('lineTo').map(([, y]) => Number(y))
    expect(Math.min(...heights.filter((y) => y > place.top))).toBeGreaterThanOrEqual(place.top + 30)
    expect(Math.max(...heights)).toBe(place.top + place.height)
  })

  test('says so where nothing was weighed, and draws nothing without a path', () => {
    expect(strip(0).texts).toEqual(['next', 'nothing asked yet'])
    expect(strip(1).texts).toEqual(['next', 'the next point is random'])
    expect(strip(1, []).calls).toEqual([])
  })

  test('is said in words', () => {
    expect(words('bayes', path, 2)).toEqual(['2 points asked, next (80.0), where 0.50 is to be gained'])
    expect(words('bayes', path, 1)).toEqual(['1 point asked, next (40.0), at random'])
  })

  test('is drawn of one path: the selected one, or else the last', () => {
    const { value: experiment } = decode('#v=1&landscape=square&run=bayes&run=gd&run=bayes')
    const paths = [path, { ...path, run: 2 }]
    const chosen = (selected: number) => surrogatePath(paths, { experiment, session: { ...at(0), selected } })?.run
    expect([chosen(0), chosen(1), chosen(2)]).toEqual([0, 2, 2])
  })

  test('has its strip only on a curve, of a method that is shown, while its layer is', () => {
    const shows = (text: string) => showsGain(decode(text).value)
    expect(shows(link)).toBe(true)
    expect(shows(`${link}&hide=state`)).toBe(false)
    expect(shows('#v=1&landscape=himmelblau&run=bayes')).toBe(false)
    expect(shows('#v=1&landscape=square&run=gd')).toBe(false)
    for (const derivatives of [true, false]) {
      const { curve, gain, slope, curvature } = curveLayout(400, 400, derivatives, true)
      expect(gain!.top).toBe(curve.top + curve.height)
      expect((curvature ?? gain!).top + (curvature ?? gain!).height).toBe(378)
      if (slope) expect(slope.top).toBe(gain!.top + gain!.height)
      expect(curve.height).toBeGreaterThan(130)
    }
  })
})

describe('regions of gain on a plane', () => {
  const side = 5
  const hill = Float64Array.from({ length: side * side }, (_, k) => -Math.hypot((k % side) - 0, Math.floor(k / side) - 2))

  test('are closed, inside the domain, and the smaller the more is to be gained', () => {
    const levels = regions(hill)
    const reach = levels.map((loops) => Math.max(...loops.flat().map(([u]) => u)))
    expect(reach).toEqual([...reach].sort((a, b) => b - a))
    for (const loop of levels.flat()) {
      expect(loop[0]).toEqual(loop.at(-1))
      for (const share of loop.flat()) expect(share).toBeGreaterThanOrEqual(0)
      for (const share of loop.flat()) expect(share).toBeLessThanOrEqual(1)
    }
    // The top of this hill is in the middle of the left side.
    expect(levels.at(-1)!.flat().some(([u, v]) => u === 0 && Math.abs(v - 0.5) < 0.2)).toBe(true)
  })

  test('are none where everything is equal, and outlined once for a step', () => {
    expect(regions(new Float64Array(9))).toEqual([])
    const column = Float64Array.of(...hill, ...hill.map((v) => -v))
    expect(gainRegions(column.subarray(0, 25))).toBe(gainRegions(column.subarray(0, 25)))
    expect(gainRegions(column.subarray(25))).not.toEqual(gainRegions(column.subarray(0, 25)))
  })
})
