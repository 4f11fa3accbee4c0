/** One drag, or one held key, is one entry of the history. */
import { useEffect, useState } from 'react'
import { beginGesture, endGesture } from '../../store/edit.ts'

export interface Gesture {
  begin: () => void
  end: () => void
}

/** `begin` and `end` may be called any number of times; a gesture that is open when the control leaves the page is closed. */
export function useGesture(): Gesture {
  const [gesture] = useState(make)
  useEffect(() => gesture.end, [gesture])
  return gesture
}

function make(): Gesture {
  let open = false
  return {
    begin: () => {
      if (open) return
      open = true
      beginGesture()
    },
    end: () => {
      if (!open) return
      open = false
      endGesture()
    },
  }
}
