/** One drag, or one held key, is one entry of the history. */
import { useEffect, useRef } from 'react'
import { beginGesture, endGesture } from '../../store/edit.ts'

export interface Gesture {
  begin: () => void
  end: () => void
}

/** `begin` and `end` may be called any number of times; a gesture that is open when the control leaves the page is closed. */
export function useGesture(): Gesture {
  const gesture = useRef<Gesture & { open: boolean }>(undefined)
  gesture.current ??= make()
  useEffect(() => () => gesture.current?.end(), [])
  return gesture.current
}

function make(): Gesture & { open: boolean } {
  const held = {
    open: false,
    begin: () => {
      if (held.open) return
      held.open = true
      beginGesture()
    },
    end: () => {
      if (!held.open) return
      held.open = false
      endGesture()
    },
  }
  return held
}
