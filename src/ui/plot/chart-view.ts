/** One chart on the page: keeps its canvas in step with the store, and plotly's frame below it in step at rest. */
import type { Experiment } from '../../core/experiment/experiment.ts'
import { methodOf } from '../../store/methods.ts'
import type { Path } from '../../store/state.ts'
import { store } from '../../store/store.ts'
import { formatNumber, formatRow } from '../format.ts'
import { runName } from '../names.ts'
import { decimate } from './chart-decimate.ts'
import { drawChartAxes } from './chart-axes.ts'
import { chartFigure, chartTicks } from './chart-figure.ts'
import { chartHover } from './chart-hover.ts'
import { curvatureLimit } from './chart-limits.ts'
import { drawChart, type Limit, type Series } from './chart-lines.ts'
import { labelLimits, valueAt } from './chart-marks.ts'
import { columnOf, rangeOf, scaleNote, shownPaths, type ChartKind } from './chart-model.ts'
import { chartPointer } from './chart-pointer.ts'
import { serves, type AxisRange } from './chart-range.ts'
import { atRest, cancelRest, plotlyWhenLoaded } from './chart-rest.ts'
import { areaOf, stepToX, valueToY, xToStep } from './chart-scale.ts'
import { fitCanvas, onFrame, requestDraw } from './frame.ts'
import { keptPicture } from './kept-picture.ts'
import { readTokens, runColour, runStyle, type Tokens } from './style.ts'
import { myTurn } from './turns.ts'

export interface ChartElements {
  /** Takes the pointer; everything else lies in it. */
  readonly box: HTMLElement
  readonly frame: HTMLElement
  readonly canvas: HTMLCanvasElement
  readonly tip: HTMLElement
  /** At the right of the chart's name: what the axis is. */
  readonly note: HTMLElement
}

/** plotly draws a frame at most this often while results stream in, and an axis changes at most this often during a drag, in ms. */
const THROTTLE = 220

/** Width of a column of which only the extremes are drawn, in px: less than the width of a line. */
const COLUMN = 1.5

/** What the lines were made from; while it is the same they are not made again. */
interface Made {
  readonly revision: number
  readonly runs: Experiment['runs']
  readonly steps: number
  readonly selected: number
  /** The axis is measured anew when a drag ends. */
  readonly dragging: boolean
  readonly width: number
  readonly theme: string
}

