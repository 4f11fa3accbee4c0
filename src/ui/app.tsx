/** The page: three arrangements of the same panels. Each panel reads the store itself; nothing is handed down. */
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useDescribed } from '../store/selectors.ts'
import { useStore } from '../store/store.ts'
import './theme.css'
import './app.css'
import { Boundary } from './boundary.tsx'
import { useGlobalKeys } from './keys.ts'
import { useLayout } from './layout.ts'
import { Notices } from './panels/notices.tsx'
import { StagePanel } from './panels/stage.tsx'
import { TopBar } from './panels/top-bar.tsx'

const PhoneSheet = lazy(() => import('./panels/phone-sheet.tsx').then((m) => ({ default: m.PhoneSheet })))
const settings = () => import('./panels/settings.tsx')
const LandscapePanel = lazy(() => settings().then((m) => ({ default: m.LandscapePanel })))
const OptimizersPanel = lazy(() => settings().then((m) => ({ default: m.OptimizersPanel })))
const TransportPanel = lazy(() => settings().then((m) => ({ default: m.TransportPanel })))
const readings = () => import('./panels/readings.tsx')
const InspectorPanel = lazy(() => readings().then((m) => ({ default: m.InspectorPanel })))
const Legend = lazy(() => readings().then((m) => ({ default: m.Legend })))
const NextStepPanel = lazy(() => readings().then((m) => ({ default: m.NextStepPanel })))
const VerdictsPanel = lazy(() => readings().then((m) => ({ default: m.VerdictsPanel })))
const BasinLegend = lazy(() => import('./panels/basin-legend.tsx').then((m) => ({ default: m.BasinLegend })))
const SweepLegend = lazy(() => import('./panels/sweep-legend.tsx').then((m) => ({ default: m.SweepLegend })))
const EnsembleLegend = lazy(() => import('./panels/ensemble-legend.tsx').then((m) => ({ default: m.EnsembleLegend })))
const ChartsPanel = lazy(() => import('./panels/charts.tsx').then((m) => ({ default: m.ChartsPanel })))

export function App() {
  return (
    <Boundary>
      <Page />
    </Boundary>
  )
}

function Page() {
  const layout = useLayout()
  const [drawer, setDrawer] = useState(false)
  const main = useRef<HTMLElement>(null)
  const [help, setHelp] = useState(false)
  const openHelp = useCallback(() => setHelp(true), [])
  useGlobalKeys(openHelp)
  useTitle()
  const stage = (
    <Boundary what="The stage">
      <StagePanel />
    </Boundary>
  )
  const transport = (
    <Boundary what="The transport">
      <Suspense fallback={<div className="transport-place" />}>
        <TransportPanel />
      </Suspense>
    </Boundary>
  )
  return (
    <div className="app" data-layout={layout}>
      <SkipLink onSkip={() => main.current?.focus()} />
      <TopBar layout={layout} drawer={drawer} onDrawer={setDrawer} help={help} onHelp={setHelp} />
      <Notices />
      {layout === 'phone' ? (
        <main className="phone-stage" id="stage" ref={main} tabIndex={-1} aria-label="Stage">
          {stage}
          {transport}
          <Suspense fallback={<div className="sheet-waiting" />}>
            <PhoneSheet runs={<Readings />} point={<PointAndRest />} charts={<Charts />} landscape={<Landscape />} />
          </Suspense>
        </main>
      ) : (
        <div className="columns">
          <section className="rail left" aria-label="Experiment">
            <Landscape />
            <Part what="The list of optimizers">
              <OptimizersPanel />
            </Part>
          </section>
          <main className="centre" id="stage" ref={main} tabIndex={-1} aria-label="Stage">
            {stage}
            {transport}
            <Charts />
          </main>
          {layout === 'wide' ? (
            <aside className="rail right" aria-label="Readings">
              <Point />
              <Part what="The verdicts">
                <VerdictsPanel />
              </Part>
              <Maps />
              <Rest />
            </aside>
          ) : (
            <Drawer open={drawer} onClose={() => setDrawer(false)}>
              <Point />
              <Part what="The verdicts">
                <VerdictsPanel />
              </Part>
              <Maps />
              <Rest />
            </Drawer>
          )}
        </div>
      )}
    </div>
  )
}

function Landscape() {
  return (
    <Part what="The landscape section">
      <LandscapePanel />
    </Part>
  )
}

function Point() {
  return (
    <Part what="The inspector">
      <InspectorPanel />
    </Part>
  )
}

/** The legends of the maps that are shown. */
function Maps() {
  const mapped = useStore((s) => s.experiment.basins !== undefined)
  const swept = useStore((s) => s.experiment.sweep !== undefined)
  const tried = useStore((s) => s.experiment.ensemble !== undefined)
  return (mapped || swept || tried) && (
    <Part what="The legend of the map">
      {swept && <SweepLegend />}
      {tried && <EnsembleLegend />}
      {mapped && <BasinLegend />}
    </Part>
  )
}

function Rest() {
  return (
    <Part what="This section">
      <NextStepPanel />
      <Legend />
    </Part>
  )
}

function PointAndRest() {
  return (
    <>
      <Maps />
      <Point />
      <Rest />
    </>
  )
}

/** The phone's first tab: how every run ended, then their settings. */
function Readings() {
  return (
    <Boundary what="The list of runs">
      <Later>
        <VerdictsPanel />
      </Later>
      <Later>
        <OptimizersPanel />
      </Later>
    </Boundary>
  )
}

function Charts() {
  return (
    <Boundary what="The charts">
      <Suspense fallback={<p className="charts-loading quiet small">Charts are loading.</p>}>
        <ChartsPanel />
      </Suspense>
    </Boundary>
  )
}

/** A part that comes a moment after the stage, and that fails alone. */
function Part({ what, children }: { readonly what: string; readonly children: ReactNode }) {
  return (
    <Boundary what={what}>
      <Later>{children}</Later>
    </Boundary>
  )
}

/** Settings and readings come a moment after the stage; their place stays empty until then. */
function Later({ children }: { children: ReactNode }) {
  return <Suspense fallback={null}>{children}</Suspense>
}

/** Leaves the link in the address bar alone: the fragment is the experiment. */
function SkipLink({ onSkip }: { onSkip: () => void }) {
  return (
    <a
      className="skip-link"
      href="#stage"
      onClick={(event) => {
        event.preventDefault()
        onSkip()
      }}
    >
      Skip to the stage
    </a>
  )
}

/** Between phone and wide window the readings slide over the stage. Escape closes; the page behind stays usable. */
function Drawer({ open, onClose, children }: { open: boolean; onClose: () => void; children: ReactNode }) {
  return (
    <aside
      id="readings"
      className="rail right drawer"
      aria-label="Readings"
      data-open={open}
      inert={!open}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      {children}
    </aside>
  )
}

function useTitle(): void {
  const { name } = useDescribed()
  useEffect(() => {
    document.title = `${name} · Descent`
  }, [name])
}
