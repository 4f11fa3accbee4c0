/**
 * The plotly part of the surface: one scene with one WebGL context. Between updates it follows size and zoom by a CSS transform,
 * since plotly scales an orthographic scene only by building it anew. It draws at rest and while the camera turns, never while a
 * start is dragged (the relief stays the same then).
 */
import { cameraOf, type View } from './projection.ts'
import { SURFACE_CONFIG, surfaceLayout, surfaceTraces, type IsoLevel } from './surface-figure.ts'
import type { Relief } from './surface-relief.ts'
import type { Tokens } from './style.ts'

export interface SceneInput {
  readonly view: View
  readonly relief: Relief
  readonly levels: readonly IsoLevel[]
  readonly tokens: Tokens
  /** True while something is dragged: the relief then follows at most every `THROTTLE` ms. */
  readonly dragging: boolean
}

/** The part of plotly that a scene needs. */
export interface Drawer {
  react(root: HTMLElement, data: object[], layout: object, config: object): Promise<unknown>
  relayout(root: HTMLElement, update: object): Promise<unknown>
  purge(root: HTMLElement): void
}

export interface Scene {
  /** Brings the scene closer to what is wanted; called in every frame, most often with nothing to do. */
  draw(input: SceneInput): void
  /** Frees the scene and its context. */
  dispose(): void
}

/** ms between two new reliefs while a parameter is dragged. */
const THROTTLE = 150
/** ms that size and zoom must stand still before plotly builds them in. */
const SETTLE = 160

/**
 * @param host an element of the panel's size; the scene is made inside it
 * @param again asks for another frame
 * @param drawn called after the first drawing
 * @param lost called when the browser has taken the WebGL context away; the scene is then of no more use
 * @param failed called with the reason when plotly cannot draw
 */
export function createScene(
  host: HTMLElement,
  plotly: Drawer,
  { again, drawn, lost, failed }: { again: () => void; drawn: () => void; lost: () => void; failed: (reason: unknown) => void },
): Scene {
  const plot = document.createElement('div')
  plot.className = 'plot'
  host.append(plot)
  let shown: SceneInput | undefined
  let traces: { relief: Relief; levels: readonly IsoLevel[]; tokens: Tokens; data: object[] } | undefined
  let busy = false
  let gone = false
  let contextLost = false
  let last = 0
  let sized: { key: string; since: number } = { key: '', since: 0 }
  let later: ReturnType<typeof setTimeout> | undefined

  const onLost = (): void => {
    contextLost = true
    lost()
  }
  host.addEventListener('webglcontextlost', onLost, true)

  const wake = (ms: number): void => {
    later ??= setTimeout(() => {
      later = undefined
      again()
    }, ms)
  }

  const run = async (work: () => Promise<unknown>): Promise<void> => {
    busy = true
    try {
      await work()
    } catch (reason) {
      if (!gone && !contextLost) failed(reason)
    }
    busy = false
    if (gone) free()
    else again()
  }

  const build = (input: SceneInput, now: number): void => {
    const { relief, levels, tokens, view } = input
    if (!traces || traces.relief !== relief || traces.levels !== levels || traces.tokens !== tokens) {
      traces = { relief, levels, tokens, data: surfaceTraces(relief, levels, tokens) }
    }
    const { data } = traces
    const first = !shown
    shown = input
    last = now
    void run(async () => {
      const done = plotly.react(plot, data, surfaceLayout(view), { ...SURFACE_CONFIG })
      if (first) sparePicking(plot)
      await done
      last = performance.now()
      if (first && !gone) drawn()
    })
  }

  const free = (): void => {
    if (!contextLost) plotly.purge(plot)
    // Of a lost scene plotly still waits for the context to come back; purged, it would trip over its own wait. It is let go.
    plot.remove()
  }

  return {
    draw(input) {
      if (gone || contextLost) return
      const now = performance.now()
      const { view } = input
      const key = `${view.width} ${view.height} ${view.scale}`
      if (sized.key !== key) sized = { key, since: now }
      if (shown) follow(plot, shown.view, view)
      if (busy) return
      if (!shown) return build(input, now)
      const fresh = shown.relief !== input.relief || shown.levels !== input.levels
      const wait = input.dragging ? last + THROTTLE - now : 0
      if (shown.tokens !== input.tokens || (fresh && wait <= 0)) return build(input, now)
      if (fresh) wake(wait)
      const at = shown.view
      const resized = at.width !== view.width || at.height !== view.height || at.scale !== view.scale
      if (resized && now - sized.since >= SETTLE && !fresh) return build(input, now)
      if (resized) wake(SETTLE)
      if (at.azimuth !== view.azimuth || at.elevation !== view.elevation) {
        const { eye, up } = cameraOf(view)
        shown = { ...shown, view: { ...at, azimuth: view.azimuth, elevation: view.elevation } }
        void run(() => plotly.relayout(plot, { 'scene.camera.eye': eye, 'scene.camera.up': up }))
      }
    },
    dispose() {
      if (gone) return
      gone = true
      clearTimeout(later)
      host.removeEventListener('webglcontextlost', onLost, true)
      if (!busy) free()
    },
  }
}

/** Lays the scene drawn for one view over another of the same direction, its centre in the centre of the panel. */
function follow(plot: HTMLElement, from: View, to: View): void {
  const k = to.scale / from.scale
  const x = to.width / 2 - k * from.width / 2, y = to.height / 2 - k * from.height / 2
  const transform = k === 1 && x === 0 && y === 0 ? '' : `translate(${x}px, ${y}px) scale(${k})`
  if (plot.style.transform !== transform) plot.style.transform = transform
}

/**
 * After each turn of the camera plotly reads back a picture in which every pixel names an object, to know what is under the
 * pointer, and waits for the graphics card to finish it. Nothing here asks that question (the ray march answers it), so the
 * reading is skipped; reading the visible picture, as an export does, still works.
 */
function sparePicking(plot: HTMLElement): void {
  const gl = plot.querySelector('canvas')?.getContext('webgl')
  if (!gl) return
  const read = gl.readPixels.bind(gl)
  gl.readPixels = (x: number, y: number, width: number, height: number, format: number, type: number, to: ArrayBufferView | null) => {
    if (gl.getParameter(gl.FRAMEBUFFER_BINDING) === null) read(x, y, width, height, format, type, to)
  }
}
