/**
 * The map: relief, contours and axes, paths, critical points and start handles in layers, all through one window on the plane.
 */
import { lazy, Suspense, useCallback, useEffect, useId, useRef, useState } from 'react'
import type { CriticalPoint } from '../../core/explore/events.ts'
import { texName } from '../../core/formula/print.ts'
import { describedOf } from '../../store/described.ts'
import { store, useStore } from '../../store/store.ts'
import { Tex } from '../math.tsx'
import type { ContourLabel } from '../plot/contour-labels.ts'
import { contourPlot } from '../plot/contour-plot.ts'
import { onFrame, requestDraw } from '../plot/frame.ts'
import { stageGestures } from '../plot/gestures.ts'
import type { MapOverlay } from '../plot/map-overlay.ts'
import { mapTarget, mapView, type MapView } from '../plot/map-view.ts'
import { NOWHERE } from '../plot/nowhere.ts'
import { pageScale } from '../plot/page-scale.ts'
import type { Relief } from '../plot/relief.ts'
import { showReadout } from '../plot/readout.ts'
import { reliefCanvas } from '../plot/relief-canvas.ts'
import { StartHandle } from '../plot/start-handle.tsx'
import { readTokens } from '../plot/style.ts'
import { pick, place, type Viewport } from '../plot/viewport.ts'
import { homeDomain } from '../plot/zoom.ts'
import './map.css'

const GlyphLayer = lazy(() => import('../plot/glyph-layer.tsx').then((m) => ({ default: m.GlyphLayer })))
const BasinLayer = lazy(() => import('./basin-layer.tsx').then((m) => ({ default: m.BasinLayer })))

/** How long nothing must have changed before labels are placed anew, in ms. */
const REST = 140
const atRest = () => import('../plot/map-rest.ts')
const HINT = 1600

