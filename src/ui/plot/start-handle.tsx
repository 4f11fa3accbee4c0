/**
 * The start of the trajectories as a handle that can be dragged, moved by arrow keys and read aloud. Map, curve and surface use
 * this one component; they differ only in how a point becomes a place on the panel and back.
 */
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { beginGesture, endGesture, moveStart, removeStart } from '../../store/edit.ts'
import { selectStart } from '../../store/session.ts'
import { store, useStore } from '../../store/store.ts'
import { onFrame, requestDraw } from './frame.ts'
import { coordinateText, pointText } from './label.ts'
import { placedPoint } from './viewport.ts'
import './start-handle.css'

export interface StartHandleProps {
  /** Index into `experiment.starts`. */
  readonly start: number
  /**
   * Where a point is on the host (px from the handle's offset parent), or undefined where it has no place there. Called in
   * frames.
   */
  readonly place: (point: readonly number[]) => readonly [number, number] | undefined
  /** The point at a place of the host, or undefined where there is none (beside the surface). */
  readonly pick: (px: number, py: number) => readonly number[] | undefined
}

/** Whether anybody has dragged a handle since the page opened: until then the tag on a phone says what to do. */
let dragged = false
/** Half the height of the tag and a margin, in px. */
const TAG_HALF = 16
/** Width of the tag in px: its padding and a margin, and one letter of it. */
const TAG_EDGE = 30
const TAG_LETTER = 7.4

/** The point moved into the domain of the experiment and written shortly. */
function inside(point: readonly number[]): number[] {
  return placedPoint(point, store.getState().experiment.domain)
}

function spans(): number[] {
  return store.getState().experiment.domain.map(([low, high]) => high - low)
}

/** `x 0.60, y 4.90`: how a point is read aloud. */
function spoken(point: readonly number[]): string {
  const s = spans()
  return point.map((v, i) => `${'xy'[i] ?? `x${i + 1}`} ${coordinateText(v, s[i])}`).join(', ')
}

/** The positioned element a handle stands in; unlike `offsetParent` also while the handle is hidden. */
function hostOf(element: Element | null): Element | undefined {
  let host = element?.parentElement
  while (host && getComputedStyle(host).position === 'static') host = host.parentElement
  return host ?? undefined
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowDown: [1, -1], ArrowUp: [1, 1],
}