/** Brings the chart to life; returns the way to take it down. */
export function attachChart(kind: ChartKind, { box, frame, canvas, tip, note }: ChartElements): () => void {
  const owner = {}
  let width = 0
  let height = 0
  let made: Made | undefined
  let paths: readonly Path[] = []
  let series: readonly Series[] = []
  let limits: readonly Limit[] = []
  let range: AxisRange | undefined
  let rangedAt = -Infinity
  let drawn: { readonly key: string; readonly at: number } | undefined
  let painted = ''
  let version = 0
  let later: ReturnType<typeof setTimeout> | undefined
  const axes = keptPicture()
  const labels = keptPicture()

  const resize = new ResizeObserver(() => {
    width = box.clientWidth
    height = box.clientHeight
    requestDraw()
  })
  resize.observe(box)

  /** False where the lines are out of date and it is another chart's turn. */
  const remake = (now: number, tokens: Tokens): boolean => {
    const { experiment, results, session } = store.getState()
    const { runs, steps } = experiment
    const next = { revision: results.revision, runs, steps, selected: session.selected, dragging: session.dragging, width, theme: tokens.theme }
    if (made && (Object.keys(next) as (keyof Made)[]).every((key) => made?.[key] === next[key])) return true
    if (session.dragging && !myTurn(owner, now)) return false
    made = next
    version++
    paths = shownPaths(results, runs.map((run) => run.shown), session.selected)
    const columns = areaOf(width, height).width / COLUMN
    series = paths.map((path) => ({
      line: decimate(columnOf(kind, path), path.count, steps, columns),
      values: columnOf(kind, path),
      count: path.count,
      colour: runColour(tokens, path.run),
      dash: runStyle(path.run).dash,
      broken: path.ending !== undefined && path.count <= steps,
    }))
    limits = kind === 'sharpness' ? limitsOf(experiment, session.selected, tokens) : []
    if (session.dragging && range && now - rangedAt < THROTTLE) return true
    const wanted = rangeOf(kind, paths, results, experiment.domain, limits.map((l) => l.value))
    rangedAt = now
    if (session.dragging && range && (!wanted || serves(range, wanted))) return true
    range = wanted
    const said = scaleNote(kind, range, limits.length > 0, experiment.noise?.kind === 'fresh')
    if (note.textContent !== said) note.textContent = said
    return true
  }

  const keyNow = (tokens: Tokens): string => JSON.stringify([range, store.getState().experiment.steps, width, height, tokens.theme])

  /** Has plotly draw the frame anew where it is out of date, but never while something is dragged. */
  const settle = (now: number, key: string): void => {
    if (store.getState().session.dragging || drawn?.key === key) return
    const wait = drawn ? drawn.at + THROTTLE - now : 0
    if (wait > 0) {
      later ??= setTimeout(() => {
        later = undefined
        requestDraw()
      }, wait)
      return
    }
    const plotly = plotlyWhenLoaded(requestDraw)
    if (!plotly) return
    atRest(owner, () => {
      const tokens = readTokens()
      const { data, layout, config } = chartFigure(range, store.getState().experiment.steps, width, height, tokens)
      void plotly.react(frame, data, layout, config)
      drawn = { key: keyNow(tokens), at: performance.now() }
      requestDraw()
    })
  }

  const paint = (tokens: Tokens, key: string): void => {
    const { session, experiment } = store.getState()
    const fresh = drawn?.key === key
    const shown = fresh ? 'visible' : 'hidden'
    if (frame.style.visibility !== shown) frame.style.visibility = shown
    const hover = chartHover()
    const resized = fitCanvas(canvas, width, height)
    const what = `${version} ${session.playhead} ${hover?.step} ${hover?.run} ${hover?.start} ${fresh} ${key}`
    if (!resized && what === painted) return
    painted = what
    const ctx = canvas.getContext('2d')
    if (!ctx) return
    const ratio = window.devicePixelRatio || 1
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
    ctx.clearRect(0, 0, width, height)
    const area = areaOf(width, height)
    const { steps } = experiment
    if (!fresh) axes(ctx, width, height, key, (to) => drawChartAxes(to, area, range, steps, chartTicks(range, steps, width, height), tokens))
    const picture = { area, steps, series, limits, playhead: session.playhead, hover: hover?.step, moving: session.dragging }
    if (range) {
      drawChart(ctx, { ...picture, range }, tokens, (_, { limits: all }, toY) => {
        if (all.length > 0) labels(ctx, width, height, `${key} ${JSON.stringify(all)}`, (to) => labelLimits(to, { area, limits: all }, toY, tokens))
      })
    }
    showTip(hover)
  }

  const showTip = (hover: ReturnType<typeof chartHover>): void => {
    const i = hover ? paths.findIndex((path) => path.run === hover.run && path.start === hover.start) : -1
    const hidden = i < 0 || !hover || !range
    if (tip.hidden !== hidden) tip.hidden = hidden
    if (i < 0 || !hover || !range) return
    const { experiment } = store.getState()
    const area = areaOf(width, height)
    const value = valueAt(series[i].values, series[i].count, hover.step)
    tip.textContent = `Step ${Math.min(hover.step, series[i].count - 1)}\n${runName(experiment, hover.run)}: ${formatNumber(value)}`
    const x = stepToX(hover.step, experiment.steps, area)
    const y = Math.min(Math.max(valueToY(range, area)(value) || area.top, area.top), area.top + area.height)
    const left = x + 14 + tip.offsetWidth > width ? x - 14 - tip.offsetWidth : x + 14
    const top = Math.min(Math.max(y - tip.offsetHeight / 2, 0), Math.max(0, height - tip.offsetHeight))
    tip.style.transform = `translate(${Math.round(Math.max(0, left))}px, ${Math.round(top)}px)`
  }

  const stop = onFrame((now) => {
    if (width < 60 || height < 40) return
    const tokens = readTokens()
    if (!remake(now, tokens)) return requestDraw()
    const key = keyNow(tokens)
    settle(now, key)
    paint(tokens, key)
  })

  const detach = chartPointer(box, {
    stepAt: (x) => xToStep(x, store.getState().experiment.steps, areaOf(width, height)),
    pathAt: (step, y) => {
      if (!range || series.length === 0) return undefined
      const toY = valueToY(range, areaOf(width, height))
      const distances = series.map((s) => Math.abs(toY(valueAt(s.values, s.count, step)) - y))
      return paths[distances.reduce((best, d, i) => (d < distances[best] || Number.isNaN(distances[best]) ? i : best), 0)]
    },
  })

  return () => {
    detach()
    stop()
    resize.disconnect()
    clearTimeout(later)
    cancelRest(owner)
    if (drawn) plotlyWhenLoaded(() => undefined)?.purge(frame)
  }
}

/** One limit a run where its method has one; the selected run's first, so that its label finds a place. */
function limitsOf(experiment: Experiment, selected: number, tokens: Tokens): readonly Limit[] {
  const order = experiment.runs.map((_, i) => i).filter((i) => experiment.runs[i].shown)
  order.sort((a, b) => Number(b === selected) - Number(a === selected))
  return order.flatMap((i) => {
    const run = experiment.runs[i]
    const limit = curvatureLimit(run, methodOf(experiment, run.optimizer), (lr) => formatRow(lr, true))
    return limit ? [{ ...limit, colour: runColour(tokens, i) }] : []
  })
}
