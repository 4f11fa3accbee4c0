/** What methods remember, drawn at the playhead's step in the hue of the run, over whatever place map, curve and surface give a point. */
import type { Drawing } from '../../core/optimizers/drawing.ts'
import type { Path, State } from '../../store/state.ts'
import { drawGauge } from './method-gauge.ts'
import { drawDirections, drawPoints, drawPolygon, drawRadius, drawSpread, drawTrial } from './method-marks.ts'
import { drawingsOf, memoryRow, stepUnder, surrogatePath } from './method-memory.ts'
import type { Panel, Pen } from './method-pen.ts'
import { runColour, type Tokens } from './style.ts'
import { drawSurrogate } from './surrogate.ts'

export { drawAround } from './around-paths.ts'

type Shown = Pick<State, 'experiment' | 'session'>

/** What stands over the glyphs of critical points: a number could not be read under them, and a crowd gathers just there. */
const isFront = ({ kind }: Drawing): boolean => kind === 'gauge' || kind === 'points'

/** Draws what the methods of `paths` remember, but for what stands over the glyphs, unless that layer is hidden. */
export function drawMethodStates(ctx: CanvasRenderingContext2D, state: Shown, paths: readonly Path[], panel: Panel, tokens: Tokens): void {
  drawAll(ctx, state, paths, panel, tokens, (drawing) => !isFront(drawing))
}

/** Draws the rest: crowds, and numbers beside the balls. */
export function drawMethodFront(ctx: CanvasRenderingContext2D, state: Shown, paths: readonly Path[], panel: Panel, tokens: Tokens): void {
  drawAll(ctx, state, paths, panel, tokens, isFront)
}

function drawAll(
  ctx: CanvasRenderingContext2D, state: Shown, paths: readonly Path[], panel: Panel, tokens: Tokens, which: (drawing: Drawing) => boolean,
): void {
  const { experiment, session } = state
  if (experiment.hidden.includes('state')) return
  const first = surrogatePath(paths, state)
  for (const path of paths) {
    const drawings = drawingsOf(experiment.runs[path.run]?.optimizer ?? '').filter(which)
    if (drawings.length === 0 || path.count === 0) continue
    const step = stepUnder(path, session)
    const n = path.dimension
    const at = path.x.subarray(step * n, (step + 1) * n)
    const pen: Pen = {
      ctx, tokens, panel, domain: experiment.domain, dimension: n, step, at, colour: runColour(tokens, path.run), ball: panel.place(at),
      row: (name, of = step) => memoryRow(path, name, of), range: (name) => range(path.memory[name]?.subarray(0, path.count)), first: path === first,
    }
    ctx.save()
    for (const drawing of drawings) draw(drawing, pen)
    ctx.restore()
  }
}

function draw(drawing: Drawing, pen: Pen): void {
  switch (drawing.kind) {
    case 'polygon':
      return drawPolygon(pen, pen.row(drawing.of))
    case 'trial':
      return drawTrial(pen, pen.row(drawing.of), pen.row(drawing.taken)?.[0] ?? NaN)
    case 'gauge':
      return drawGauge(pen, drawing.symbol, pen.row(drawing.of)?.[0] ?? NaN, pen.range(drawing.of))
    case 'points':
      return drawPoints(pen, pen.row(drawing.of))
    case 'spread':
      return drawSpread(pen, pen.row(drawing.of))
    case 'radius':
      return drawRadius(pen, pen.row(drawing.of)?.[0] ?? NaN)
    case 'directions':
      return drawDirections(pen, pen.row(drawing.of))
    case 'surrogate':
      return drawSurrogate(pen, drawing)
  }
}

function range(column: Float64Array = new Float64Array()): readonly [number, number] {
  let low = Infinity, high = -Infinity
  for (const v of column) {
    if (v < low) low = v
    if (v > high) high = v
  }
  return [low, high]
}
