/** Marks of what methods remember: a simplex, a trial, a crowd, a spread, directions. */
import { symmetricEigen } from '../../core/math/eigen.ts'
import { BEHIND, cased, dot, ringIfSmall, spotsOf, type Pen, type Spot } from './method-pen.ts'

const isSpot = (spot: Spot | undefined): spot is Spot => spot !== undefined

/** Corners joined each with each, lightly filled, so that a simplex of three corners is a triangle and one of two a line. */
export function drawPolygon(pen: Pen, corners: Float64Array | undefined): void {
  const { ctx, tokens, colour } = pen
  const spots = corners === undefined ? [] : spotsOf(pen, corners)
  if (!spots.every(isSpot)) return
  const alpha = spots.every((s) => s.behind) ? BEHIND : 1
  fillAll(pen, spots, 0.22 * alpha)
  ctx.globalAlpha = alpha
  ctx.lineJoin = 'round'
  ctx.beginPath()
  spots.forEach((a, i) => {
    for (const b of spots.slice(0, i)) {
      ctx.moveTo(a.x, a.y)
      ctx.lineTo(b.x, b.y)
    }
  })
  cased(pen, 1.6)
  ctx.beginPath()
  for (const { x, y } of spots) dot(ctx, x, y, 3)
  ctx.fillStyle = tokens.casing
  ctx.fill()
  ctx.lineWidth = 1.6
  ctx.strokeStyle = colour
  ctx.stroke()
  ringIfSmall(pen, spots)
}

function fillAll({ ctx, colour }: Pen, spots: readonly Spot[], alpha: number): void {
  ctx.beginPath()
  for (const { x, y } of spots) ctx.lineTo(x, y)
  ctx.closePath()
  ctx.globalAlpha = alpha
  ctx.fillStyle = colour
  ctx.fill()
}

/** What was tried: joined with the ball by dots; a ring where it was taken, a cross where it was not. */
export function drawTrial(pen: Pen, at: Float64Array | undefined, taken: number): void {
  const { ctx, panel, ball } = pen
  const spot = at === undefined || Number.isNaN(taken) ? undefined : panel.place(at)
  if (spot === undefined || ball === undefined) return
  ctx.globalAlpha = spot.behind ? BEHIND : 1
  if (taken === 1) {
    ctx.beginPath()
    dot(ctx, spot.x, spot.y, 11)
    cased(pen, 1.6)
    return
  }
  ctx.beginPath()
  ctx.moveTo(ball.x, ball.y)
  ctx.lineTo(spot.x, spot.y)
  ctx.setLineDash([1.5, 4])
  cased(pen, 1.5)
  ctx.setLineDash([])
  ctx.beginPath()
  for (const [dx, dy] of [[1, 1], [1, -1]] as const) {
    ctx.moveTo(spot.x - 4.5 * dx, spot.y - 4.5 * dy)
    ctx.lineTo(spot.x + 4.5 * dx, spot.y + 4.5 * dy)
  }
  cased(pen, 2)
}

/** A dot for each member; those behind the surface fainter. */
export function drawPoints(pen: Pen, points: Float64Array | undefined): void {
  const { ctx, tokens, colour } = pen
  if (points === undefined || points.every(Number.isNaN)) return
  const spots = spotsOf(pen, points)
  for (const behind of [true, false]) {
    ctx.globalAlpha = behind ? BEHIND : 1
    ctx.beginPath()
    for (const s of spots) if (s?.behind === behind) dot(ctx, s.x, s.y, 3.1)
    ctx.fillStyle = colour
    ctx.fill()
    ctx.lineWidth = 1.2
    ctx.strokeStyle = tokens.casing
    ctx.stroke()
  }
  ringIfSmall(pen, spots)
}

