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

/** Compiling and sampling takes a millisecond or two an entry: one at a time, while the page has nothing better to do. */
function work(): void {
  const next = waiting.shift()
  if (!next) return
  if (waiting.length > 0) soon()
  if (!sampled.has(next.id)) sampled.set(next.id, sample(next.id))
  next.done()
}

function soon(): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 1500 })
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

/** `size` in CSS px; 46 in the landscape section. Decorative: the button round it carries the name. */
export function Thumbnail({ id, size = 46 }: { readonly id: string; readonly size?: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let painted = ''
    let stop: (() => void) | undefined
    const leave = whenSampled(id, () => {
      stop = onFrame(() => {
        const element = canvas.current
        const heights = sampled.get(id)
        const tokens = readTokens()
        const key = `${tokens.theme} ${tokens.ink} ${size} ${window.devicePixelRatio}`
        if (!element || !heights || key === painted) return
        fitCanvas(element, size, size)
        const ctx = element.getContext('2d')
        if (!ctx) return
        paintThumbnail(ctx, heights, tokens, element.width)
        painted = key
      })
    })
    return () => {
      leave()
      stop?.()
    }
  }, [id, size])
  return <canvas ref={canvas} className="thumbnail" style={{ width: size, height: size }} aria-hidden="true" />
}
