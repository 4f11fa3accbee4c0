/** The stage of a function of one coordinate: the curve, the strips of f′ and f″, and everything that moves on them. */
import { lazy, Suspense, useCallback, useEffect, useId, useRef, useState } from 'react'
import type { CriticalPoint } from '../../core/explore/events.ts'
import { texName } from '../../core/formula/print.ts'
import { describedOf } from '../../store/described.ts'
import { resolvedOf } from '../../store/resolved.ts'
import { store, useStore } from '../../store/store.ts'
import { formatNumber } from '../format.ts'
import { Tex } from '../math.tsx'
import { attachCurve } from '../plot/curve-stage.ts'
import { fromX, toX, toY, type CurveView } from '../plot/curve-view.ts'
import { curveWindow, type CurveWindow } from '../plot/curve-window.ts'
import { curvePoint } from '../plot/curve-point.ts'
import { GlyphLayer } from '../plot/glyph-layer.tsx'
import { showsGain } from '../plot/method-memory.ts'
import { NOWHERE } from '../plot/nowhere.ts'
import { StartHandle } from '../plot/start-handle.tsx'
import './curve.css'

const BasinLayer = lazy(() => import('./basin-layer.tsx').then((m) => ({ default: m.BasinLayer })))

const HINT = 1600
/** Height of the strip of basins at the foot of the curve, in px. */
const STRIP = 18
const NONE: readonly CriticalPoint[] = []
/** A minimum at the end of the domain is on the edge of the panel: its glyph is kept whole, this many px from the edge. */
const WHOLE = 8

export function CurvePanel() {
  const host = useRef<HTMLDivElement>(null)
  const ground = useRef<HTMLCanvasElement>(null)
  const plot = useRef<HTMLDivElement>(null)
  const overlay = useRef<HTMLCanvasElement>(null)
  const handles = useRef<HTMLDivElement>(null)
  const readout = useRef<HTMLDivElement>(null)
  const [window_] = useState(curveWindow)
  const [glyphStage] = useState(() => ({
    size: () => glyphArea(window_.current()),
    place: (point: CriticalPoint) => glyphPlace(window_.current(), point),
  }))
  const [hint, setHint] = useState(false)
  const describedBy = useId()
  const name = useStore((s) => describedOf(s.experiment).name)
  const axis = useStore((s) => describedOf(s.experiment).coordinates[0])
  const starts = useStore((s) => s.experiment.starts.length)
  const glyphs = useStore((s) => !s.experiment.hidden.includes('critical'))
  const derivatives = useStore((s) => !s.experiment.hidden.includes('derivatives'))
  const gain = useStore((s) => showsGain(s.experiment))
  const mapped = useStore((s) => s.experiment.basins !== undefined)
  const area = useCallback(() => {
    const { x, layout } = window_.current()
    return { box: [x], top: layout.curve.top + layout.curve.height - STRIP, width: layout.width, height: STRIP }
  }, [window_])
  const surface = useStore((s) => (s.results.surface?.shape.length === 1 ? s.results.surface : undefined))
  const nowhere = surface !== undefined && surface.undefinedCount === surface.f.length

  useEffect(() => {
    if (!host.current || !ground.current || !plot.current || !overlay.current || !handles.current || !readout.current) return
    let timer = 0
    const elements = {
      host: host.current, ground: ground.current, plot: plot.current, overlay: overlay.current, handles: handles.current, readout: readout.current,
    }
    const detach = attachCurve(elements, window_, () => {
      setHint(true)
      window.clearTimeout(timer)
      timer = window.setTimeout(() => setHint(false), HINT)
    })
    return () => {
      window.clearTimeout(timer)
      detach()
    }
  }, [window_])

  return (
    <section className="curve" aria-label={`Curve of ${name}`} aria-describedby={describedBy}>
      <div ref={host} className="ground">
        <canvas ref={ground} className="layer" aria-hidden="true" />
        <div ref={plot} className="layer plot" aria-hidden="true" />
        {mapped && <Suspense fallback={null}><BasinLayer area={area} /></Suspense>}
        {glyphs && <GlyphLayer stage={glyphStage} />}
        <canvas ref={overlay} className="layer overlay" aria-hidden="true" />
        <span className="title f" aria-hidden="true"><Tex tex={`f(${texName(axis)})`} /></span>
        {gain && <span className="title gain" aria-hidden="true"><Tex tex={`a(${texName(axis)})`} /> acquisition</span>}
        {derivatives && (
          <>
            <span className="title slope" aria-hidden="true"><Tex tex="f'(x)" /> slope</span>
            <span className="title curvature" aria-hidden="true"><Tex tex="f''(x)" /> curvature</span>
          </>
        )}
        <span className="title x" aria-hidden="true"><Tex tex={texName(axis)} /></span>
        <div ref={handles} className="handles">
          {Array.from({ length: starts }, (_, i) => <CurveHandle key={i} start={i} window_={window_} />)}
        </div>
        <div ref={readout} className="readout" aria-hidden="true" hidden />
        <Beyond window_={window_} />
        {surface === undefined && <p className="notice">Computing the curve.</p>}
        {nowhere && <p className="notice">{NOWHERE}</p>}
        {hint && <p className="notice">Click the curve first, or hold Ctrl, to zoom with the wheel.</p>}
      </div>
      <Description id={describedBy} />
    </section>
  )
}

