/** The paths that come with a run beside its own: all of its restarts, and the average of its iterates. Drawn where map, curve and surface say. */
import type { Path, State } from '../../store/state.ts'
import type { Placing, Spot } from './method-pen.ts'
import { runColour, type Tokens } from './style.ts'

/** Opacity of a restart that was not the lowest. */
const FAINT = 0.3
const BEHIND = 0.3
/** Most points of an average that are drawn. */
const MOST = 1000

/** Draws the restarts faintly, under the run's own path, and the average as a dotted line that ends in a ring. */
export function drawAround(ctx: CanvasRenderingContext2D, { session }: Pick<State, 'session'>, paths: readonly Path[], place: Placing, tokens: Tokens): void {
  ctx.save()
  ctx.lineJoin = 'round'
  for (const path of paths) {
    ctx.strokeStyle = runColour(tokens, path.run)
    ctx.lineWidth = 1.2
    const { dimension: n, tries = [] } = path
    for (const x of tries) line(ctx, spotsOf(x, n, x.length / n, place), FAINT)
    if (path.average !== undefined) {
      const last = Math.min(path.count - 1, Math.max(0, Math.floor(session.playhead)))
      const spots = spotsOf(path.average.x, n, last + 1, place)
      ctx.lineWidth = 2
      ctx.setLineDash([1, 4])
      ctx.lineCap = 'round'
      line(ctx, spots, 1)
      ctx.setLineDash([])
      ring(ctx, spots.at(-1), tokens)
    }
  }
  ctx.restore()
}

/** Where the first `count` rows of a column of points are, at most MOST of them, the last one always. */
function spotsOf(x: Float64Array, n: number, count: number, place: Placing): (Spot | undefined)[] {
  const stride = Math.max(1, Math.ceil((count - 1) / MOST))
  return Array.from({ length: Math.ceil((count - 1) / stride) + 1 }, (_, i) => {
    const from = Math.min(i * stride, count - 1) * n
    return place(x.subarray(from, from + n))
  })
}

/** A line through the spots, broken where there is none and fainter behind the surface. */
function line(ctx: CanvasRenderingContext2D, spots: readonly (Spot | undefined)[], alpha: number): void {
  for (const behind of [true, false]) {
    ctx.globalAlpha = behind ? alpha * BEHIND : alpha
    ctx.beginPath()
    spots.forEach((to, i) => {
      const from = spots[i - 1]
      if (from === undefined || to === undefined || to.behind !== behind) return
      ctx.moveTo(from.x, from.y)
      ctx.lineTo(to.x, to.y)
    })
    ctx.stroke()
  }
  ctx.globalAlpha = 1
}

/** The mark of an average: a ring in the run's hue. */
function ring(ctx: CanvasRenderingContext2D, spot: Spot | undefined, tokens: Tokens): void {
  if (spot === undefined) return
  ctx.globalAlpha = spot.behind ? BEHIND : 1
  ctx.beginPath()
  ctx.arc(spot.x, spot.y, 5, 0, 2 * Math.PI)
  ctx.fillStyle = tokens.casing
  ctx.fill()
  ctx.stroke()
  ctx.globalAlpha = 1
}
