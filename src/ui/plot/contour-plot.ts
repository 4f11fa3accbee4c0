/**
 * Contour lines and axes by plotly, at rest. plotly takes tens of milliseconds for an update, so it is asked only when nothing
 * has
 * moved for a moment; until then what it drew is moved and stretched with the window, or hidden where it is no longer true.
 */
import type { Surface } from '../../core/explore/events.ts'
import { requestDraw } from './frame.ts'
import type { Scale } from './scale.ts'
import type { Tokens } from './style.ts'
import { place, type Viewport } from './viewport.ts'

type Module = Pick<typeof import('./plotly.ts'), 'Plotly'> & Pick<typeof import('./map-figure.ts'), 'mapFigure'>

/** How long everything must have stood still before plotly draws, in ms. */
const REST = 70

export interface ContourWish {
  readonly surface: Surface
  readonly scale: Scale
  readonly tokens: Tokens
  readonly lines: boolean
  /** Changes when formula or parameters do: lines of another ground are hidden at once. */
  readonly ground: unknown
}

export interface ContourPlot {
  /** Says what should be drawn and through which window; `moving` puts plotly off. Cheap when nothing changed. */
  update(wish: ContourWish | undefined, view: Viewport, moving: boolean): void
  destroy(): void
}

/** `failed` is told when plotly could not be loaded. */
export function contourPlot(host: HTMLElement, failed: (message: string) => void): ContourPlot {
  let module: Module | undefined
  let loading: Promise<Module> | undefined
  let gone = false
  let timer = 0
  let drawn: { key: string; wish: ContourWish; width: number; height: number } | undefined
  let due = ''
  let moved = ''

  /** Fetches plotly once; a failed download is told and may be tried again. */
  const load = async (): Promise<void> => {
    loading ??= Promise.all([import('./plotly.ts'), import('./map-figure.ts')]).then(([{ Plotly }, { mapFigure }]) => ({ Plotly, mapFigure }))
    try {
      module = await loading
    } catch (error) {
      loading = undefined
      failed(error instanceof Error ? error.message : String(error))
    }
  }

  const identities = new WeakMap<object, number>()
  let next = 0
  const identity = (o: object): number => {
    let id = identities.get(o)
    if (id === undefined) identities.set(o, (id = ++next))
    return id
  }

  const draw = (key: string, wish: ContourWish, width: number, height: number): void => {
    timer = 0
    if (gone) return
    if (!module) {
      // Asked for again by the next frame's update, once it is there.
      void load().then(() => module && requestDraw())
      return
    }
    const { data, layout, config } = module.mapFigure(wish.surface, wish.scale, wish.tokens, width, height, wish.lines)
    drawn = { key, wish, width, height }
    moved = ''
    module.Plotly.react(host, data, layout, config).catch((error: unknown) => reportError(error))
    host.style.transform = ''
    host.style.opacity = ''
  }

  return {
    update(wish, view, moving) {
      if (view.width === 0 || view.height === 0) return
      if (drawn) {
        const [[x0, x1], [y0, y1]] = drawn.wish.surface.domain
        const [left, top] = place(view, [x0, y1])
        const [right, bottom] = place(view, [x1, y0])
        const off = Math.max(Math.abs(left), Math.abs(top), Math.abs(right - drawn.width), Math.abs(bottom - drawn.height))
        const still = off < 0.5
        const stale = !wish || wish.ground !== drawn.wish.ground
        const state = `${left} ${top} ${right} ${bottom} ${stale}`
        if (state !== moved) {
          moved = state
          const stretch = `scale(${(right - left) / drawn.width}, ${(bottom - top) / drawn.height})`
          host.style.transform = still ? '' : `translate(${left}px, ${top}px) ${stretch}`
          host.dataset.moved = String(!still)
          host.style.opacity = stale ? '0' : ''
        }
      }
      if (!wish) return
      const { surface, scale, tokens, lines } = wish
      const key = `${identity(surface)} ${identity(scale)} ${tokens.theme} ${lines} ${view.width} ${view.height}`
      if (key === drawn?.key && due === '') return
      if (moving) {
        window.clearTimeout(timer)
        timer = 0
        due = ''
        return
      }
      if (key === due && timer !== 0) return
      if (key === drawn?.key) {
        window.clearTimeout(timer)
        timer = 0
        due = ''
        return
      }
      void load()
      window.clearTimeout(timer)
      due = key
      timer = window.setTimeout(() => {
        due = ''
        draw(key, wish, view.width, view.height)
      }, REST)
    },
    destroy() {
      gone = true
      window.clearTimeout(timer)
      module?.Plotly.purge(host)
    },
  }
}
