/** A landscape of the catalogue as a small picture, computed from its formula: relief for two coordinates, curve over ground for one. */
import { useEffect, useRef } from 'react'
import { objectiveById } from '../../core/objectives/index.ts'
import { pictureFor, whenPicture } from '../../store/pictures.ts'
import { fitCanvas, onFrame, requestDraw } from '../plot/frame.ts'
import { artOf, paintThumbnail, type Art } from '../plot/thumbnail-art.ts'
import { readTokens } from '../plot/style.ts'

const arts = new Map<string, Art>()

/** Bands and shades of one catalogue entry, once its heights are there. */
function artFor(id: string): Art | undefined {
  const old = arts.get(id)
  const picture = pictureFor(id)
  const objective = objectiveById(id)
  if (old !== undefined || picture === undefined || objective === undefined) return old
  const art = artOf(picture, objective.height)
  arts.set(id, art)
  return art
}

/** Milliseconds of a frame after which further pictures wait for the next one; one is always painted. */
const ROOM = 8
const frame = { at: 0, painted: 0 }

function mayPaint(now: number): boolean {
  if (frame.at !== now) Object.assign(frame, { at: now, painted: 0 })
  if (frame.painted > 0 && performance.now() - now > ROOM) return false
  frame.painted++
  return true
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
    const paint = (now: number) => {
      const tokens = readTokens()
      const width = size ?? element.clientWidth
      const key = `${tokens.theme} ${tokens.ink} ${width} ${window.devicePixelRatio}`
      if (width === 0 || key === painted) return
      if (!mayPaint(now)) {
        requestDraw()
        return
      }
      const art = artFor(id)
      if (!art) return
      fitCanvas(element, width, width)
      const ctx = element.getContext('2d')
      if (!ctx) return
      paintThumbnail(ctx, art, tokens, element.width, element.width / width)
      painted = key
    }
    let stopWaiting: (() => void) | undefined
    let stopPainting: (() => void) | undefined
    const enter = () => {
      stopWaiting ??= whenPicture(id, () => {
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
