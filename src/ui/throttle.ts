/** Reading the store at a pace for eyes: numbers that change every frame are shown ten times a second, less often where the page is slow to show them. */
import { useEffect, useRef, useState } from 'react'
import { store } from '../store/store.ts'
import type { State } from '../store/state.ts'

const PACE = 100
/** Of the time between two readings the page may take one part in so many to show what was read. */
const PARTS = 4
/** Nothing waits longer than this, ms: a page in the background is shown nothing for minutes, and is not slow for that. */
const SLOWEST = 1000

/** All that read at this pace do so together: the page is then laid out and painted once for all of them. */
const readers = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined
let last = -Infinity
/** How long the last reading took to be seen, ms. */
let taken = 0
let stop: (() => void) | undefined

function readAll(): void {
  timer = undefined
  last = performance.now()
  for (const read of readers) read()
  const began = last
  requestAnimationFrame(() => setTimeout(() => {
    taken = performance.now() - began
  }))
}

function changed(): void {
  if (timer !== undefined) return
  const { playing, dragging } = store.getState().session
  const wait = playing || dragging ? Math.min(SLOWEST, Math.max(PACE, PARTS * taken)) - (performance.now() - last) : 0
  if (wait <= 0) readAll()
  else timer = setTimeout(readAll, wait)
}

function listen(read: () => void): () => void {
  readers.add(read)
  stop ??= store.subscribe(changed)
  return () => {
    readers.delete(read)
    if (readers.size > 0) return
    clearTimeout(timer)
    timer = undefined
    last = -Infinity
    taken = 0
    stop?.()
    stop = undefined
  }
}

/**
 * What `select` reads from the state. While something is dragged or played it follows at most ten times a second, otherwise at
 * once. Answers are compared entry by entry, so `select` may return a fresh object; columns of numbers are mutable and
 * never differ by identity: select their `revision` beside them.
 */
export function useThrottled<T>(select: (state: State) => T): T {
  const [state, setState] = useState(() => store.getState())
  const reader = useRef(select)
  useEffect(() => {
    reader.current = select
  }, [select])
  useEffect(() => {
    let shown: { readonly value: T } | undefined
    const read = () => {
      const now = store.getState()
      const next = reader.current(now)
      if (shown !== undefined && same(shown.value, next)) return
      shown = { value: next }
      setState(now)
    }
    read()
    return listen(read)
  }, [])
  return select(state)
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const left = Object.entries(a)
  const right = new Map(Object.entries(b))
  return left.length === right.size && left.every(([key, v]) => right.has(key) && Object.is(v, right.get(key)))
}
