/**
 * Has paths painted by a worker while a start is dragged. Without a graphics card filling the map's canvases takes longer than all
 * else a frame of a drag does, and what lies in the same layer is copied to the screen with them; canvases of a worker are neither
 * filled nor copied by the page. At rest the page paints its own: those follow the map's window in the same frame.
 */
import { requestDraw } from './frame.ts'
import type { LaidPath } from './laid-path.ts'
import type { FromPainter, ToPainter } from './painter-protocol.ts'
import type { Tokens } from './style.ts'
import type { Viewport } from './viewport.ts'

type Two<T> = readonly [T, T]

/** What is used of a Worker; tests bring their own. */
export interface PainterLike {
  postMessage(message: ToPainter, transfer: Transferable[]): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromPainter>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

export interface Painter {
  /**
   * Has the paths painted where something of `from` (compared by identity) or the window's size has changed. True while the worker's
   * canvases are what is seen; until then the page has to paint.
   */
  paint(view: Viewport, from: readonly unknown[], paths: () => readonly LaidPath[], tokens: Tokens): boolean
  /** Nothing is dragged any more: the page's own canvases are seen again. */
  rest(): void
  destroy(): void
}

const makeWorker = (): PainterLike => new Worker(new URL('./painter-worker.ts', import.meta.url), { type: 'module', name: 'paths' })

/** A painter for these two canvases, paths and balls. Its worker starts with the first drag. */
export function painter(own: Two<HTMLCanvasElement>, start = makeWorker): Painter {
  let able = 'transferControlToOffscreen' in own[0]
  let worker: PainterLike | undefined
  let theirs: readonly HTMLCanvasElement[] = []
  let sent: readonly unknown[] = []
  let resting = true
  let shown = false
  /** The drag under way, counted from 1, and the last one of which something has been painted. */
  let drag = 0
  let painted = 0

  const show = (now: boolean): void => {
    if (now === shown) return
    shown = now
    for (const canvas of theirs) canvas.style.visibility = now ? '' : 'hidden'
    for (const canvas of own) canvas.style.visibility = now ? 'hidden' : ''
  }

  const begin = (): PainterLike => {
    const fresh = start()
    fresh.onmessage = ({ data }) => {
      painted = data.painted
      requestDraw()
    }
    // The page paints as well as ever.
    fresh.onerror = (event) => {
      event.preventDefault()
      able = false
      requestDraw()
    }
    const beside = (canvas: HTMLCanvasElement): HTMLCanvasElement => {
      const next = document.createElement('canvas')
      next.className = canvas.className
      next.setAttribute('aria-hidden', 'true')
      next.style.visibility = 'hidden'
      canvas.after(next)
      return next
    }
    const [below, above] = [beside(own[0]), beside(own[1])]
    theirs = [below, above]
    const canvases = [below.transferControlToOffscreen(), above.transferControlToOffscreen()] as const
    fresh.postMessage({ canvases }, [...canvases])
    return fresh
  }

  const rest = (): void => {
    resting = true
    show(false)
  }

  return {
    paint(view, from, paths, { casing, ink }) {
      if (!able) {
        rest()
        return false
      }
      worker ??= begin()
      if (resting) drag += 1
      const { width, height } = view
      const ratio = window.devicePixelRatio || 1
      const wanted = [...from, width, height, ratio]
      if (wanted.length !== sent.length || wanted.some((value, i) => value !== sent[i])) {
        sent = wanted
        const laid = paths()
        worker.postMessage({ drag, width, height, ratio, paths: laid, tokens: { casing, ink } }, [...new Set(laid.map(({ at }) => at.buffer))])
      }
      resting = false
      show(painted === drag)
      return shown
    },
    rest,
    destroy() {
      worker?.terminate()
      for (const canvas of theirs) canvas.remove()
    },
  }
}
