/** The basins on the stage: the picture under the lines of the map or along the foot of the curve, the path from the pointer, a cross-hair. */
import { useEffect, useRef, useState } from 'react'
import { minimaOf } from '../../core/ensembles/job.ts'
import type { Box } from '../../core/landscape.ts'
import { basins, startBasins, useBasins } from '../../store/basins.ts'
import { moveStart } from '../../store/edit.ts'
import { mappedRun } from '../../store/looking.ts'
import { setHover } from '../../store/session.ts'
import { store, useStore } from '../../store/store.ts'
import { basinLook } from '../plot/basin-look.ts'
import { paintBasins } from '../plot/basin-paint.ts'
import { pathFrom } from '../plot/basin-path.ts'
import { middleOf, startSays } from '../plot/basin-words.ts'
import { fitCanvas, onFrame, requestDraw } from '../plot/frame.ts'
import { pathPixels } from '../plot/map-paths.ts'
import { readTokens, runColour } from '../plot/style.ts'
import { place, placedPoint } from '../plot/viewport.ts'
import './basin-layer.css'

/** The part of the panel that the basins take, in px, and the part of the world it shows. */
export interface BasinArea {
  readonly box: Box
  readonly top: number
  readonly width: number
  readonly height: number
}

export function BasinLayer({ area }: { readonly area: () => BasinArea }) {
  const ground = useRef<HTMLCanvasElement>(null)
  const above = useRef<HTMLCanvasElement>(null)
  const hover = useStore((s) => (s.session.dragging ? undefined : s.session.hover))
  const says = useBasins((s) => s.says)
  const told = useBasins((s) => (hover === undefined ? undefined : startSays(s, hover)))

  useEffect(() => startBasins(), [])
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
      const key = [state.revision, look, box, width, height]
      below.style.top = top.style.top = `${offset}px`
      below.style.height = top.style.height = `${height}px`
      if (key.some((part, i) => part !== painted[i])) {
        painted = key
        const [w, h] = [Math.max(1, Math.round(width)), Math.max(1, Math.round(height))]
        below.width = w
        below.height = h
        belowCtx.putImageData(new ImageData(paintBasins(state.grids, state.domain, box, w, h, look), w, h), 0, 0)
      }
      fitCanvas(top, width, height)
      const ratio = window.devicePixelRatio || 1
      topCtx.setTransform(ratio, 0, 0, ratio, 0, 0)
      topCtx.clearRect(0, 0, width, height)
      drawLetters(topCtx, box, width, height)
      drawPreview(topCtx, box, width, height)
    })
  }, [area])

  return (
    <>
      <canvas ref={ground} className="basins" aria-hidden="true" />
      <canvas ref={above} className="basins above" aria-hidden="true" />
      <CrossHair area={area} />
      {(says ?? told) !== undefined && <p className="basin-caption">{says ?? told}</p>}
    </>
  )
}

/** Letters of the minima, above them. */
function drawLetters(ctx: CanvasRenderingContext2D, box: Box, width: number, height: number): void {
  const { job, grids } = basins.getState()
  if (job === undefined || grids.length === 0) return
  const tokens = readTokens()
  const strip = box.length === 1
  ctx.font = `700 ${strip ? 13 : 26}px ${tokens.fontUi}`
  ctx.textAlign = 'center'
  ctx.textBaseline = strip ? 'middle' : 'alphabetic'
  ctx.lineJoin = 'round'
  ctx.lineWidth = strip ? 3 : 5
  ctx.strokeStyle = tokens.casing
  ctx.fillStyle = tokens.ink
  for (const { x, letter } of minimaOf(job.critical)) {
    const share = (x[0] - box[0][0]) / (box[0][1] - box[0][0])
    const [px, py] = strip ? [share * width, height / 2 + 1] : place({ box, width, height }, x)
    ctx.strokeText(letter, px, strip ? py : py - 12)
    ctx.fillText(letter, px, strip ? py : py - 12)
  }
}

/** The path that the run would take from the point under the pointer. */
function drawPreview(ctx: CanvasRenderingContext2D, box: Box, width: number, height: number): void {
  const { experiment, session } = store.getState()
  const { hover, dragging } = session
  if (hover === undefined || dragging || box.length !== 2 || hover.length !== 2) return
  const run = mappedRun(experiment)
  const path = pathFrom(experiment, run, middleOf(basins.getState(), hover))
  if (path === undefined) return
  const tokens = readTokens()
  const at = pathPixels(path, { box, width, height })
  ctx.beginPath()
  for (let k = 0; k < path.count; k++) if (Number.isFinite(at[2 * k]) && Number.isFinite(at[2 * k + 1])) ctx.lineTo(at[2 * k], at[2 * k + 1])
  ctx.lineJoin = 'round'
  ctx.lineWidth = 5
  ctx.strokeStyle = tokens.casing
  ctx.stroke()
  ctx.lineWidth = 2
  ctx.strokeStyle = runColour(tokens, run)
  ctx.stroke()
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1],
}

/** Looks at starts by keyboard: arrows move it, Enter takes the start. Seen only while it has the focus. */
function CrossHair({ area }: { readonly area: () => BasinArea }) {
  const [at, setAt] = useState<readonly number[]>([0.5, 0.5])
  const [said, setSaid] = useState('')
  const point = (shares: readonly number[]): number[] => {
    const { box } = area()
    return placedPoint(box.map(([low, high], i) => low + (high - low) * shares[i]), box)
  }
  const look = (shares: readonly number[]): void => {
    setAt(shares)
    setHover(point(shares))
    setSaid(startSays(basins.getState(), point(shares)) ?? '')
  }
  const keep = (v: number): number => Math.min(1, Math.max(0, v))
  return (
    <>
      <button
        type="button"
        className="cross-hair"
        aria-label="Cross-hair on the basin map: arrows move it, Enter starts there"
        style={{ left: `${100 * at[0]}%`, top: area().box.length === 1 ? area().top + area().height / 2 : `${100 * (1 - at[1])}%` }}
        onFocus={() => look(at)}
        onBlur={() => setHover(undefined)}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => {
          const { session } = store.getState()
          moveStart(session.start, point(at))
        }}
        onKeyDown={(event) => {
          const step = STEPS[event.key]
          if (step === undefined) return
          event.preventDefault()
          event.stopPropagation()
          const by = event.shiftKey ? 0.1 : 0.01
          look([keep(at[0] + by * step[0]), keep(at[1] + by * step[1])])
        }}
      />
      <span className="visually-hidden" role="status">{said}</span>
    </>
  )
}
