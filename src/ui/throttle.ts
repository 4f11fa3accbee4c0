/** Reading the store at a pace for eyes: numbers that change every frame are shown ten times a second. */
import { useEffect, useRef, useState } from 'react'
import { store } from '../store/store.ts'
import type { State } from '../store/state.ts'

const PACE = 100

/**
 * What `select` reads from the state. While something is dragged or played it follows at most ten times a second, otherwise at
 * once. Results are compared entry by entry, so `select` may return a fresh object or array; columns of numbers are mutable and
 * never differ by identity: select their `revision` beside them.
 */
export function useThrottled<T>(select: (state: State) => T): T {
  const [value, setValue] = useState(() => select(store.getState()))
  const current = useRef(value)
  const reader = useRef(select)
  useEffect(() => {
    reader.current = select
    // What the selector closes over may have changed with this render.
    const next = select(store.getState())
    if (!same(current.current, next)) {
      current.current = next
      setValue(next)
    }
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let last = 0
    const read = () => {
      timer = undefined
      last = performance.now()
      const next = reader.current(store.getState())
      if (same(current.current, next)) return
      current.current = next
      setValue(next)
    }
    const changed = () => {
      if (timer !== undefined) return
      const { playing, dragging } = store.getState().session
      const wait = playing || dragging ? PACE - (performance.now() - last) : 0
      if (wait <= 0) read()
      else timer = setTimeout(read, wait)
    }
    changed()
    const stop = store.subscribe(changed)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [])
  return value
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const left = Object.entries(a)
  const right = new Map(Object.entries(b))
  return left.length === right.size && left.every(([key, v]) => right.has(key) && Object.is(v, right.get(key)))
}
