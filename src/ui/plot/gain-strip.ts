/** The strip below a curve that shows what a method with a surrogate weighs to choose its next point. */
import type { SurrogateDrawing } from '../../core/optimizers/drawing.ts'
import type { Run } from '../../core/experiment/experiment.ts'
import { optimizerById } from '../../core/optimizers/index.ts'
import type { Path, State } from '../../store/state.ts'
import { formatNumber } from '../format.ts'
import { within } from './curve-strips.ts'
import { toX, type CurveView, type Strip } from './curve-view.ts'
import { memoryRow, stepUnder, surrogateOf, surrogatePath } from './method-memory.ts'
import { cased, word } from './method-pen.ts'
import { runColour, type Tokens } from './style.ts'

/** Kept free above the highest gain for the title, and below the lowest, in px. */
const ROOM = { above: 32, below: 5 } as const

/** What is made greatest, e.g. `expected improvement`. */
export function acquisitionName({ optimizer, hyper }: Run, drawing: SurrogateDrawing): string {
  const field = optimizerById(optimizer)?.hyper[drawing.acquisition]
  return field?.kind === 'choice' ? field.options[hyper[drawing.acquisition]].label.toLowerCase() : drawing.acquisition
}

/** The lowest and the highest gain of a step; undefined where nothing was weighed. What can only be positive begins at 0. */
export function gainRange(gain: Float64Array | undefined): readonly [number, number] | undefined {
  if (gain === undefined || gain.length === 0 || Number.isNaN(gain[0])) return undefined
  const [low, high] = [Math.min(...gain), Math.max(...gain)]
  return low >= 0 ? [0, high] : [low, high]
}

/** Draws the gain as an area from its lowest to its highest, in numbers at the right, and a line where the method asks next. */
export function drawGain(
  ctx: CanvasRenderingContext2D, state: Pick<State, 'experiment' | 'session'>, paths: readonly Path[], view: CurveView, strip: Strip, tokens: Tokens,
): void {
  const path = surrogatePath(paths, state)
  const run = path && state.experiment.runs[path.run]
  const drawing = run && surrogateOf(run.optimizer)
  if (path === undefined || run === undefined || drawing === undefined) return
  const step = stepUnder(path, state.session)
  const [low, high] = state.experiment.domain[0]
  const gain = memoryRow(path, drawing.gain, step)
  const next = memoryRow(path, drawing.next, step)
  const range = gainRange(gain)
  const colour = runColour(tokens, path.run)
  const { width } = view.layout
  const right = (text: string): void => {
    ctx.textAlign = 'right'
    word({ ctx, tokens }, text, width - 12, strip.top + 15)
  }
  within(ctx, width, strip, () => {
    const bottom = strip.top + strip.height
    if (next !== undefined && !Number.isNaN(next[0])) {
      const x = toX(view, next[0])
      ctx.beginPath()
      ctx.moveTo(x, strip.top)
      ctx.lineTo(x, bottom)
      ctx.setLineDash([2, 4])
      cased({ ctx, tokens, colour }, 1.5)
      ctx.setLineDash([])
      const left = x > width / 2
      ctx.textAlign = left ? 'right' : 'left'
      word({ ctx, tokens }, 'next', left ? x - 7 : x + 7, bottom - 15)
    }
    if (gain === undefined || range === undefined) return right(step === 0 ? 'nothing asked yet' : 'the next point is random')
    const span = range[1] - range[0] || 1
    const tall = strip.height - ROOM.above - ROOM.below
    const line = (): void => {
      ctx.beginPath()
      gain.forEach((v, k) => {
        ctx.lineTo(toX(view, low + (k / (gain.length - 1)) * (high - low)), bottom - ROOM.below - (tall * (v - range[0])) / span)
      })
    }
    line()
    ctx.lineTo(toX(view, high), bottom)
    ctx.lineTo(toX(view, low), bottom)
    ctx.globalAlpha = 0.22
    ctx.fillStyle = colour
    ctx.fill()
    ctx.globalAlpha = 1
    line()
    ctx.lineJoin = 'round'
    ctx.lineWidth = 1.75
    ctx.strokeStyle = colour
    ctx.stroke()
    const from = range[0] === 0 ? '' : `from ${formatNumber(range[0], 2)} `
    right(`${acquisitionName(run, drawing)}, ${from}up to ${formatNumber(range[1], 2)}`)
  })
}
