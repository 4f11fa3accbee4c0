/**
 * What methods remember, drawn at the playhead's step in the hue of the run: one function for each kind of drawing, over whatever
 * place map, curve and surface give the points of the landscape.
 */
import type { Drawing } from '../../core/optimizers/drawing.ts'
import { optimizerById } from '../../core/optimizers/index.ts'
import { isDeclared } from '../../core/optimizers/optimizer.ts'
import type { Path, State } from '../../store/state.ts'
import { formatNumber } from '../format.ts'
import { runColour, type Tokens } from './style.ts'

/** A point of the landscape on a panel, in CSS px. */
export interface Spot {
  readonly x: number
  readonly y: number
  /** Behind the surface: drawn fainter. */
  readonly behind: boolean
}

/** Where a panel has a point; undefined where it has none. */
export type Placing = (point: ArrayLike<number>) => Spot | undefined

interface Pen {
  readonly ctx: CanvasRenderingContext2D
  readonly tokens: Tokens
  readonly colour: string
  readonly place: Placing
  /** The row of a column at the playhead's step; undefined where the path has no such column. */
  readonly row: (name: string) => Float64Array | undefined
  /** The lowest and the highest number of a column over the whole path. */
  readonly range: (name: string) => readonly [number, number]
  /** Where the ball is. */
  readonly ball: Spot | undefined
  readonly dimension: number
}

const BEHIND = 0.3

/** What is drawn of the methods with this id; nothing for most. */
export function drawingsOf(id: string): readonly Drawing[] {
  const optimizer = optimizerById(id)
  return optimizer === undefined || isDeclared(optimizer) ? [] : optimizer.draws ?? []
}

/** Whether any run of the experiment has something to draw: otherwise no switch for it is shown. */
export const drawsAny = ({ runs }: Pick<State['experiment'], 'runs'>): boolean => runs.some((run) => drawingsOf(run.optimizer).length > 0)

/** The numbers of one step of a column of the memory. */
export function memoryRow(path: Path, name: string, step: number): Float64Array | undefined {
  const column = path.memory[name]
  if (column === undefined) return undefined
  const width = column.length / path.f.length
  return column.subarray(step * width, (step + 1) * width)
}

