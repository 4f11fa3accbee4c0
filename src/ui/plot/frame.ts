/**
 * One animation frame shared by everything that draws over a plot. Whatever changes (store, theme, size of the window) asks for
 * a frame; in it each registered drawing runs once. Drawings that are costly compare their inputs and return early.
 */
import { store } from '../../store/store.ts'

export type Draw = (now: number) => void

const draws = new Set<Draw>()
let pending = 0
let unlisten: (() => void) | undefined

function run(now: number): void {
  pending = 0
  for (const draw of draws) {
    try {
      draw(now)
    } catch (error) {
      // One view that cannot draw must not stop the others; the error still reaches the console and the tests.
      reportError(error)
    }
  }
}

/** Asks for a frame; many calls before it share it. */
export function requestDraw(): void {
  if (pending === 0 && draws.size > 0) pending = requestAnimationFrame(run)
}

function listen(): () => void {
  const unsubscribe = store.subscribe(requestDraw)
  const themes = new MutationObserver(requestDraw)
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  window.addEventListener('resize', requestDraw)
  return () => {
    unsubscribe()
    themes.disconnect()
    window.removeEventListener('resize', requestDraw)
  }
}

/** Calls `draw` once in the next frame and in each frame after a change, until the returned function is called. */
export function onFrame(draw: Draw): () => void {
  draws.add(draw)
  unlisten ??= listen()
  requestDraw()
  return () => {
    draws.delete(draw)
    if (draws.size > 0) return
    unlisten?.()
    unlisten = undefined
    if (pending !== 0) cancelAnimationFrame(pending)
    pending = 0
  }
}

/** Sizes a canvas to its box in device pixels. Returns true where the size changed (which also clears it). */
export function fitCanvas(canvas: HTMLCanvasElement, width: number, height: number): boolean {
  const ratio = window.devicePixelRatio || 1
  const w = Math.max(1, Math.round(width * ratio))
  const h = Math.max(1, Math.round(height * ratio))
  if (canvas.width === w && canvas.height === h) return false
  canvas.width = w
  canvas.height = h
  return true
}
