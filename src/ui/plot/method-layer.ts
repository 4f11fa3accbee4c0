/** The drawings of what methods remember and of what comes with a run beside its path, fetched when a run first has any: most never do. */
import type { Path, State } from '../../store/state.ts'
import { requestDraw } from './frame.ts'
import { drawsAny } from './method-memory.ts'
import type { Panel, Placing } from './method-pen.ts'
import type { Tokens } from './style.ts'

type Module = typeof import('./method-state.ts')

let loaded: Module | undefined
let loading: Promise<void> | undefined

/** The drawings where they are needed and there; a failed download is tried again in the next frame that needs them. */
export function loadedDrawings(experiment: State['experiment']): Module | undefined {
  if (loaded || (!drawsAny(experiment) && experiment.runs.every(({ around }) => around === undefined))) return loaded
  loading ??= import('./method-state.ts').then(
    (module) => {
      loaded = module
      requestDraw()
    },
    (error: unknown) => {
      loading = undefined
      reportError(error)
    },
  )
  return undefined
}

type Shown = Pick<State, 'experiment' | 'session'>

/** Draws the paths of restarts and averages. */
export function drawAround(ctx: CanvasRenderingContext2D, state: Shown, paths: readonly Path[], place: Placing, tokens: Tokens): void {
  loadedDrawings(state.experiment)?.drawAround(ctx, state, paths, place, tokens)
}

/** Draws what the methods of `paths` remember, but for what stands over the glyphs, unless that layer is hidden. */
export function drawMethodStates(ctx: CanvasRenderingContext2D, state: Shown, paths: readonly Path[], panel: Panel, tokens: Tokens): void {
  loadedDrawings(state.experiment)?.drawMethodStates(ctx, state, paths, panel, tokens)
}

/** Draws the rest: crowds, and numbers beside the balls. */
export function drawMethodFront(ctx: CanvasRenderingContext2D, state: Shown, paths: readonly Path[], panel: Panel, tokens: Tokens): void {
  loadedDrawings(state.experiment)?.drawMethodFront(ctx, state, paths, panel, tokens)
}