function glyphArea({ layout }: CurveView): { readonly width: number; readonly height: number } {
  return { width: layout.width, height: layout.curve.height }
}

function glyphPlace(view: CurveView, point: CriticalPoint): readonly [number, number] {
  const { width, curve } = view.layout
  const x = toX(view, point.x[0])
  const near = x >= -WHOLE && x <= width + WHOLE
  return [near ? Math.min(Math.max(x, WHOLE), width - WHOLE) : x, toY(view.f, curve, point.f)]
}

/** A start that rides on the curve; where the curve is undefined it waits above the axis. */
function CurveHandle({ start, window_ }: { readonly start: number; readonly window_: CurveWindow }) {
  const [functions] = useState(() => ({
    place: (point: readonly number[]): readonly [number, number] => {
      const view = window_.current()
      const { curve } = view.layout
      const y = toY(view.f, curve, curvePoint(resolvedOf(store.getState().experiment).landscape, point[0]).f)
      return [toX(view, point[0]), Number.isNaN(y) ? curve.top + curve.height - 26 : y]
    },
    pick: (px: number): readonly number[] => [fromX(window_.current(), px)],
  }))
  return <StartHandle start={start} place={functions.place} pick={functions.pick} />
}

/** Says so where the curve goes on beyond the heights shown. */
function Beyond({ window_ }: { readonly window_: CurveWindow }) {
  const surface = useStore((s) => (s.session.dragging || s.results.surface?.shape.length !== 1 ? undefined : s.results.surface))
  if (!surface) return null
  window_.current()
  const { over, under } = window_.beyond()
  if (!over && !under) return null
  const ends = [over && `rises to ${surface.f.includes(Infinity) ? 'infinity' : formatNumber(surface.high, 3)}`, under && `falls to ${surface.f.includes(-Infinity) ? 'minus infinity' : formatNumber(surface.low, 3)}`]
  const where = over && under ? 'Off the top and the bottom' : over ? 'Off the top' : 'Off the bottom'
  return <p className="beyond quiet">{`${where}: the curve ${ends.filter(Boolean).join(' and ')}.`}</p>
}

/** The curve in words, for those who do not see it. Written at rest. */
function Description({ id }: { readonly id: string }) {
  const critical = useStore((s) => (s.session.dragging ? undefined : s.results.critical))
  const surface = useStore((s) => (s.session.dragging || s.results.surface?.shape.length !== 1 ? undefined : s.results.surface))
  const points = critical?.points ?? NONE
  return (
    <div id={id} className="visually-hidden">
      {surface && (
        <p>
          {`x from ${formatNumber(surface.domain[0][0])} to ${formatNumber(surface.domain[0][1])}, heights from ${formatNumber(surface.low)} to ${formatNumber(surface.high)}.`}
          {surface.undefinedCount > 0 ? ` Undefined or infinite at ${surface.undefinedCount} of ${surface.f.length} samples.` : ''}
        </p>
      )}
      <ul>
        {points.map((point) => (
          <li key={`${point.kind} ${point.x[0]}`}>
            {`${point.kind}${point.letter === '' ? '' : ` ${point.letter}`} at x ${formatNumber(point.x[0])}, height ${formatNumber(point.f)}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