/** One standard deviation about the ball: an ellipse, or on a curve an interval with its ends marked. */
export function drawSpread(pen: Pen, covariance: Float64Array | undefined): void {
  const { ball, dimension } = pen
  if (covariance === undefined || ball === undefined) return
  if (dimension !== 2) return drawInterval(pen, Math.sqrt(covariance[0]))
  const { values, vectors } = symmetricEigen(covariance, 2)
  const [u, v] = values.map((value, i) => vectors[i].map((c) => Math.sqrt(value) * c))
  const rim = rimOf(pen, u, v, 64)
  if (rim.every(isSpot)) fillAll(pen, rim, 0.16 * (ball.behind ? BEHIND : 1))
  drawRim(pen, rim)
}

/** A dashed circle about the ball, which the next step does not leave; on a curve an interval. Nothing inside: the ground matters there. */
export function drawRadius(pen: Pen, radius: number): void {
  const { ctx, ball, dimension } = pen
  if (ball === undefined || !Number.isFinite(radius)) return
  if (dimension !== 2) return drawInterval(pen, radius)
  ctx.setLineDash([6, 5])
  drawRim(pen, rimOf(pen, [radius, 0], [0, radius], 128))
  ctx.setLineDash([])
}

/** Points of the ellipse about the ball with the half axes u and v, where the panel has them. */
function rimOf({ panel, at }: Pen, u: ArrayLike<number>, v: ArrayLike<number>, turns: number): (Spot | undefined)[] {
  return Array.from({ length: turns }, (_, k) => {
    const [cos, sin] = [Math.cos((2 * Math.PI * k) / turns), Math.sin((2 * Math.PI * k) / turns)]
    return panel.place(at.map((x, i) => x + cos * u[i] + sin * v[i]))
  })
}

function drawRim(pen: Pen, rim: readonly (Spot | undefined)[]): void {
  const { ctx } = pen
  for (const behind of [true, false]) {
    ctx.globalAlpha = behind ? BEHIND : 1
    ctx.beginPath()
    // One line as far as it goes, or each piece of it would begin the dashes anew.
    let joined = false
    for (let k = 1; k <= rim.length; k++) {
      const [from, to] = [rim[k - 1], rim[k % rim.length]]
      const drawn = from !== undefined && to?.behind === behind
      if (drawn && !joined) ctx.moveTo(from.x, from.y)
      if (drawn) ctx.lineTo(to.x, to.y)
      joined = drawn
    }
    cased(pen, 1.75)
  }
  ringIfSmall(pen, rim)
}

const CAP = 7

function drawInterval(pen: Pen, sd: number): void {
  const { ctx, panel, at, ball } = pen
  if (panel.over === undefined || ball === undefined || !Number.isFinite(sd)) return
  const [left, right] = [panel.over(at[0] - sd, 0).x, panel.over(at[0] + sd, 0).x]
  ctx.globalAlpha = 1
  ctx.beginPath()
  ctx.moveTo(left, ball.y)
  ctx.lineTo(right, ball.y)
  for (const x of [left, right]) {
    ctx.moveTo(x, ball.y - CAP)
    ctx.lineTo(x, ball.y + CAP)
  }
  cased(pen, 2)
  ringIfSmall(pen, [left, right].map((x) => ({ x, y: ball.y, behind: false })))
}

/** Half the length of a direction's line, as a share of the domain. */
const REACH = 0.07

/** A line through the ball along each direction, all of one length where the domain is the unit square. */
export function drawDirections(pen: Pen, directions: Float64Array | undefined): void {
  const { ctx, panel, at, ball, dimension: n, domain } = pen
  if (directions === undefined || ball === undefined || n < 2) return
  ctx.globalAlpha = ball.behind ? BEHIND : 1
  ctx.beginPath()
  for (let k = 0; k < n; k++) {
    const d = directions.subarray(k * n, (k + 1) * n)
    const length = Math.hypot(...d.map((v, i) => v / (domain[i][1] - domain[i][0])))
    for (const end of [-1, 1]) {
      const tip = panel.place(at.map((x, i) => x + (end * REACH * d[i]) / length))
      if (tip === undefined) continue
      ctx.moveTo(ball.x, ball.y)
      ctx.lineTo(tip.x, tip.y)
    }
  }
  cased(pen, 2)
}