export function MapPanel() {
  const host = useRef<HTMLDivElement>(null)
  const relief = useRef<HTMLCanvasElement>(null)
  const plot = useRef<HTMLDivElement>(null)
  const overlay = useRef<HTMLCanvasElement>(null)
  const balls = useRef<HTMLCanvasElement>(null)
  const readout = useRef<HTMLDivElement>(null)
  const labels = useRef<SVGSVGElement>(null)
  const [view] = useState(mapView)
  const [glyphStage] = useState(() => ({
    size: () => view.current(),
    place: (point: CriticalPoint) => place(view.current(), point.x),
  }))
  const [placed, setPlaced] = useState<readonly ContourLabel[]>([])
  const [summary, setSummary] = useState('')
  const [hint, setHint] = useState(false)
  const [failed, setFailed] = useState('')
  const describedBy = useId()
  const name = useStore((s) => describedOf(s.experiment).name)
  const axes = useStore((s) => describedOf(s.experiment).coordinates)
  const starts = useStore((s) => s.experiment.starts.length)
  const glyphs = useStore((s) => !s.experiment.hidden.includes('critical'))
  const note = useStore((s) => holes(s.results.surface))
  const empty = useStore((s) => s.results.surface === undefined)
  const mapped = useStore((s) => s.experiment.basins !== undefined)
  const area = useCallback(() => ({ ...view.current(), top: 0 }), [view])

  useEffect(() => {
    if (!host.current || !relief.current || !plot.current || !overlay.current || !balls.current) return
    const element = host.current
    const canvases = [overlay.current, balls.current] as const
    let moves: MapOverlay | undefined
    let coming: Promise<void> | undefined
    const ground = reliefCanvas(relief.current)
    const contours = contourPlot(plot.current, setFailed)
    let gone = false
    let hintTimer = 0
    let restTimer = 0
    let restFor = ''
    let labelsFor: readonly unknown[] = []
    let labelsAt: { readonly view: Viewport; readonly ground: string } | undefined

    const unlisten = stageGestures(element, mapTarget(view), () => {
      setHint(true)
      window.clearTimeout(hintTimer)
      hintTimer = window.setTimeout(() => setHint(false), HINT)
    })
    const size = new ResizeObserver(() => {
      view.width = element.clientWidth
      view.height = element.clientHeight
      requestDraw()
    })
    size.observe(element)

    const rest = async (shown: Relief | undefined): Promise<void> => {
      restTimer = 0
      const { mapObstacles, placeLabels, summaryOf } = await atRest()
      if (gone) return
      const state = store.getState()
      setSummary(summaryOf(state))
      const { width, height, box } = view.current()
      // A relief of another window has its lines elsewhere; the one for this window is on its way.
      const fits = state.results.surface?.domain.every(([low, high], i) => low === box[i]?.[0] && high === box[i]?.[1])
      const lines = shown && fits && !state.experiment.hidden.includes('contours')
      const at = { width, height, box }
      const { objective, formula } = describedOf(state.experiment)
      labelsAt = { view: at, ground: groundKey(objective?.id ?? formula, state.experiment.params) }
      setPlaced(lines ? placeLabels(shown, width, height, mapObstacles(state, at)) : [])
    }

    /** Fetches what draws paths while the first ones are computed; a failed download is tried again in the next frame. */
    const fetchOverlay = async (): Promise<void> => {
      try {
        const { mapOverlay } = await import('../plot/map-overlay.ts')
        if (!gone) moves = mapOverlay(...canvases)
        requestDraw()
      } catch (error) {
        coming = undefined
        reportError(error)
      }
    }

    const stop = onFrame(() => {
      const state = store.getState()
      const v = view.current()
      homeDomain()
      if (v.width === 0 || v.height === 0) return
      const { experiment, results, session } = state
      const tokens = readTokens()
      const surface = results.surface?.shape.length === 2 ? results.surface : undefined
      const scale = surface && pageScale(state)
      const moving = v.preview || session.dragging
      const shown = ground.draw(surface, results.full, scale, tokens, v, moving)
      const { objective, formula } = describedOf(experiment)
      const of = groundKey(objective?.id ?? formula, experiment.params)
      const lines = !experiment.hidden.includes('contours')
      contours.update(surface && scale ? { surface, scale, tokens, lines, ground: of } : undefined, v, moving)
      if (moves) moves.draw(state, v, tokens)
      else coming ??= fetchOverlay()
      showReadout(readout.current, session.dragging || v.preview ? undefined : v.pointer, v.width)
      // Labels of another window or another ground would stand beside their lines.
      const { box, width, height } = labelsAt?.view ?? {}
      const right = labelsAt?.ground === of && box === v.box && width === v.width && height === v.height
      const hidden = String(!right)
      if (labels.current && labels.current.dataset.hidden !== hidden) labels.current.dataset.hidden = hidden
      // Labels and summary follow when everything has come to rest.
      const now = [
        scale, results.critical, results.runsDone, experiment.hidden, experiment.runs, experiment.starts, v.box, v.width, v.height,
      ]
      if (moving || session.playing || now.every((part, i) => part === labelsFor[i])) return
      const key = `${results.revision} ${v.width} ${v.height}`
      if (restTimer !== 0 && key === restFor) return
      restFor = key
      window.clearTimeout(restTimer)
      restTimer = window.setTimeout(() => {
        labelsFor = now
        rest(shown).catch(reportError)
      }, REST)
    })
    return () => {
      gone = true
      stop()
      unlisten()
      size.disconnect()
      contours.destroy()
      moves?.destroy()
      window.clearTimeout(hintTimer)
      window.clearTimeout(restTimer)
    }
  }, [view])

  return (
    <section className="map" aria-label={`Map of ${name}`} aria-describedby={describedBy}>
      <div ref={host} className="ground">
        <canvas ref={relief} className="layer" aria-hidden="true" />
        {mapped && <Suspense fallback={null}><BasinLayer area={area} /></Suspense>}
        <div ref={plot} className="layer contours" aria-hidden="true" />
        <svg ref={labels} className="layer labels" aria-hidden="true">
          {placed.map((label) => (
            <text
              key={`${label.text} ${label.x} ${label.y}`}
              transform={`translate(${label.x.toFixed(1)} ${label.y.toFixed(1)}) rotate(${label.angle.toFixed(1)})`}
            >
              {label.text}
            </text>
          ))}
        </svg>
        <canvas ref={overlay} className="layer" aria-hidden="true" />
        <canvas ref={balls} className="layer balls" aria-hidden="true" />
        <span className="axis y" aria-hidden="true"><Tex tex={texName(axes[1] ?? 'y')} /></span>
        <span className="axis x" aria-hidden="true"><Tex tex={texName(axes[0])} /></span>
        {glyphs && <Suspense fallback={null}><GlyphLayer stage={glyphStage} /></Suspense>}
        {Array.from({ length: starts }, (_, i) => <MapHandle key={i} start={i} view={view} />)}
        <div ref={readout} className="readout" aria-hidden="true" hidden />
        {empty && <p className="notice waiting">Computing the landscape.</p>}
        {note !== '' && <p className="notice">{note}</p>}
        {failed !== '' && (
          <p className="notice" role="alert">Contour lines could not be loaded ({failed}). Reload the page to try again.</p>
        )}
        {hint && <p className="notice">Click the map first, or hold Ctrl, to zoom with the wheel.</p>}
      </div>
      <p id={describedBy} className="visually-hidden">{summary}</p>
    </section>
  )
}

function MapHandle({ start, view }: { readonly start: number; readonly view: MapView }) {
  const [functions] = useState(() => ({
    place: (point: readonly number[]) => place(view.current(), point),
    pick: (px: number, py: number) => pick(view.current(), px, py),
  }))
  return <StartHandle start={start} place={functions.place} pick={functions.pick} />
}

/** What formula and parameters a contour line is of. */
function groundKey(formula: string, params: Readonly<Record<string, number>>): string {
  return `${formula} ${Object.entries(params).map(([name, v]) => `${name}=${v}`).join(' ')}`
}

function holes(surface: { readonly undefinedCount: number; readonly f: Float64Array } | undefined): string {
  if (!surface || surface.undefinedCount === 0) return ''
  return surface.undefinedCount === surface.f.length
    ? NOWHERE
    : 'Hatched: the function is undefined or infinite there.'
}
