/** What moves on the surface: paths, iterates, balls, critical points, cross-hair, and the marks along the base. */
import type { CriticalPoint } from '../../core/explore/events.ts'
import { isSelected } from '../../store/selectors.ts'
import type { Path, State } from '../../store/state.ts'
import { crowding, minorAmong } from './crowd.ts'
import { drawBall, drawCritical, drawIterates, drawPath, pathLook, type PathLook } from './draw.ts'
import type { Placing } from './method-pen.ts'
import { drawAround, drawMethodFront, drawMethodStates } from './method-layer.ts'
import { project } from './projection.ts'
import { axisMarks } from './surface-axes.ts'
import { baseOf } from './surface-figure.ts'
import { isHidden } from './surface-horizon.ts'
import { onGround, type Model } from './surface-model.ts'
import { toBlock, type Relief } from './surface-relief.ts'
import { trailOf, vertexAt, type Trail } from './surface-trail.ts'
import { runColour, runStyle, type Tokens } from './style.ts'

/** Opacity of what lies behind the surface. */
const BEHIND = 0.28

let seen = new Float64Array(0)
let unseen = new Float64Array(0)

/** Keeps the trails of a set of results: a turn of the camera lays no path anew. */
export function trailKeeper(): (paths: readonly Path[], relief: Relief, revision: number) => ReadonlyMap<Path, Trail> {
  let made: { relief: Relief; revision: number; paths: readonly Path[] } | undefined
  let trails = new Map<Path, Trail>()
  return (paths, relief, revision) => {
    if (made && made.relief === relief && made.revision === revision && made.paths === paths) return trails
    made = { relief, revision, paths }
    trails = new Map(paths.filter((path) => path.dimension === 2 && path.count > 0).map((path) => [path, trailOf(path, relief)]))
    return trails
  }
}

/**
 * Splits a trail into pixels that are seen and pixels that lie behind the surface, NaN where the other one has the line. Both get
 * the vertex at which they change over, so that no gap shows. True where anything lies behind.
 */
function split(trail: Trail, { matrix: m, horizon }: Model): boolean {
  const { points, count } = trail
  if (seen.length < 2 * count) {
    seen = new Float64Array(2 * count + 1024)
    unseen = new Float64Array(2 * count + 1024)
  }
  let before: boolean | undefined
  let anything = false
  for (let i = 0; i < count; i++) {
    const x = points[3 * i], y = points[3 * i + 1], z = points[3 * i + 2]
    const px = m[0] * x + m[1] * y + m[2] * z + m[3]
    const py = m[4] * x + m[5] * y + m[6] * z + m[7]
    const hidden = isHidden(horizon, x, y, z)
    anything ||= hidden
    const both = before !== undefined && before !== hidden
    seen[2 * i] = !hidden || both ? px : NaN
    seen[2 * i + 1] = !hidden || both ? py : NaN
    unseen[2 * i] = hidden || both ? px : NaN
    unseen[2 * i + 1] = hidden || both ? py : NaN
    before = hidden
  }
  return anything
}

/** Where the ball of a trail is, in block coordinates; undefined where the path has left the block. */
function ballOf({ points, count }: Trail, vertex: number): readonly [number, number, number] | undefined {
  if (count === 0) return undefined
  const k = Math.min(count - 1, Math.floor(vertex)), share = vertex - k
  const mix = (axis: number): number => {
    const a = points[3 * k + axis]
    return share === 0 ? a : a + share * (points[3 * k + 3 + axis] - a)
  }
  const at = [mix(0), mix(1), mix(2)] as const
  return at.every(Number.isFinite) ? at : undefined
}

let dots = new Float64Array(0)

/** Pixels of the iterates that are seen, NaN for the rest. */
function iteratePixels(path: Path, { relief, matrix: m, horizon }: Model): Float64Array {
  if (dots.length < 2 * path.count) dots = new Float64Array(2 * path.count + 1024)
  for (let i = 0; i < path.count; i++) {
    const x = toBlock(relief.domain, 0, path.x[2 * i]), y = toBlock(relief.domain, 1, path.x[2 * i + 1])
    const z = relief.heightOf(path.f[i])
    const shown = Math.abs(x) <= 0.5 && Math.abs(y) <= 0.54 && !isHidden(horizon, x, y, z)
    dots[2 * i] = shown ? m[0] * x + m[1] * y + m[2] * z + m[3] : NaN
    dots[2 * i + 1] = shown ? m[4] * x + m[5] * y + m[6] * z + m[7] : NaN
  }
  return dots
}

/** Glyphs of critical points shrink where there are many, as on the map, and those of one of many along the border. */
const GLYPH = { few: 0.9, many: 0.7, crowd: 0.5 } as const
const MINOR = 0.55

