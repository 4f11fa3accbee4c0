/**
 * A landscape of the catalogue as a small picture, computed from its formula: relief for two coordinates, curve over ground for
 * one.
 */
import { useEffect, useRef } from 'react'
import { experimentOn } from '../../core/experiment/create.ts'
import { resolve } from '../../core/experiment/resolve.ts'
import { objectiveById } from '../../core/objectives/index.ts'
import { fitCanvas, onFrame } from '../plot/frame.ts'
import { paintThumbnail, sampleThumbnail, type Sampled } from '../plot/thumbnail-art.ts'
import { readTokens } from '../plot/style.ts'

const sampled = new Map<string, Sampled | undefined>()
const waiting: { readonly id: string; readonly done: () => void }[] = []

/** Heights of one catalogue entry; undefined where there is no such entry. */
function sample(id: string): Sampled | undefined {
  const objective = objectiveById(id)
  if (!objective) return undefined
  return sampleThumbnail(resolve(experimentOn(id)).landscape, objective.domain, objective.height)
}

/** Milliseconds that an entry may take and the page still answers in time. */
const ROOM = 5

/** Compiling and sampling takes a few milliseconds an entry: as many as there is time for while the page has nothing better to do. */
function work(deadline?: IdleDeadline): void {
  do {
    const next = waiting.shift()
    if (!next) return
    if (!sampled.has(next.id)) sampled.set(next.id, sample(next.id))
    next.done()
  } while (deadline !== undefined && deadline.timeRemaining() > ROOM)
  if (waiting.length > 0) soon()
}

/** Also on a busy page one picture comes every fifth of a second. */
function soon(): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 200 })
  else setTimeout(work, 16)
}

/** Calls `done` once the heights of `id` are known; returns the way to stop waiting. */
function whenSampled(id: string, done: () => void): () => void {
  if (sampled.has(id)) {
    done()
    return () => undefined
  }
  const entry = { id, done }
  waiting.push(entry)
  if (waiting.length === 1) soon()
  return () => {
    const at = waiting.indexOf(entry)
    if (at >= 0) waiting.splice(at, 1)
  }
}

/** Calls `enter` when the element comes near what can be seen and `leave` when it goes; returns the way to stop watching. */
function whileVisible(element: Element, enter: () => void, leave: () => void): () => void {
  const observer = new IntersectionObserver((entries) => (entries.at(-1)?.isIntersecting ? enter() : leave()), { rootMargin: '160px' })
  observer.observe(element)
  return () => {
    observer.disconnect()
    leave()
  }
}

/**
 * `size` in CSS px; without it the style sheet says how wide. Decorative: the button round it carries the name. Heights are computed
 * and painted only while it can be seen, and no longer waited for when it is scrolled away.
 */
export function Thumbnail({ id, size }: { readonly id: string; readonly size?: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    let painted = ''
    const paint = () => {
      const heights = sampled.get(id)
      const tokens = readTokens()
      const width = size ?? element.clientWidth
      const key = `${tokens.theme} ${tokens.ink} ${width} ${window.devicePixelRatio}`
      if (!heights || width === 0 || key === painted) return
      fitCanvas(element, width, width)
      const ctx = element.getContext('2d')
      if (!ctx) return
      paintThumbnail(ctx, heights, tokens, element.width, element.width / width)
      painted = key
    }
    let stopWaiting: (() => void) | undefined
    let stopPainting: (() => void) | undefined
    const enter = () => {
      stopWaiting ??= whenSampled(id, () => {
        stopPainting = onFrame(paint)
      })
    }
    const leave = () => {
      stopWaiting?.()
      stopPainting?.()
      stopWaiting = stopPainting = undefined
    }
    return whileVisible(element, enter, leave)
  }, [id, size])
  const style = size === undefined ? undefined : { width: size, height: size }
  return <canvas ref={canvas} className="thumbnail" style={style} aria-hidden="true" />
}
