/** The curve's window as an object that its layers share: x from the experiment or a gesture, heights from the samples. */
import type { Surface } from '../../core/explore/events.ts'
import type { Box } from '../../core/landscape.ts'
import type { Experiment } from '../../core/experiment/experiment.ts'
import { methodOf } from '../../store/methods.ts'
import { store } from '../../store/store.ts'
import { curvatureLimit } from './chart-limits.ts'
import { heightRange, stripRange, type CurveRange } from './curve-range.ts'
import { curveLayout, fromX, toX, type CurveLayout, type CurveView } from './curve-view.ts'
import type { GestureTarget } from './gestures.ts'
import { showsGain } from './method-memory.ts'

interface Ranges {
  readonly f: CurveRange
  readonly slope: CurveRange
  readonly curvature: CurveRange
}

/** Height of a strip's title, in px. */
const TITLE = 30

export interface CurveWindow {
  width: number
  height: number
  /** Another interval of x than the experiment's domain, during a gesture. */
  preview: Box[number] | undefined
  /** Where the mouse is on the panel, in px. */
  pointer: { readonly x: number; readonly y: number } | undefined
  /** The samples of the curve, where they have arrived. */
  surface(): Surface | undefined
  /** The window now; the same object while nothing changed. */
  current(): CurveView
  /** What lies beyond the heights shown. */
  beyond(): { readonly over: boolean; readonly under: boolean }
}

const UNIT: CurveRange = { low: -1, high: 1, over: false, under: false }
const START: Ranges = { f: UNIT, slope: UNIT, curvature: UNIT }

export function curveWindow(): CurveWindow {
  let ranges = START
  let rangedFor: Surface | undefined
  let rangedRuns: Experiment['runs'] | undefined
  let rangedHeight = 0
  let view: CurveView | undefined
  let layout: CurveLayout | undefined
  let shape = ''

  const measure = (surface: Surface, experiment: Experiment, { curvature }: CurveLayout, dragging: boolean): void => {
    const { runs } = experiment
    const height = curvature?.height ?? 0
    // While a slider or handle is held the axes stay, so that it is seen how the curve moves.
    if ((surface === rangedFor && runs === rangedRuns && height === rangedHeight) || (dragging && rangedFor)) return
    const limits = runs.flatMap((run) => curvatureLimit(run, methodOf(experiment, run.optimizer), String)?.value ?? [])
    const above = height > 0 ? TITLE / height : 0
    const values = (column: Float64Array | undefined): Float64Array => column ?? new Float64Array(0)
    if (surface !== rangedFor || height !== rangedHeight) {
      ranges = { ...ranges, f: heightRange(surface.f), slope: stripRange(values(surface.slope), [], above) }
    }
    ranges = { ...ranges, curvature: stripRange(values(surface.curvature), limits, above) }
    rangedFor = surface
    rangedRuns = runs
    rangedHeight = height
  }

  const self: CurveWindow = {
    width: 0,
    height: 0,
    preview: undefined,
    pointer: undefined,
    surface() {
      const { surface } = store.getState().results
      return surface?.shape.length === 1 ? surface : undefined
    },
    current() {
      const { experiment, session } = store.getState()
      const surface = self.surface()
      const derivatives = !experiment.hidden.includes('derivatives')
      const gain = showsGain(experiment)
      const nextShape = `${self.width} ${self.height} ${derivatives} ${gain}`
      if (!layout || nextShape !== shape) layout = curveLayout(self.width, self.height, derivatives, gain)
      shape = nextShape
      if (surface) measure(surface, experiment, layout, session.dragging)
      const x = self.preview ?? (experiment.domain.length === 1 ? experiment.domain[0] : ([0, 1] as const))
      const next = { x, layout, f: ranges.f, slope: ranges.slope, curvature: ranges.curvature }
      const same = view && view.layout === layout && view.f === next.f && view.slope === next.slope && view.curvature === next.curvature
      if (!view || !same || view.x[0] !== x[0] || view.x[1] !== x[1]) view = next
      return view
    },
    beyond: () => ranges.f,
  }
  return self
}

/** The curve's window as what gestures act on. */
export function curveTarget(window_: CurveWindow): GestureTarget {
  return {
    get width() { return window_.width },
    get height() { return window_.height },
    get pointer() { return window_.pointer },
    set pointer(at) { window_.pointer = at },
    box: () => [window_.current().x],
    preview(box) { window_.preview = box?.[0] },
    pick: ({ x }) => [fromX(window_.current(), x)],
    distance: (start, { x }) => Math.abs(toX(window_.current(), start[0]) - x),
  }
}