/** Draws what stands still while a run plays: marks along the base and critical points. The context is scaled to CSS px and clear. */
export function drawStill(
  ctx: CanvasRenderingContext2D, critical: readonly CriticalPoint[], model: Model, names: readonly string[], tokens: Tokens,
): void {
  drawMarks(ctx, model, names, tokens)
  const scale = GLYPH[crowding(critical.length)]
  const isMinor = minorAmong(critical)
  for (const point of critical) {
    const at = onGround(model, point.x)
    if (!at) continue
    ctx.globalAlpha = isHidden(model.horizon, ...at) ? BEHIND : 1
    drawCritical(ctx, point.kind, ...project(model.matrix, at), tokens, isMinor(point) ? Math.min(scale, MINOR) : scale)
  }
  ctx.globalAlpha = 1
}

/** Draws paths, balls and the point under the pointer. The context is scaled to CSS px and clear. */
export function drawMoving(
  ctx: CanvasRenderingContext2D, { experiment, session }: Pick<State, 'experiment' | 'session'>, model: Model,
  trails: ReadonlyMap<Path, Trail>, tokens: Tokens,
): void {
  // The selected run lies on top.
  const shown = [...trails].filter(([path]) => experiment.runs[path.run]?.shown)
  shown.sort(([a], [b]) => Number(a.run === session.selected) - Number(b.run === session.selected) || a.run - b.run)
  for (const [path, trail] of shown) {
    const look = pathLook(tokens, runColour(tokens, path.run), runStyle(path.run).dash, model.view)
    const behind = split(trail, model)
    const played = vertexAt(trail, session.playhead)
    if (behind) drawPath(ctx, unseen, trail.count, played, { ...look, alpha: BEHIND, bare: true })
    drawPath(ctx, seen, trail.count, played, look)
    drawIterates(ctx, iteratePixels(path, model), path.count, session.playhead, look)
  }
  const placing: Placing = (point) => {
    const at = onGround(model, [point[0], point[1]])
    if (!at) return undefined
    const [x, y] = project(model.matrix, at)
    return { x, y, behind: isHidden(model.horizon, ...at) }
  }
  const paths = shown.map(([path]) => path)
  drawAround(ctx, { experiment, session }, paths, placing, tokens)
  const panel = { place: placing, width: model.view.width }
  drawMethodStates(ctx, { experiment, session }, paths, panel, tokens)
  drawMethodFront(ctx, { experiment, session }, paths, panel, tokens)
  for (const [path, trail] of shown) {
    // A ball beyond the last iterate stays on it; one whose path has left the block is not drawn on its rim.
    const ball = ballOf(trail, vertexAt(trail, Math.min(session.playhead, path.count - 1)))
    if (!ball) continue
    ctx.save()
    const [x, y] = project(model.matrix, ball)
    const look: Pick<PathLook, 'colour'> = { colour: runColour(tokens, path.run) }
    if (isHidden(model.horizon, ...ball)) ghost(ctx, x, y, look.colour)
    else drawBall(ctx, x, y, look.colour, tokens, isSelected(path, { session }))
    ctx.restore()
  }
  if (session.hover && !session.dragging) drawHover(ctx, session.hover, model, tokens)
}

/** A ball behind the surface: faint, with a broken outline. */
function ghost(ctx: CanvasRenderingContext2D, x: number, y: number, colour: string): void {
  ctx.beginPath()
  ctx.arc(x, y, 5.5, 0, 2 * Math.PI)
  ctx.globalAlpha = BEHIND
  ctx.fillStyle = colour
  ctx.fill()
  ctx.globalAlpha = 3 * BEHIND
  ctx.setLineDash([2.5, 2])
  ctx.lineWidth = 1.75
  ctx.strokeStyle = colour
  ctx.stroke()
}

function drawMarks(ctx: CanvasRenderingContext2D, { view, matrix, relief }: Model, names: readonly string[], tokens: Tokens): void {
  ctx.lineWidth = 1
  ctx.strokeStyle = tokens.ink
  ctx.fillStyle = tokens.ink
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  const marks = axisMarks(relief.domain, names, view, matrix, baseOf(relief))
  ctx.beginPath()
  for (const { foot, tip } of marks) {
    ctx.moveTo(foot[0], foot[1])
    ctx.lineTo(tip[0], tip[1])
  }
  ctx.stroke()
  for (const { at, text, name } of marks) {
    ctx.font = name ? `italic 18px KaTeX_Math, ${tokens.fontMath}` : `13px ${tokens.fontUi}`
    ctx.fillText(text, at[0], at[1])
  }
}

/** The point under the pointer, also when it hovers over another view: a cross on the ground along both coordinates, and a dot. */
function drawHover(ctx: CanvasRenderingContext2D, point: readonly number[], model: Model, tokens: Tokens): void {
  const at = onGround(model, point)
  if (!at) return
  const [x, y] = project(model.matrix, at)
  ctx.globalAlpha = isHidden(model.horizon, ...at) ? 2 * BEHIND : 1
  ctx.beginPath()
  ctx.arc(x, y, 3.6, 0, 2 * Math.PI)
  ctx.fillStyle = tokens.casing
  ctx.fill()
  ctx.lineWidth = 1.5
  ctx.strokeStyle = tokens.ink
  ctx.stroke()
  ctx.globalAlpha = 1
}
