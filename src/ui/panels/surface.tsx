/** The landscape as a block in relief: plotly draws the ground, everything that moves is drawn above it on a canvas of our own. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CriticalPoint } from '../../core/explore/events.ts'
import { describedOf } from '../../store/described.ts'
import { store, useStore } from '../../store/store.ts'
import { onFrame, requestDraw } from '../plot/frame.ts'
import { movesFrom } from '../plot/moving.ts'
import { pageScale } from '../plot/page-scale.ts'
import { repainter } from '../plot/repaint.ts'
import { StartHandle } from '../plot/start-handle.tsx'
import { NOWHERE } from '../plot/nowhere.ts'
import { readTokens } from '../plot/style.ts'
import { attachControls, type Hand } from '../plot/surface-controls.ts'
import { modelKeeper, pickNear, place, type Model } from '../plot/surface-model.ts'
import { drawMoving, drawStill, trailKeeper } from '../plot/surface-overlay.ts'
import { showReadout } from '../plot/readout.ts'
import { createScene, type Scene } from '../plot/surface-scene.ts'
import { hasWebGL } from '../plot/webgl.ts'
import './surface.css'

type Status = 'loading' | 'drawn' | 'no-webgl' | 'lost' | 'failed'

const NO_POINTS: readonly CriticalPoint[] = []

export function SurfacePanel() {
  const region = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const still = useRef<HTMLCanvasElement>(null)
  const moving = useRef<HTMLCanvasElement>(null)
  const readout = useRef<HTMLDivElement>(null)
  const size = useRef({ width: 0, height: 0 })
  const hand = useRef<Hand>({ camera: undefined, pointer: undefined })
  const [status, setStatus] = useState<Status>(() => (hasWebGL() ? 'loading' : 'no-webgl'))
  const [attempt, setAttempt] = useState(0)
  const starts = useStore((s) => s.experiment.starts.length)
  const says = useStore((s) => emptiness(s.results.surface))

  const [keep] = useState(modelKeeper)
  const model = useCallback((): Model | undefined => {
    const state = store.getState()
    return keep({
      camera: hand.current.camera ?? state.experiment.camera, ...size.current, surface: state.results.surface, scale: pageScale(state),
    })
  }, [keep])

  useEffect(() => {
    const element = region.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => {
      size.current = { width: element.clientWidth, height: element.clientHeight }
      requestDraw()
    })
    observer.observe(element)
    const stop = attachControls(element, hand.current, model)
    return () => {
      observer.disconnect()
      stop()
    }
  }, [model])

  useEffect(() => {
    const element = host.current
    if (!element || !hasWebGL()) return undefined
    let scene: Scene | undefined
    let left = false
    const failed = (reason: unknown): void => {
      if (left) return
      setStatus('failed')
      reportError(reason)
    }
    import('../plot/plotly-3d.ts').then(({ Plotly }) => {
      if (left) return
      scene = createScene(element, Plotly, {
        again: requestDraw, drawn: () => setStatus('drawn'), lost: () => setStatus('lost'), failed,
      })
      requestDraw()
    }, failed)
    const stop = onFrame(() => {
      const now = model()
      const { session } = store.getState()
      if (now) scene?.draw({ view: now.view, relief: now.relief, levels: contours(now), tokens: readTokens(), dragging: session.dragging })
    })
    return () => {
      left = true
      stop()
      scene?.dispose()
    }
  }, [model, attempt])

  useEffect(() => {
    const trailsOf = trailKeeper()
    const layers = [still, moving].map((layer) => repainter(layer))
    // Text drawn before its font has arrived is drawn again with it.
    const fonts = (): void => {
      layers[0].forget()
      requestDraw()
    }
    document.fonts?.addEventListener('loadingdone', fonts)
    const stop = onFrame(() => {
      const { width, height } = size.current
      const state = store.getState()
      const { experiment, results, session } = state
      const tokens = readTokens()
      const now = model()
      const critical = experiment.hidden.includes('critical') ? NO_POINTS : results.critical?.points ?? NO_POINTS
      const names = describedOf(experiment).coordinates
      layers[0].paint(width, height, [now, tokens, critical, names], (ctx) => {
        if (now) drawStill(ctx, critical, now, names, tokens)
      })
      layers[1].paint(width, height, [now, tokens, ...movesFrom(state)], (ctx) => {
        showReadout(readout.current, session.dragging ? undefined : hand.current.pointer, width)
        if (now) drawMoving(ctx, state, now, trailsOf(results.paths, now.relief, results.revision), tokens)
      })
    })
    return () => {
      stop()
      document.fonts?.removeEventListener('loadingdone', fonts)
    }
  }, [model])

  const putHandle = useCallback((point: readonly number[]) => {
    const now = model()
    return now && place(now, point)
  }, [model])

  const message = status === 'loading' ? says ?? 'Drawing the surface.' : says
  return (
    <div className="surface">
      <div
        ref={region} className="region" tabIndex={0} role="application" aria-roledescription="3-D view"
        aria-label="Surface. Arrow keys turn it, plus and minus zoom, 0 brings back the first view."
        aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown + - 0"
      >
        <div ref={host} className="ground" aria-hidden="true" key={attempt} />
        <canvas ref={still} className="overlay" aria-hidden="true" />
        <canvas ref={moving} className="overlay" aria-hidden="true" />
      </div>
      {Array.from({ length: starts }, (_, i) => (
        <SurfaceHandle key={i} start={i} place={putHandle} model={model} />
      ))}
      <div ref={readout} className="readout" aria-hidden="true" hidden />
      {status === 'no-webgl' && (
        <p className="state" role="status">This browser gives no WebGL, so the surface cannot be drawn. The map shows the same landscape.</p>
      )}
      {(status === 'lost' || status === 'failed') && (
        <div className="state" role="alert">
          <p>{status === 'lost' ? 'The browser has taken back the graphics memory of the surface. Nothing else is lost.' : 'The surface could not be drawn. The map shows the same landscape.'}</p>
          <button type="button" onClick={() => { setStatus('loading'); setAttempt((n) => n + 1) }}>Draw it again</button>
        </div>
      )}
      {(status === 'loading' || status === 'drawn') && message !== undefined && <p className="state quiet" role="status">{message}</p>}
    </div>
  )
}

/** One start on the surface. Dragged beyond the rim it slides along it, at the height it had. */
function SurfaceHandle({ start, place: put, model }: {
  start: number
  place: (point: readonly number[]) => readonly [number, number] | undefined
  model: () => Model | undefined
}) {
  const pickStart = useCallback((px: number, py: number) => {
    const now = model()
    const point = store.getState().experiment.starts[start]
    return now && point ? pickNear(now, px, py, point) : undefined
  }, [model, start])
  return <StartHandle start={start} place={put} pick={pickStart} />
}

const NONE: Model['levels'] = []

/** The isolines that are wanted. */
function contours({ levels }: Model): Model['levels'] {
  return store.getState().experiment.hidden.includes('contours') ? NONE : levels
}

/** Why there is no ground to see, as a sentence; undefined where there is some. */
function emptiness(surface: ReturnType<typeof store.getState>['results']['surface']): string | undefined {
  if (!surface) return undefined
  if (surface.shape.length !== 2) return 'A surface needs two coordinates. The curve shows this landscape.'
  return surface.undefinedCount === surface.f.length ? NOWHERE : undefined
}

export default SurfacePanel