export function StartHandle({ start, place, pick }: StartHandleProps) {
  const button = useRef<HTMLButtonElement>(null)
  const tag = useRef<HTMLSpanElement>(null)
  const arrows = useRef(false)
  const [said, say] = useState('')
  const several = useStore((s) => s.experiment.starts.length > 1)
  const hint = useId()

  useEffect(() => {
    let shown = ''
    let named = ''
    let where = ''
    let look = ''
    // Reading sizes in a frame would lay the page out again each time; they are kept, and the tag's is told from its length.
    const host = hostOf(button.current)
    let width = host?.clientWidth ?? 0
    let height = host?.clientHeight ?? 0
    const size = new ResizeObserver(() => {
      width = host?.clientWidth ?? 0
      height = host?.clientHeight ?? 0
      requestDraw()
    })
    if (host) size.observe(host)
    const stop = onFrame(() => {
      const element = button.current
      const point = store.getState().experiment.starts[start]
      if (!element || !tag.current || !point) return
      const at = place(point)
      const x = at ? Math.min(Math.max(at[0], 0), width) : 0
      const y = at ? Math.min(Math.max(at[1], 0), height) : 0
      const outside = at !== undefined && (at[0] < -1 || at[1] < -1 || at[0] > width + 1 || at[1] > height + 1)
      const text = !dragged && matchMedia('(max-width: 899px)').matches && !outside
        ? 'Drag me'
        : `Start ${several ? `${start + 1} ` : ''}${pointText(point, spans())}`
      if (text !== shown) {
        shown = text
        // The node of text stays: a new one would cost a layout of the panel.
        if (tag.current.firstChild) tag.current.firstChild.nodeValue = text
        else tag.current.textContent = text
      }
      // The name begins with the tag that is seen, so that it can be called by voice.
      const name = `${text}, start ${start + 1} at ${spoken(point)}`
      if (name !== named) {
        named = name
        element.setAttribute('aria-label', name)
      }
      // The tag stands to the right of the ring, or to the left where the panel ends.
      const left = x + 30 + TAG_EDGE + TAG_LETTER * text.length > width && x > width / 2
      const moved = `${at ? 1 : 0} ${outside ? 1 : 0} ${left ? 1 : 0} ${x} ${y}`
      if (moved === where) return
      where = moved
      element.style.transform = `translate(${x}px, ${y}px)`
      // At the top and the bottom the tag stays whole within the panel.
      const shift = Math.max(0, TAG_HALF - y) + Math.min(0, height - TAG_HALF - y)
      const looks = `${at ? 1 : 0} ${outside ? 1 : 0} ${left ? 1 : 0} ${shift}`
      if (looks === look) return
      look = looks
      element.hidden = !at
      element.dataset.side = left ? 'left' : 'right'
      element.dataset.outside = String(outside)
      element.style.setProperty('--shift', `${shift}px`)
    })
    return () => {
      stop()
      size.disconnect()
    }
  }, [start, place, several])

  // Listeners of the page's own, not React's: those run at the root, after the map underneath has taken the press for its own.
  useEffect(() => {
    const element = button.current
    if (!element) return
    let grab: { readonly pointer: number; readonly dx: number; readonly dy: number } | undefined

    const local = (event: PointerEvent): readonly [number, number] => {
      const box = (element.offsetParent ?? document.body).getBoundingClientRect()
      return [event.clientX - box.left, event.clientY - box.top]
    }

    const down = (event: PointerEvent): void => {
      event.stopPropagation()
      if (event.button !== 0 || grab) return
      const at = place(store.getState().experiment.starts[start])
      const [px, py] = local(event)
      // Where the start lies beyond the frame its handle waits at the edge and jumps under the finger.
      const outside = element.dataset.outside === 'true'
      grab = { pointer: event.pointerId, dx: at && !outside ? at[0] - px : 0, dy: at && !outside ? at[1] - py : 0 }
      element.setPointerCapture(event.pointerId)
      selectStart(start)
      beginGesture()
    }

    const move = (event: PointerEvent): void => {
      event.stopPropagation()
      if (!grab || grab.pointer !== event.pointerId) return
      const [px, py] = local(event)
      const point = pick(px + grab.dx, py + grab.dy)
      if (!point || !point.every(Number.isFinite)) return
      dragged = true
      moveStart(start, inside(point))
    }

    const up = (event: PointerEvent): void => {
      event.stopPropagation()
      if (!grab || grab.pointer !== event.pointerId) return
      grab = undefined
      endGesture()
    }

    const listeners = [
      ['pointerdown', down], ['pointermove', move], ['pointerup', up], ['pointercancel', up], ['lostpointercapture', up],
    ] as const
    for (const [type, listener] of listeners) element.addEventListener(type, listener)
    return () => {
      for (const [type, listener] of listeners) element.removeEventListener(type, listener)
      // Taken away while held (another landscape was chosen): the gesture is over.
      if (grab) endGesture()
    }
  }, [start, place, pick])

  const settle = (): void => {
    if (!arrows.current) return
    arrows.current = false
    endGesture()
    say(spoken(store.getState().experiment.starts[start] ?? []))
  }

  /** Takes this start away. Its handle becomes the next one's; where it was the last, the focus goes to the one before. */
  const remove = (): void => {
    settle()
    const { starts } = store.getState().experiment
    if (start === starts.length - 1) {
      hostOf(button.current)?.querySelector<HTMLElement>(`.start-handle[data-start="${start - 1}"]`)?.focus()
    }
    const issue = removeStart(start)
    say(issue?.says ?? `Removed. The next one is at ${spoken(starts[start + 1] ?? [])}.`)
  }

  const key = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key]
    const { domain, starts } = store.getState().experiment
    const point = starts[start]
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat) remove()
      return
    }
    if (!arrow || arrow[0] >= point.length) return
    event.preventDefault()
    event.stopPropagation()
    const [axis, sign] = arrow
    const step = (domain[axis][1] - domain[axis][0]) * (event.shiftKey ? 0.1 : 0.01)
    // A held key repeats; all of it is one entry in the history.
    if (!arrows.current) {
      arrows.current = true
      beginGesture()
    }
    dragged = true
    moveStart(start, inside(point.map((v, i) => (i === axis ? v + sign * step : v))))
  }

  return (
    <>
      <button
        ref={button} type="button" className="start-handle" data-start={start} hidden
        aria-roledescription="draggable point" aria-describedby={hint}
        aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown Shift+ArrowLeft Shift+ArrowRight Shift+ArrowUp Shift+ArrowDown Delete"
        onKeyDown={key} onKeyUp={settle} onBlur={settle} onFocus={() => selectStart(start)}
      >
        <svg viewBox="-22 -22 44 44" width="44" height="44" aria-hidden="true">
          <circle className="focus" r="19.5" />
          <circle className="casing" r="14" />
          <path className="casing" d="M0-20V-11M0 20V11M-20 0H-11M20 0H11" />
          <circle className="ring" r="14" />
          <path className="ring" d="M0-20V-11M0 20V11M-20 0H-11M20 0H11" />
          <circle className="dot" r="4.5" />
        </svg>
        <span ref={tag} className="tag" aria-hidden="true" />
      </button>
      <span id={hint} hidden>Drag it, or move it with the arrow keys; hold Shift for big steps.{several && ' Delete removes it.'}</span>
      <span className="start-handle-said" aria-live="polite">{said}</span>
    </>
  )
}
