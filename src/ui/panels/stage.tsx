/** The stage: its bar, and the views of the landscape: map, surface or both for two coordinates, the curve for one. */
import { House, Maximize, Minimize, ZoomIn, ZoomOut } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { View } from '../../core/experiment/experiment.ts'
import { setBasins, setEnsemble, setHidden, setSweep, setView } from '../../store/edit.ts'
import { useStore } from '../../store/store.ts'
import { Boundary } from '../boundary.tsx'
import { useLayers } from '../layers.ts'
import { useLayout } from '../layout.ts'
import { Split } from '../split.tsx'
import { hasWebGL } from '../plot/webgl.ts'
import { atHome, resetView, toggleFullScreen, zoomIn, zoomOut } from '../plot/zoom.ts'
import { boxOf } from './close.ts'
import { MapPanel } from './map.tsx'
import './stage.css'

const SurfacePanel = lazy(() => import('./surface.tsx').then((m) => ({ default: m.SurfacePanel })))
const SweepPanel = lazy(() => import('./sweep.tsx').then((m) => ({ default: m.SweepPanel })))
const EnsemblePanel = lazy(() => import('./ensemble.tsx').then((m) => ({ default: m.EnsemblePanel })))
const CurvePanel = lazy(() => import('./curve.tsx').then((m) => ({ default: m.CurvePanel })))

const VIEWS: readonly (readonly [View, string])[] = [['map', 'Map'], ['split', 'Split'], ['surface', 'Surface']]
/** Below this width there is no room for both views side by side. */
const ROOM = '(min-width: 1100px)'

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (tell) => {
      const media = matchMedia(query)
      media.addEventListener('change', tell)
      return () => media.removeEventListener('change', tell)
    },
    () => matchMedia(query).matches,
  )
}

function useFullScreen(): boolean {
  return useSyncExternalStore(
    (tell) => {
      document.addEventListener('fullscreenchange', tell)
      return () => document.removeEventListener('fullscreenchange', tell)
    },
    () => document.fullscreenElement !== null,
  )
}

export function StagePanel() {
  const stage = useRef<HTMLDivElement>(null)
  const layout = useLayout()
  const room = useMedia(ROOM)
  const dimension = useStore((s) => s.experiment.domain.length)
  const wanted = useStore((s) => s.experiment.view)
  const view: View = wanted === 'split' && !room ? 'map' : wanted
  const beside = useStore((s) => (s.experiment.sweep ? 'sweep map' : s.experiment.ensemble ? 'ensemble' : undefined))
  return (
    <div ref={stage} className="stage">
      {layout !== 'phone' && <StageBar dimension={dimension} view={view} room={room} stage={stage} />}
      <div className="views">{beside ? <Beside what={beside} room={room} dimension={dimension} view={view} /> : dimension === 1 ? <Curve /> : <Plane view={view} />}</div>
    </div>
  )
}

function StageBar({ dimension, view, room, stage }: {
  readonly dimension: number
  readonly view: View
  readonly room: boolean
  readonly stage: React.RefObject<HTMLDivElement | null>
}) {
  const hidden = useStore((s) => s.experiment.hidden)
  const layers = useLayers()
  const mapped = useStore((s) => s.experiment.basins !== undefined)
  const swept = useStore((s) => s.experiment.sweep !== undefined)
  const tried = useStore((s) => s.experiment.ensemble !== undefined)
  const home = useStore((s) => atHome(s.experiment.domain))
  const full = useFullScreen()
  const views = room ? VIEWS : VIEWS.filter(([id]) => id !== 'split')
  const zoomsCamera = dimension === 2 && view === 'surface'
  return (
    <div className="bar" role="group" aria-label="Stage">
      {dimension === 2 ? (
        <div className="segmented" role="group" aria-label="View">
          {views.map(([id, label]) => (
            <button key={id} type="button" aria-pressed={id === view} data-state={id === view ? 'on' : 'off'} onClick={() => setView(id)}>{label}</button>
          ))}
        </div>
      ) : (
        <span className="segmented"><button type="button" data-state="on" aria-pressed="true">Curve</button></span>
      )}
      <div className="layers">
        {layers.map(([layer, label]) => (
          <label key={layer} className="toggle">
            <input type="checkbox" checked={!hidden.includes(layer)} onChange={(event) => setHidden(layer, !event.target.checked)} />
            {label}
          </label>
        ))}
        <span className="together">
          <label className="toggle">
            <input type="checkbox" checked={mapped} onChange={(event) => setBasins(event.target.checked ? {} : undefined)} />
            Basins
          </label>
          <label className="toggle">
            <input type="checkbox" id={boxOf('sweep')} checked={swept} onChange={(event) => setSweep(event.target.checked ? {} : undefined)} />
            Sweep
          </label>
          <label className="toggle">
            <input type="checkbox" id={boxOf('ensemble')} checked={tried} onChange={(event) => setEnsemble(event.target.checked ? {} : undefined)} />
            Ensemble
          </label>
        </span>
      </div>
      <span className="tools">
        {!home && <Tool label="Back to the first view" onPress={resetView}><House /></Tool>}
        <Tool label={zoomsCamera ? 'Move the camera away' : 'Zoom out: show a larger domain'} onPress={zoomOut}><ZoomOut /></Tool>
        <Tool label={zoomsCamera ? 'Move the camera closer' : 'Zoom in: show a smaller domain'} onPress={zoomIn}><ZoomIn /></Tool>
        {document.fullscreenEnabled && (
          <Tool
            label={full ? 'Leave full screen' : 'Full screen'}
            onPress={() => void toggleFullScreen(stage.current?.closest('main') ?? stage.current ?? document.documentElement)}
          >
            {full ? <Minimize /> : <Maximize />}
          </Tool>
        )}
      </span>
    </div>
  )
}

