/** Keeps the layers of the curve panel in step with the store: ground, plotly at rest, overlay, read-out. */
import { resolvedOf } from '../../store/resolved.ts'
import { store } from '../../store/store.ts'
import { formatNumber } from '../format.ts'
import { atRest, cancelRest, plotlyWhenLoaded } from './chart-rest.ts'
import { curveFigure } from './curve-figure.ts'
import { drawGround } from './curve-ground.ts'
import { drawCurve } from './curve-overlay.ts'
import { curvePoint } from './curve-point.ts'
import type { CurveView } from './curve-view.ts'
import { curveTarget, type CurveWindow } from './curve-window.ts'
import { onFrame, requestDraw } from './frame.ts'
import { stageGestures } from './gestures.ts'
import { coordinateText } from './label.ts'
import { movesFrom } from './moving.ts'
import { repainter } from './repaint.ts'
import { readTokens, type Tokens } from './style.ts'
import { homeDomain } from './zoom.ts'

export interface CurveElements {
  readonly host: HTMLElement
  readonly ground: HTMLCanvasElement
  readonly plot: HTMLElement
  readonly overlay: HTMLCanvasElement
  readonly handles: HTMLElement
  readonly readout: HTMLElement
}

/** How long everything must have stood still before plotly draws, in ms. */
const REST = 70

/** Brings the panel to life; returns the way to take it down. */
export function attachCurve(elements: CurveElements, window_: CurveWindow, hint: () => void): () => void {
  const { host, ground, plot, overlay, handles, readout } = elements
  const owner = {}
  const under = repainter({ current: ground })
  const over = repainter({ current: overlay })
  let drawn: readonly unknown[] = []
  let due: readonly unknown[] = []
  let timer = 0

  const size = new ResizeObserver(() => {
    window_.width = host.clientWidth
    window_.height = host.clientHeight
    requestDraw()
  })
  size.observe(host)

  /** Asks plotly for the window as it is once nothing has changed for a moment. */
  const settle = (key: readonly unknown[]): void => {
    if (same(key, due)) return
    due = key
    window.clearTimeout(timer)
    timer = window.setTimeout(() => {
      const plotly = plotlyWhenLoaded(requestDraw)
      if (!plotly) {
        due = []
        return
      }
      atRest(owner, () => {
        due = []
        const surface = window_.surface()
        const view = window_.current()
        const tokens = readTokens()
        if (!surface || window_.preview || !same(key, [surface, view, tokens])) return requestDraw()
        const { data, layout, config } = curveFigure(surface, view, tokens)
        void plotly.react(plot, data, layout, config)
        drawn = key
        requestDraw()
      })
    }, drawn.length === 0 ? 0 : REST)
  }

  const still = (view: CurveView, tokens: Tokens): void => {
    const surface = window_.surface()
    const { session } = store.getState()
    const key = [surface, view, tokens]
    const fresh = same(key, drawn)
    const shown = fresh ? 'visible' : 'hidden'
    if (plot.style.visibility !== shown) plot.style.visibility = shown
    if (surface && !fresh && !session.dragging && !window_.preview) settle(key)
    under.paint(window_.width, window_.height, [...key, fresh], (ctx) => {
      if (surface) drawGround(ctx, surface, view, !fresh, tokens)
    })
  }

  const stop = onFrame(() => {
    if (window_.width < 40 || window_.height < 60) return
    const state = store.getState()
    if (state.experiment.domain.length !== 1) return
    homeDomain()
    const view = window_.current()
    const tokens = readTokens()
    const { landscape } = resolvedOf(state.experiment)
    still(view, tokens)
    const height = `${view.layout.curve.height}px`
    const gain = `${view.layout.gain?.height ?? 0}px`
    if (handles.style.height !== height || host.style.getPropertyValue('--gain') !== gain) {
      handles.style.height = height
      host.style.setProperty('--curve', height)
      host.style.setProperty('--gain', gain)
      host.style.setProperty('--slope', `${view.layout.slope?.height ?? 0}px`)
      // The handles measured their host before this frame.
      requestDraw()
    }
    over.paint(window_.width, window_.height, [landscape, view, tokens, ...movesFrom(state)], (ctx) => drawCurve(ctx, state, landscape, view, tokens))
    const { hover, dragging } = state.session
    readout.hidden = !hover || dragging || !window_.pointer || window_.preview !== undefined
    if (hover && !readout.hidden) showReadout(readout, window_, curvePoint(landscape, hover[0]), view)
  })
  const unlisten = stageGestures(host, curveTarget(window_), hint)

  return () => {
    stop()
    unlisten()
    size.disconnect()
    window.clearTimeout(timer)
    cancelRest(owner)
    if (drawn.length > 0) plotlyWhenLoaded(() => undefined)?.purge(plot)
  }
}

function showReadout(element: HTMLElement, { pointer, width }: CurveWindow, point: ReturnType<typeof curvePoint>, view: CurveView): void {
  if (!pointer) return
  const number = (v: number): string => (Number.isNaN(v) ? 'undefined' : formatNumber(v))
  const text = `x = ${coordinateText(point.x, view.x[1] - view.x[0])}   f = ${number(point.f)}\nf′ = ${number(point.slope)}   f″ = ${number(point.curvature)}`
  if (element.textContent !== text) element.textContent = text
  const left = pointer.x + 16 + element.offsetWidth > width ? pointer.x - 16 - element.offsetWidth : pointer.x + 16
  const top = pointer.y - 14 - element.offsetHeight < 0 ? pointer.y + 14 : pointer.y - 14 - element.offsetHeight
  element.style.transform = `translate(${Math.max(0, left)}px, ${top}px)`
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i])
}
