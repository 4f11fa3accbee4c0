/**
 * Critical points as nodes over the map or the curve: shape for the kind, letter for minima, details on hover and focus. They
 * are one stop of the Tab key; arrow keys go from point to point. Pressing one starts the runs exactly there.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { CriticalPoint } from '../../core/explore/events.ts'
import { moveStart } from '../../store/edit.ts'
import { setHover } from '../../store/session.ts'
import { useStore } from '../../store/store.ts'
import { formatNumber } from '../format.ts'
import { CriticalGlyph } from '../icons.tsx'
import { crowding, minorAmong } from './crowd.ts'
import { onFrame } from './frame.ts'
import { pointText } from './label.ts'
import './glyph-layer.css'

/** Where the points stand. */
export interface GlyphStage {
  /** Size of the part of the panel that shows them, in px. */
  size(): { readonly width: number; readonly height: number }
  /** Place of a point on the panel, in px. Called in frames. */
  place(point: CriticalPoint): readonly [number, number]
}

const NONE: readonly CriticalPoint[] = []

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

const sentence = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1)

/** `Minimum A` */
export function pointName(point: CriticalPoint): string {
  return point.letter === '' ? sentence(point.kind) : `${sentence(point.kind)} ${point.letter}`
}

/** What is known of a point that nothing found is lower than. */
function sayLowest(global: number): string {
  if (global === 0) return 'lowest found in this domain'
  return global === 1 ? 'global in this domain' : global === Infinity ? 'global in this domain, along a line' : `global in this domain, tied ×${global}`
}

function curvatures(point: CriticalPoint): string {
  if (point.eigenvalues.length === 0) return 'no curvature: the derivative does not exist'
  return point.eigenvalues.map((v) => formatNumber(v, 3)).join(', ')
}

function spokenPoint(point: CriticalPoint, spans: readonly number[]): string {
  const curved = point.eigenvalues.length === 0 ? curvatures(point) : `curvatures ${curvatures(point)}`
  const lowest = point.lowest ? `, ${sayLowest(point.global)}` : ''
  return `${pointName(point)}${lowest}, at ${pointText(point.x, spans)}, f ${formatNumber(point.f)}, ${curved}`
}

export function GlyphLayer({ stage }: { readonly stage: GlyphStage }) {
  const points = useStore((s) => s.results.critical?.points ?? NONE)
  const domain = useStore((s) => s.experiment.domain)
  const list = useRef<HTMLUListElement>(null)
  const tip = useRef<HTMLDivElement>(null)
  const [chosen, choose] = useState(0)
  const [open, setOpen] = useState<number>()
  const spans = domain.map(([low, high]) => high - low)
  const isMinor = minorAmong(points)

  useEffect(() => onFrame(() => {
    const v = stage.size()
    const nodes = list.current?.children
    if (!nodes) return
    for (let i = 0; i < nodes.length && i < points.length; i++) {
      const node = nodes[i]
      if (!(node instanceof HTMLElement)) continue
      const [x, y] = stage.place(points[i])
      const inside = x > -9 && y > -9 && x < v.width + 9 && y < v.height + 9
      const move = inside ? `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px)` : ''
      if (node.dataset.at === move) continue
      node.dataset.at = move
      node.hidden = !inside
      node.style.transform = move
      // Letters stand right below the ring; at the edges they move inwards.
      node.dataset.side = `${x > v.width - 26 ? 'left' : 'right'} ${y > v.height - 26 ? 'up' : 'down'}`
    }
    const tipped = open === undefined ? undefined : points[open]
    if (tip.current && tipped) {
      const [x, y] = stage.place(tipped)
      const width = tip.current.offsetWidth
      const height = tip.current.offsetHeight
      const left = Math.min(Math.max(6, x - width / 2), Math.max(6, v.width - width - 6))
      const top = y - height - 16 < 6 ? y + 16 : y - height - 16
      tip.current.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
    }
  }), [stage, points, open])

  const focus = useCallback((i: number) => {
    const node = list.current?.children[i]?.firstElementChild
    if (node instanceof HTMLElement) node.focus()
  }, [])

  const key = (event: KeyboardEvent, i: number): void => {
    const step = STEPS[event.key] ?? 0
    if (event.key === 'Escape' && open !== undefined) {
      event.stopPropagation()
      setOpen(undefined)
    } else if (step !== 0) {
      event.preventDefault()
      event.stopPropagation()
      const next = (i + step + points.length) % points.length
      choose(next)
      focus(next)
    }
  }

  const leave = (): void => {
    setOpen(undefined)
    setHover(undefined)
  }

  const shown = open === undefined ? undefined : points[open]
  return (
    <>
      <ul ref={list} className="glyphs" aria-label="Critical points" data-many={crowding(points.length)}>
        {points.map((point, i) => (
          <li key={`${point.kind} ${point.x.join()}`} data-point={i} data-minor={isMinor(point) || undefined}>
            <button
              type="button" tabIndex={i === Math.min(chosen, points.length - 1) ? 0 : -1}
              aria-label={`${spokenPoint(point, spans)}. Press to start here.`}
              onKeyDown={(event) => key(event, i)}
              onPointerEnter={() => setOpen(i)} onPointerLeave={leave}
              onFocus={(event) => {
                choose(i)
                if (event.currentTarget.matches(':focus-visible')) {
                  setOpen(i)
                  setHover(point.x)
                }
              }}
              onBlur={leave}
              onClick={(event) => {
                // A pointer's press is a gesture of the map; this is the keyboard's, or a screen reader's.
                if (event.detail === 0) moveStart(0, point.x)
              }}
            >
              <CriticalGlyph kind={point.kind} />
              {point.letter !== '' && <span className="letter" aria-hidden="true">{point.letter}</span>}
            </button>
          </li>
        ))}
      </ul>
      {shown && (
        <div ref={tip} className="glyph-tip" aria-hidden="true">
          <strong>{pointName(shown)}</strong>{shown.lowest ? <span> {sayLowest(shown.global)}</span> : null}
          <br />
          {pointText(shown.x, spans)}, <i>f</i> = {formatNumber(shown.f)}
          <br />
          {shown.eigenvalues.length > 0 ? 'curvatures ' : ''}{curvatures(shown)}
        </div>
      )}
    </>
  )
}
