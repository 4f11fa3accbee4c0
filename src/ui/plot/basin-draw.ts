/** What is drawn over the picture of the basins: letters of the minima, and the way that a start under the pointer would take. */
import { minimaOf } from '../../core/ensembles/job.ts'
import type { Experiment } from '../../core/experiment/experiment.ts'
import type { Basins } from '../../store/basins.ts'
import { pathFrom } from './basin-path.ts'
import { foundAt, middleOf } from './basin-words.ts'
import { pathPixels } from './map-paths.ts'
import { runColour, type Tokens } from './style.ts'
import { place, type Viewport } from './viewport.ts'

type Told = Pick<Basins, 'grids' | 'job' | 'whole'>

/** Heights of letters on the map for up to so many minima, in px, and on the strip of a curve. */
const LETTERS = [[16, 26], [60, 16], [Infinity, 12]] as const
const ON_STRIP = 13
/** From the middle of a minimum's ring to the foot of its letter, in px. */
const ABOVE = 12

/** Letters of the minima, above them; where two would touch, the one of the lower minimum is kept. */
export function drawLetters(ctx: CanvasRenderingContext2D, { job, whole }: Told, view: Viewport, tokens: Tokens): void {
  const shown = job ?? whole?.job
  if (shown === undefined) return
  const minima = minimaOf(shown.critical)
  const strip = view.box.length === 1
  const size = strip ? ON_STRIP : LETTERS.find(([most]) => minima.length <= most)?.[1] ?? ON_STRIP
  ctx.font = `700 ${size}px ${tokens.fontUi}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.lineJoin = 'round'
  ctx.lineWidth = Math.min(5, Math.max(3, size / 5))
  ctx.strokeStyle = tokens.casing
  ctx.fillStyle = tokens.ink
  const taken: (readonly [x: number, y: number])[] = []
  for (const { x, letter } of minima) {
    const [px, py] = letterAt(x, view, size)
    if (px === undefined || taken.some(([qx, qy]) => Math.abs(px - qx) < 0.8 * size && Math.abs(py - qy) < 0.9 * size)) continue
    taken.push([px, py])
    ctx.strokeText(letter, px, py)
    ctx.fillText(letter, px, py)
  }
}

/** The middle of the letter of a minimum, whole within the panel: above its ring, at the top edge below it. */
function letterAt(x: readonly number[], { box, width, height }: Viewport, size: number): readonly [x: number, y: number] | readonly [undefined, undefined] {
  const inside = x.every((v, i) => v >= box[i][0] && v <= box[i][1])
  if (!inside) return [undefined, undefined]
  const kept = (v: number): number => Math.min(width - size / 2, Math.max(size / 2, v))
  if (box.length === 1) return [kept(((x[0] - box[0][0]) / (box[0][1] - box[0][0])) * width), height / 2 + 1]
  const [px, py] = place({ box, width, height }, x)
  const up = py - ABOVE - 0.36 * size
  return [kept(px), up > size / 2 ? up : py + ABOVE + 0.4 * size]
}

/** The paths that the mapped runs would take from `x` on. */
export function drawPreview(ctx: CanvasRenderingContext2D, told: Told, e: Experiment, x: readonly number[], view: Viewport, tokens: Tokens): void {
  const { job } = told
  if (job === undefined) return
  const from = middleOf(told, x)
  for (const run of job.against === undefined ? [job.run] : [job.against, job.run]) {
    const path = pathFrom(e, run, from)
    if (path === undefined) continue
    const at = pathPixels(path, view)
    ctx.beginPath()
    for (let k = 0; k < path.count; k++) if (Number.isFinite(at[2 * k]) && Number.isFinite(at[2 * k + 1])) ctx.lineTo(at[2 * k], at[2 * k + 1])
    cased(ctx, tokens, runColour(tokens, run))
  }
}

/** On the strip of a curve: from the start `x` to where it ends. */
export function drawWay(ctx: CanvasRenderingContext2D, told: Told, x: readonly number[], { box, width, height }: Viewport, tokens: Tokens): void {
  const found = foundAt(told, x)
  if (found === undefined) return
  const { grid: { job, end }, cell } = found
  const [[low, high]] = box
  const [from, to] = [x[0], end[cell]].map((v) => ((v - low) / (high - low)) * width)
  if (!Number.isFinite(to)) return
  const colour = runColour(tokens, job.run)
  const reach = Math.min(width, Math.max(0, to))
  ctx.beginPath()
  ctx.moveTo(from, height / 2)
  ctx.lineTo(reach, height / 2)
  cased(ctx, tokens, colour)
  ctx.beginPath()
  ctx.arc(reach, height / 2, 4, 0, 2 * Math.PI)
  ctx.fillStyle = colour
  ctx.lineWidth = 1.5
  ctx.strokeStyle = tokens.casing
  ctx.fill()
  ctx.stroke()
}

function cased(ctx: CanvasRenderingContext2D, tokens: Tokens, colour: string): void {
  ctx.lineJoin = 'round'
  ctx.lineWidth = 5
  ctx.strokeStyle = tokens.casing
  ctx.stroke()
  ctx.lineWidth = 2
  ctx.strokeStyle = colour
  ctx.stroke()
}
