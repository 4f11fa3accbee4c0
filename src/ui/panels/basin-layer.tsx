/** The basins on the stage: the picture under the lines of the map or along the foot of the curve, the path from the pointer, a cross-hair. */
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Box } from '../../core/landscape.ts'
import { basins, cancelBasins, resumeBasins, startBasins, useBasins } from '../../store/basins.ts'
import { moveStart } from '../../store/edit.ts'
import { setHover } from '../../store/session.ts'
import { store, useStore } from '../../store/store.ts'
import { drawLetters, drawPreview, drawWay } from '../plot/basin-draw.ts'
import { basinLook } from '../plot/basin-look.ts'
import { paintBasins } from '../plot/basin-paint.ts'
import { startSays } from '../plot/basin-words.ts'
import { CrossHair } from '../plot/cross-hair.tsx'
import { fitCanvas, onFrame, requestDraw } from '../plot/frame.ts'
import { readTokens } from '../plot/style.ts'
import { placedPoint } from '../plot/viewport.ts'
import { FACTOR, resetView, zoomBy } from '../plot/zoom.ts'
import { Progress } from '../progress.tsx'
import './basin-layer.css'

/** The part of the panel that the basins take, in px, and the part of the world it shows. */
export interface BasinArea {
  readonly box: Box
  readonly top: number
  readonly width: number
  readonly height: number
}

/** How near the foot that is, as a share of the height. */
const LOW = 0.3

export function BasinLayer({ area }: { readonly area: () => BasinArea }) {
  const ground = useRef<HTMLCanvasElement>(null)
  const above = useRef<HTMLCanvasElement>(null)
  /** The panel, which has a place for words outside the picture. */
  const [panel, setPanel] = useState<Element | null>(null)
  const hover = useStore((s) => (s.session.dragging ? undefined : s.session.hover))
  const says = useBasins((s) => s.says)
  const work = useBasins((s) => s.work)
  const told = useBasins((s) => (hover === undefined ? undefined : startSays(s, hover)))

  useEffect(() => startBasins(), [])
  useEffect(() => setPanel(ground.current?.closest('section') ?? null), [])
  useEffect(() => basins.subscribe(requestDraw), [])
  useEffect(() => {
    const [below, top] = [ground.current, above.current]
    const [belowCtx, topCtx] = [below?.getContext('2d'), top?.getContext('2d')]
    if (!below || !top || !belowCtx || !topCtx) return
    let painted: readonly unknown[] = []
    return onFrame(() => {
      const { box, top: offset, width, height } = area()
      if (width < 1 || height < 1) return
      const state = basins.getState()
      const look = basinLook()
      const ratio = window.devicePixelRatio || 1
      const key = [state.revision, look, box, width, height, ratio]
      below.style.top = top.style.top = `${offset}px`
      below.style.height = top.style.height = `${height}px`
      if (key.some((part, i) => part !== painted[i])) {
        painted = key
        fitCanvas(below, width, height)
        const pixels = paintBasins(state.grids, box, below.width, below.height, look, ratio)
        belowCtx.putImageData(new ImageData(pixels, below.width, below.height), 0, 0)
      }
      fitCanvas(top, width, height)
      topCtx.setTransform(ratio, 0, 0, ratio, 0, 0)
      topCtx.clearRect(0, 0, width, height)
      const view = { box, width, height }
      const { experiment, session } = store.getState()
      const tokens = readTokens()
      const looked = session.dragging ? undefined : session.hover
      if (looked?.length === 2 && box.length === 2) drawPreview(topCtx, state, experiment, looked, view, tokens)
      if (looked?.length === 1 && box.length === 1) drawWay(topCtx, state, looked, view, tokens)
      drawLetters(topCtx, state, view, tokens)
    })
  }, [area])

  const at = (x: number, y: number): number[] => {
    const { box } = area()
    return placedPoint(box.map(([low, high], i) => low + (high - low) * (i === 0 ? x : y)), box)
  }
  const zoom = (factor: number) => (x: number, y: number): void => zoomBy(factor, [x, y])
  const { box: shown } = area()
  const strip = shown.length === 1
  // What is pointed at near the foot would be covered by what is said of it.
  const low = hover?.length === 2 && !strip && hover[1] < shown[1][0] + LOW * (shown[1][1] - shown[1][0])
  return (
    <>
      <canvas ref={ground} className="basins" aria-hidden="true" />
      <canvas ref={above} className="basins above" aria-hidden="true" />
      <CrossHair
        label="Cross-hair on the basin map: arrows move it, Enter starts there, plus and minus zoom, 0 shows the first view"
        line={strip ? area().top + area().height / 2 : undefined}
        look={(x, y) => {
          setHover(at(x, y))
          return startSays(basins.getState(), at(x, y)) ?? ''
        }}
        leave={() => setHover(undefined)}
        take={(x, y) => moveStart(store.getState().session.start, at(x, y))}
        keys={{ '+': zoom(1 / FACTOR), '=': zoom(1 / FACTOR), '-': zoom(FACTOR), 0: resetView }}
      />
      {panel && createPortal(
        <div className="basin-words">
          <div className="on-stage basin-progress">
            <Progress name="Basin map" work={work} onCancel={cancelBasins} onResume={resumeBasins} />
          </div>
          {(says ?? told) !== undefined && <p className="basin-caption" data-above={low}>{says ?? told}</p>}
          <p className="basin-hint">Each colour is a minimum. Tap a place to start there.</p>
        </div>,
        panel,
      )}
    </>
  )
}
