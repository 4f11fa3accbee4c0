/** Two views side by side with a divider between them that can be dragged, or moved by the arrow keys. */
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import './split.css'

/** Share of the left view in percent, as designed, and the narrowest a view may get, in px. */
const DESIGNED = 55
const NARROWEST = 320

export interface SplitProps {
  /** The left and the right view; only one of them where the other is absent. */
  readonly left: ReactNode
  readonly right: ReactNode
  readonly label: string
}

export function Split({ left, right, label }: SplitProps) {
  const frame = useRef<HTMLDivElement>(null)
  const held = useRef<{ pointer: number; offset: number }>(undefined)
  const [share, setShare] = useState(DESIGNED)
  const both = left !== undefined && right !== undefined

  const move = (to: number) => {
    const width = frame.current?.clientWidth ?? 0
    const least = width > 2 * NARROWEST ? (100 * NARROWEST) / width : 50
    setShare(Math.round(10 * Math.min(100 - least, Math.max(least, to))) / 10)
  }
  const shareAt = (clientX: number) => {
    const box = frame.current?.getBoundingClientRect()
    return box === undefined || box.width === 0 ? share : (100 * (clientX - box.left)) / box.width
  }
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    held.current = { pointer: event.pointerId, offset: share - shareAt(event.clientX) }
  }
  const drag = (event: PointerEvent) => {
    if (held.current?.pointer === event.pointerId) move(shareAt(event.clientX) + held.current.offset)
  }
  const up = () => {
    held.current = undefined
  }
  const press = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 10 : 1
    const to: Readonly<Record<string, number>> = { ArrowLeft: share - step, ArrowRight: share + step, Home: 0, End: 100 }
    if (!Object.hasOwn(to, event.key)) return
    event.preventDefault()
    move(to[event.key])
  }
  return (
    <div ref={frame} className="split" style={{ gridTemplateColumns: both ? `minmax(0, ${share}fr) 1px minmax(0, ${100 - share}fr)` : 'minmax(0, 1fr)' }}>
      {left !== undefined && <div className="view" key="left">{left}</div>}
      {both && (
        <div
          key="divider"
          className="divider"
          role="separator"
          tabIndex={0}
          aria-label={label}
          aria-orientation="vertical"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share)}
          onPointerDown={down}
          onPointerMove={drag}
          onPointerUp={up}
          onPointerCancel={up}
          onLostPointerCapture={up}
          onKeyDown={press}
          onDoubleClick={() => move(DESIGNED)}
        />
      )}
      {right !== undefined && <div className="view" key="right">{right}</div>}
    </div>
  )
}
