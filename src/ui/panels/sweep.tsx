/** The sweep map on the stage: the picture with its axes, the pointer over it, zoom, a cross-hair, the cell under it in words, progress. */
import { ChevronLeft, House, X, ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { SweepChoice, SweepShow } from '../../core/experiment/experiment.ts'
import { knobOf, knobsOf } from '../../core/experiment/knobs.ts'
import { setSweep } from '../../store/edit.ts'
import { wholeAxis } from '../../store/looking.ts'
import { store, useStore } from '../../store/store.ts'
import { cancelSweeps, loadCell, resumeSweeps, startSweeps, sweeps, useSweeps, zoomBack, zoomSweep } from '../../store/sweeps.ts'
import { runName } from '../names.ts'
import { basinLook } from '../plot/basin-look.ts'
import { CrossHair } from '../plot/cross-hair.tsx'
import { fitCanvas, onFrame, requestDraw } from '../plot/frame.ts'
import { readTokens } from '../plot/style.ts'
import { drawAxes, drawBox, drawCurve, drawPresent } from '../plot/sweep-draw.ts'
import { sweepGestures } from '../plot/sweep-gestures.ts'
import { colouredBy, paintSweep } from '../plot/sweep-paint.ts'
import { shownScale } from '../plot/sweep-scale.ts'
import { MARGIN, STRIP, ticksOfSweep } from '../plot/sweep-ticks.ts'
import { cellSays, foundAt, SHOWN } from '../plot/sweep-words.ts'
import { widened, partOf } from '../plot/sweep-zoom.ts'
import { Progress } from '../progress.tsx'
import { closePanel } from './close.ts'
import './sweep.css'

type Place = readonly [number, number]
type Corners = readonly [number, number, number, number]

const chosen = () => store.getState().experiment.sweep

/** Zooms about a place, in shares of the picture. */
function zoom(factor: number, about: Place): void {
  const { experiment } = store.getState()
  const knobs = experiment.sweep ? knobsOf(experiment, experiment.sweep) : []
  zoomSweep((chosen()?.axes ?? []).map((axis, i) => {
    const knob = knobOf(knobs, axis.of)
    return knob === undefined ? axis : widened(axis, factor, about[i], knob)
  }))
}

/** Zooms to what lies between two corners; a single axis goes by its foot alone. */
function choose([x1, y1, x2, y2]: Corners): void {
  const { experiment } = store.getState()
  const knobs = experiment.sweep ? knobsOf(experiment, experiment.sweep) : []
  zoomSweep((chosen()?.axes ?? []).map((axis, i) => {
    const knob = knobOf(knobs, axis.of)
    return knob === undefined ? axis : i === 0 ? partOf(axis, x1, x2, knob) : partOf(axis, y1, y2, knob)
  }))
}

/** Every quantity over all of its slider again. */
function zoomHome(): void {
  const { experiment } = store.getState()
  const knobs = experiment.sweep ? knobsOf(experiment, experiment.sweep) : []
  zoomSweep((chosen()?.axes ?? []).map((axis) => {
    const knob = knobOf(knobs, axis.of)
    return knob === undefined ? axis : wholeAxis(knob)
  }))
}

const found = (at: Place) => foundAt(sweeps.getState(), chosen()?.axes ?? [], at)

function take(at: Place): void {
  const here = found(at)
  if (here) loadCell(here.grid, here.cell)
}

/** What is drawn: of a single axis verdicts have the strip, and steps the curve. */
const shownAs = ({ axes, show }: SweepChoice): SweepShow => (axes.length === 1 && show === 'verdict' ? 'steps' : show)
/** Said where the curve of a single axis has no point. */
const NONE_ARRIVED = 'No run has a number to show here. The strip says what became of them.'
const MIDDLE: Place = [0.5, 0.5]
/** What is pointed at below this share of the height would be covered by what is said of it. */
const LOW = 0.3

export function SweepPanel() {
  const host = useRef<HTMLDivElement>(null)
  const plot = useRef<HTMLDivElement>(null)
  const ground = useRef<HTMLCanvasElement>(null)
  const above = useRef<HTMLCanvasElement>(null)
  const drawn = useRef<Corners>(undefined)
  const pointed = useRef<Place>(MIDDLE)
  const [hover, setHover] = useState<Place>()
  const says = useSweeps((s) => s.says)
  const work = useSweeps((s) => s.work)
  const past = useSweeps((s) => s.past.length)
  const waits = useSweeps((s) => s.job === undefined && s.says === undefined)
  const revision = useSweeps((s) => s.revision)
  const sweep = useStore((s) => s.experiment.sweep)
  const name = useStore(({ experiment: e }) => (e.runs.length === 0 ? 'Sweep map' : runName(e, e.sweep?.run ?? 0)))
  const single = sweep?.axes.length === 1
  const unnumbered = useSweeps((s) => single && s.whole !== undefined && shownScale([s.whole], shownAs(sweep)) === undefined)
  const here = hover && revision >= 0 ? foundAt(sweeps.getState(), sweep?.axes ?? [], hover) : undefined

  useEffect(() => startSweeps(), [])
  useEffect(() => sweeps.subscribe(requestDraw), [])
  useEffect(() => {
    if (!plot.current) return
    return sweepGestures(plot.current, {
      hover: (at) => {
        if (at) pointed.current = at
        setHover(at)
      },
      take, choose, zoom,
      draw: (corners) => {
        drawn.current = corners
        requestDraw()
      },
    })
  }, [])
  useEffect(() => {
    const [below, top, frame, inner] = [ground.current, above.current, host.current, plot.current]
    const [belowCtx, topCtx] = [below?.getContext('2d'), top?.getContext('2d')]
    if (!below || !top || !frame || !inner || !belowCtx || !topCtx) return
    let painted: readonly unknown[] = []
    return onFrame(() => {
      const { experiment: e } = store.getState()
      const [width, height] = [frame.clientWidth, frame.clientHeight]
      if (e.sweep === undefined) return
      const { axes, show } = e.sweep
      const { grids, revision: now } = sweeps.getState()
      const tokens = readTokens()
      const ratio = window.devicePixelRatio || 1
      const shown = shownAs(e.sweep)
      const ticks = ticksOfSweep(topCtx, axes, shownScale(grids, shown), width, height, tokens)
      const { left } = ticks
      const [w, h] = [width - left - MARGIN.right, height - MARGIN.top - MARGIN.bottom]
      if (w < 1 || h < 1) return
      inner.style.left = `${left}px`
      const tall = axes.length > 1 ? h : STRIP
      const look = basinLook()
      const key = [now, look, axes, show, w, tall, ratio]
      if (key.some((part, i) => part !== painted[i])) {
        painted = key
        below.style.height = `${tall}px`
        fitCanvas(below, w, tall)
        const pixels = paintSweep(grids, axes, colouredBy(e.sweep), below.width, below.height, { ...look, ramp: tokens.ramp }, ratio)
        belowCtx.putImageData(new ImageData(pixels, below.width, below.height), 0, 0)
      }
      fitCanvas(top, width, height)
      topCtx.setTransform(ratio, 0, 0, ratio, 0, 0)
      topCtx.clearRect(0, 0, width, height)
      const size = { width, height, left }
      drawAxes(topCtx, e, axes, shown, ticks, size, tokens)
      if (axes.length === 1) drawCurve(topCtx, grids, axes[0], shown, size, tokens)
      drawPresent(topCtx, e, axes, size, tokens)
      if (drawn.current) {
        const [x1, y1, x2, y2] = drawn.current
        const [from, to] = [left + x1 * w, left + x2 * w]
        drawBox(topCtx, axes.length > 1 ? [from, MARGIN.top + (1 - y1) * h, to, MARGIN.top + (1 - y2) * h] : [from, MARGIN.top, to, MARGIN.top + h], tokens)
      }
    })
  }, [])

  const keys = (event: KeyboardEvent): void => {
    const act: Readonly<Record<string, () => void>> = {
      '+': () => zoom(0.5, pointed.current), '=': () => zoom(0.5, pointed.current), '-': () => zoom(2, pointed.current), 0: zoomHome, Backspace: zoomBack,
    }
    if (!Object.hasOwn(act, event.key) || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    act[event.key]()
  }
  const told = says ?? (here && cellSays(here.grid, here.cell)) ?? (unnumbered ? NONE_ARRIVED : undefined)
  return (
    <div className="sweep" role="group" aria-label="Sweep map" onKeyDown={keys}>
      <header>
        <div className="title">
          <h2>{name}</h2>
          <span className="note">{sweep && SHOWN[sweep.show]}</span>
        </div>
        <div className="tools">
          {past > 0 && <Tool label="Back to the range before" onPress={zoomBack}><ChevronLeft /></Tool>}
          <Tool label="Whole range" onPress={zoomHome}><House /></Tool>
          <Tool label="Widen the range" onPress={() => zoom(2, MIDDLE)}><ZoomOut /></Tool>
          <Tool label="Narrow the range" onPress={() => zoom(0.5, MIDDLE)}><ZoomIn /></Tool>
          <Tool label="Close the sweep map" onPress={() => closePanel('sweep', () => setSweep(undefined))}><X /></Tool>
        </div>
      </header>
      <div ref={host} className="body">
        <canvas ref={above} className="frame" aria-hidden="true" />
        <div ref={plot} className="plot" data-curve={single}>
          <canvas ref={ground} aria-hidden="true" />
          <CrossHair
            label="Cross-hair on the sweep map: arrows move it, Enter takes the run, plus and minus zoom, Backspace goes back, 0 shows the whole range"
            look={(x, y) => {
              pointed.current = [x, y]
              setHover([x, y])
              const cell = found([x, y])
              return cell === undefined ? '' : cellSays(cell.grid, cell.cell)
            }}
            leave={() => setHover(undefined)}
            take={(x, y) => take([x, y])}
          />
          {waits && <p className="caption">Waiting for the minima of this landscape.</p>}
          {told !== undefined && <p className="caption" data-above={hover !== undefined && hover[1] < LOW}>{told}</p>}
        </div>
        <div className="on-stage"><Progress name="Sweep map" work={work} onCancel={cancelSweeps} onResume={resumeSweeps} /></div>
      </div>
    </div>
  )
}

function Tool({ label, onPress, children }: { readonly label: string; readonly onPress: () => void; readonly children: React.ReactNode }) {
  return <button type="button" className="icon-button" aria-label={label} title={label} onClick={onPress}>{children}</button>
}