function Tool({ label, onPress, children }: {
  readonly label: string
  readonly onPress: () => void
  readonly children: ReactNode
}) {
  return <button type="button" className="icon-button" aria-label={label} title={label} onClick={onPress}>{children}</button>
}

/** The sweep map or the ensemble, and beside it, where there is room, the run that it varies. */
function Beside({ what, room, dimension, view }: { readonly what: 'sweep map' | 'ensemble'; readonly room: boolean; readonly dimension: number; readonly view: View }) {
  const alone = dimension === 1 ? <Curve /> : view === 'surface' ? <Boundary what="The surface"><Surface alone /></Boundary> : <Boundary what="The map"><MapPanel /></Boundary>
  return (
    <Split
      label={`Width of the landscape and the ${what}`}
      left={room ? alone : undefined}
      right={<Boundary what={`The ${what}`}><Suspense fallback={<Waiting what={`The ${what}`} />}>{what === 'ensemble' ? <EnsemblePanel /> : <SweepPanel />}</Suspense></Boundary>}
    />
  )
}

function Plane({ view }: { readonly view: View }) {
  return (
    <Split
      label="Width of map and surface"
      left={view === 'surface' ? undefined : <Boundary what="The map"><MapPanel /></Boundary>}
      right={view === 'map' ? undefined : <Boundary what="The surface"><Surface alone={view === 'surface'} /></Boundary>}
    />
  )
}

function Surface({ alone }: { readonly alone: boolean }) {
  // The first scene takes the graphics driver a while: the map and its handle come first.
  const idle = useIdle()
  const [able] = useState(hasWebGL)
  if (!able) {
    return (
      <div className="message" role="status">
        <p><strong>The surface needs WebGL, which this browser does not offer.</strong></p>
        <p>
          {alone ? 'The map shows the same landscape.' : 'The map beside it shows the same landscape.'} Switching on hardware
          acceleration usually brings the surface back.
        </p>
        {alone && <button type="button" className="line-button" onClick={() => setView('map')}>Show the map</button>}
      </div>
    )
  }
  return idle ? <Suspense fallback={<Waiting what="The surface" />}><SurfacePanel /></Suspense> : <Waiting what="The surface" />
}

function Curve() {
  return (
    <Boundary what="The curve">
      <Suspense fallback={<Waiting what="The curve" />}><CurvePanel /></Suspense>
    </Boundary>
  )
}

function Waiting({ what }: { readonly what: string }) {
  return (
    <div className="message waiting" role="status">
      <svg viewBox="0 0 120 60" width="120" height="60" aria-hidden="true">
        {[0, 1, 2, 3].map((i) => <ellipse key={i} cx="60" cy="30" rx={56 - 14 * i} ry={26 - 6.5 * i} />)}
      </svg>
      <p>{what} is being drawn.</p>
    </div>
  )
}

function useIdle(): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    if ('requestIdleCallback' in window) {
      const id = window.requestIdleCallback(() => setIdle(true), { timeout: 800 })
      return () => window.cancelIdleCallback(id)
    }
    const id = setTimeout(() => setIdle(true), 200)
    return () => clearTimeout(id)
  }, [])
  return idle
}
