/** Looks at a picture by keyboard: arrow keys move it, Enter or Space takes what is under it. Seen only while it has the focus. */
import { useState } from 'react'
import './cross-hair.css'

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1],
}

const MIDDLE = [0.5, 0.5] as const

/** Places are shares of the picture, from 0 at the left and the bottom to 1. */
export function CrossHair({ label, from = MIDDLE, line, look, leave, take, keys = {} }: {
  /** What the arrows move over and what Enter does. */
  readonly label: string
  /** Where it stands before it is moved; the middle unless told otherwise. */
  readonly from?: readonly [x: number, y: number]
  /** On a picture of one row: where the row is, in px from the top. */
  readonly line?: number
  /** Told where it stands; returns what is there, in a sentence. */
  readonly look: (x: number, y: number) => string
  readonly leave: () => void
  readonly take: (x: number, y: number) => void
  /** What other keys do where it stands. */
  readonly keys?: Readonly<Record<string, (x: number, y: number) => void>>
}) {
  const [at, setAt] = useState<readonly [number, number]>()
  const [x, y] = at ?? from
  const [said, setSaid] = useState('')
  const go = (nextX: number, nextY: number): void => {
    setAt([nextX, nextY])
    setSaid(look(nextX, nextY))
  }
  return (
    <>
      <button
        type="button"
        className="cross-hair"
        aria-label={label}
        style={{ left: `${100 * x}%`, top: line ?? `${100 * (1 - y)}%` }}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) go(x, y)
        }}
        onBlur={() => {
          setSaid('')
          leave()
        }}
        onClick={() => take(x, y)}
        onKeyDown={(event) => {
          if (Object.hasOwn(keys, event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault()
            event.stopPropagation()
            keys[event.key](x, y)
            setSaid(look(x, y))
            return
          }
          const step = STEPS[event.key]
          if (step === undefined) return
          event.preventDefault()
          event.stopPropagation()
          const by = event.shiftKey ? 0.1 : 0.01
          go(kept(x + by * step[0]), kept(y + by * step[1]))
        }}
      />
      <span className="visually-hidden" role="status">{said}</span>
    </>
  )
}

const kept = (v: number): number => Math.min(1, Math.max(0, v))