/** Draws what the methods of `paths` remember, unless that layer is hidden. */
export function drawMethodStates(
  ctx: CanvasRenderingContext2D, { experiment, session }: Pick<State, 'experiment' | 'session'>, paths: readonly Path[], place: Placing, tokens: Tokens,
): void {
  if (experiment.hidden.includes('state')) return
  for (const path of paths) {
    const drawings = drawingsOf(experiment.runs[path.run]?.optimizer ?? '')
    if (drawings.length === 0 || path.count === 0) continue
    const step = Math.min(path.count - 1, Math.max(0, Math.floor(session.playhead)))
    const n = path.dimension
    const pen: Pen = {
      ctx, tokens, place, dimension: n, colour: runColour(tokens, path.run), ball: place(path.x.subarray(step * n, (step + 1) * n)),
      row: (name) => memoryRow(path, name, step), range: (name) => range(path.memory[name]?.subarray(0, path.count)),
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
  }
}

/** Corners joined each with each, lightly filled, so that a simplex of three corners is a triangle and one of two a line. */
function drawPolygon({ ctx, tokens, colour, place, dimension }: Pen, corners: Float64Array | undefined): void {
  if (corners === undefined) return
  const spots: Spot[] = []
  for (let i = 0; i < corners.length; i += dimension) {
    const spot = place(corners.subarray(i, i + dimension))
    if (spot === undefined) return
    spots.push(spot)
  }
  const alpha = spots.every((s) => s.behind) ? BEHIND : 1
  ctx.beginPath()
  for (const { x, y } of spots) ctx.lineTo(x, y)
  ctx.closePath()
  ctx.globalAlpha = 0.22 * alpha
  ctx.fillStyle = colour
  ctx.fill()
  ctx.globalAlpha = alpha
  ctx.lineJoin = 'round'
  ctx.beginPath()
  spots.forEach((a, i) => {
    for (const b of spots.slice(0, i)) {
      ctx.moveTo(a.x, a.y)
      ctx.lineTo(b.x, b.y)
    }
  })
  cased(ctx, tokens, colour, 1.6)
  ctx.beginPath()
  for (const { x, y } of spots) dot(ctx, x, y, 3)
  ctx.fillStyle = tokens.casing
  ctx.fill()
  ctx.lineWidth = 1.6
  ctx.stroke()
}

/** What was tried: joined with the ball by dots; a ring where it was taken, a cross where it was not. */
function drawTrial({ ctx, tokens, colour, place, ball }: Pen, at: Float64Array | undefined, taken: number): void {
  const spot = at === undefined || Number.isNaN(taken) ? undefined : place(at)
  if (spot === undefined || ball === undefined) return
  ctx.globalAlpha = spot.behind ? BEHIND : 1
  if (taken === 1) {
    ctx.beginPath()
    dot(ctx, spot.x, spot.y, 11)
    cased(ctx, tokens, colour, 1.6)
    return
  }
  ctx.beginPath()
  ctx.moveTo(ball.x, ball.y)
  ctx.lineTo(spot.x, spot.y)
  ctx.setLineDash([1.5, 4])
  cased(ctx, tokens, colour, 1.5)
  ctx.setLineDash([])
  ctx.beginPath()
  for (const [dx, dy] of [[1, 1], [1, -1]] as const) {
    ctx.moveTo(spot.x - 4.5 * dx, spot.y - 4.5 * dy)
    ctx.lineTo(spot.x + 4.5 * dx, spot.y + 4.5 * dy)
  }
  cased(ctx, tokens, colour, 2)
}

const GAUGE = { width: 7, height: 34, away: 17 } as const

function range(column: Float64Array = new Float64Array()): readonly [number, number] {
  let low = Infinity, high = -Infinity
  for (const v of column) {
    if (v < low) low = v
    if (v > high) high = v
  }
  return [low, high]
}

/** A thermometer beside the ball with its number: logarithmic, from the lowest to the highest of the run. */
function drawGauge({ ctx, tokens, colour, ball }: Pen, symbol: string, value: number, [low, high]: readonly [number, number]): void {
  if (ball === undefined || !Number.isFinite(value)) return
  const share = low > 0 && high > low ? Math.log(value / low) / Math.log(high / low) : 1
  const x = ball.x + GAUGE.away
  const y = ball.y - GAUGE.height / 2
  ctx.globalAlpha = 1
  ctx.beginPath()
  ctx.roundRect(x, y, GAUGE.width, GAUGE.height, GAUGE.width / 2)
  ctx.fillStyle = tokens.casing
  ctx.fill()
  ctx.save()
  ctx.clip()
  ctx.fillStyle = colour
  ctx.fillRect(x, y + (1 - share) * GAUGE.height, GAUGE.width, share * GAUGE.height)
  ctx.restore()
  ctx.lineWidth = 1.25
  ctx.strokeStyle = tokens.ink
  ctx.stroke()
  ctx.font = `13px ${tokens.fontUi}`
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  ctx.lineJoin = 'round'
  ctx.lineWidth = 4
  ctx.strokeStyle = tokens.casing
  const text = `${symbol} ${formatNumber(value, 2)}`
  ctx.strokeText(text, x + GAUGE.width + 6, ball.y)
  ctx.fillStyle = tokens.ink
  ctx.fillText(text, x + GAUGE.width + 6, ball.y)
}

function dot(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  ctx.moveTo(x + radius, y)
  ctx.arc(x, y, radius, 0, 2 * Math.PI)
}

/** Strokes the path twice: the casing, and on it the hue. */
function cased(ctx: CanvasRenderingContext2D, tokens: Tokens, colour: string, width: number): void {
  ctx.lineCap = 'round'
  ctx.lineWidth = width + 2
  ctx.strokeStyle = tokens.casing
  ctx.stroke()
  ctx.lineWidth = width
  ctx.strokeStyle = colour
  ctx.stroke()
}
