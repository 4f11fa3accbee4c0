/** On a phone the rails become a sheet with four tabs, pulled up and down by its handle or by the arrow keys. */
import { Tabs } from 'radix-ui'
import { useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { AddOptimizer } from './optimizers.tsx'
import './phone-sheet.css'

/** Share of the window the sheet takes, lowest first; at `half` the style sheet leaves the stage its 366 px. */
const DETENTS = [30, 45, 88] as const
const NAMES = ['low', 'half', 'full'] as const
type Detent = 0 | 1 | 2
/** A pull shorter than this is a tap. */
const TAP = 6

export interface PhoneSheetProps {
  readonly runs: ReactNode
  readonly point: ReactNode
  readonly charts: ReactNode
  readonly landscape: ReactNode
}

export function PhoneSheet({ runs, point, charts, landscape }: PhoneSheetProps) {
  const [detent, setDetent] = useState<Detent>(1)
  const [pulled, setPulled] = useState<number>()
  // A tab that was tapped takes the focus as if by a key; its ring is for keys only.
  const [touched, setTouched] = useState(false)
  const held = useRef<{ pointer: number; y: number; height: number; moved: boolean }>(undefined)
  const sheet = useRef<HTMLDivElement>(null)

  const down = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    held.current = { pointer: event.pointerId, y: event.clientY, height: sheet.current?.offsetHeight ?? 0, moved: false }
  }
  const move = (event: PointerEvent) => {
    if (held.current?.pointer !== event.pointerId) return
    const by = held.current.y - event.clientY
    if (Math.abs(by) > TAP) held.current.moved = true
    if (held.current.moved) setPulled(100 * ((held.current.height + by) / window.innerHeight))
  }
  const up = (event: PointerEvent) => {
    if (held.current?.pointer !== event.pointerId) return
    const { moved } = held.current
    held.current = undefined
    if (moved && pulled !== undefined) setDetent(nearest(pulled))
    else if (event.type === 'pointerup') setDetent(detent === 2 ? 1 : 2)
    setPulled(undefined)
  }
  const press = (event: KeyboardEvent) => {
    const to = event.key === 'ArrowUp' ? detent + 1 : event.key === 'ArrowDown' ? detent - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? 2 : undefined
    if (to === undefined) return
    event.preventDefault()
    setDetent(to <= 0 ? 0 : to >= 2 ? 2 : 1)
  }
  const style: CSSProperties = { height: pulled === undefined ? undefined : `${Math.min(90, Math.max(18, pulled))}dvh` }
  return (
    <>
      <div className="sheet-room" aria-hidden="true" />
      <Tabs.Root asChild defaultValue="runs">
        <div ref={sheet} className="phone-sheet" data-detent={NAMES[detent]} data-pulled={pulled !== undefined} style={style}>
          <button
            type="button"
            className="handle"
            role="slider"
            aria-label="Height of the sheet"
            aria-orientation="vertical"
            aria-valuemin={0}
            aria-valuemax={2}
            aria-valuenow={detent}
            aria-valuetext={NAMES[detent]}
            onPointerDown={down}
            onPointerMove={move}
            onPointerUp={up}
            onPointerCancel={up}
            onKeyDown={press}
          />
          <Tabs.List
            className="tabs"
            aria-label="Readings and settings"
            data-touched={touched}
            onPointerDown={() => setTouched(true)}
            onKeyDown={() => setTouched(false)}
            onBlur={() => setTouched(false)}
          >
            <Tabs.Trigger value="runs">Runs</Tabs.Trigger>
            <Tabs.Trigger value="point">Point</Tabs.Trigger>
            <Tabs.Trigger value="charts">Charts</Tabs.Trigger>
            <Tabs.Trigger value="landscape">Landscape</Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="runs" className="page">
            <div className="scroll">{runs}</div>
            <div className="foot">
              <AddOptimizer />
            </div>
          </Tabs.Content>
          <Tabs.Content value="point" className="page">
            <div className="scroll">{point}</div>
          </Tabs.Content>
          <Tabs.Content value="charts" className="page">
            <div className="scroll">{charts}</div>
          </Tabs.Content>
          <Tabs.Content value="landscape" className="page">
            <div className="scroll">{landscape}</div>
          </Tabs.Content>
        </div>
      </Tabs.Root>
    </>
  )
}

function nearest(share: number): Detent {
  const off = DETENTS.map((d) => Math.abs(d - share))
  const best = off.indexOf(Math.min(...off))
  return best <= 0 ? 0 : best === 1 ? 1 : 2
}
