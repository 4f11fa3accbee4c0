/** The tangent at a point of the curve and the triangle that shows its slope as rise over run. Geometry is pure; drawing is below. */
import type { Strip } from './curve-view.ts'
import type { Tokens } from './style.ts'

export interface Tangent {
  /** Ends of the line, px. */
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  /** Start of the run, its right angle, end of the rise. Absent where it would be too flat or too small to see. */
  readonly triangle: readonly (readonly [number, number])[] | undefined
  /** Where the words go, and whether they hang below or stand above that point. */
  readonly label: { readonly x: number; readonly y: number; readonly below: boolean }
}

/** Half length along x as a share of the panel's width: ±0.62 of the 5.1 wide domain of the design. */
const HALF = 0.62 / 5.1
/** The triangle takes this part of the half length. */
const RUN: readonly [number, number] = [0.42, 0.93]
/** Most of the curve's height that a steep tangent spans to one side. */
const RISE = 0.5

/**
 * @param x, y the point in px
 * @param slope in px per px, upwards positive (a rising curve)
 */
export function tangentAt(x: number, y: number, slope: number, width: number, strip: Strip): Tangent {
  const half = Math.min(HALF * width, (RISE * strip.height) / Math.max(1e-9, Math.abs(slope)), (RISE * strip.height))
  const at = (dx: number): readonly [number, number] => [x + dx, y - slope * dx]
  // To the right of the point, unless the panel ends there.
  const side = x + half + 36 > width && x - half > 36 ? -1 : 1
  const a = at(side * RUN[0] * half)
  const b = at(side * RUN[1] * half)
  const corner: readonly [number, number] = [b[0], a[1]]
  const seen = Math.abs(b[0] - a[0]) >= 6 && Math.abs(b[1] - a[1]) >= 6
  const below = corner[1] >= b[1]
  const inside = below ? corner[1] + 22 < strip.top + strip.height : corner[1] - 22 > strip.top
  const middle = (a[0] + b[0]) / 2 + side * 8
  const label = { x: Math.min(Math.max(middle, 40), width - 40), y: corner[1] + (inside ? (below ? 6 : -6) : below ? -6 : 6), below: below === inside }
  return { from: at(-half), to: at(half), triangle: seen ? [a, corner, b] : undefined, label }
}

/** Draws it: ink over casing, dashed triangle, words with a halo. The caller clips to the strip. */
export function drawTangent(ctx: CanvasRenderingContext2D, tangent: Tangent, words: string, tokens: Tokens): void {
  ctx.lineCap = 'butt'
  ctx.beginPath()
  ctx.moveTo(...tangent.from)
  ctx.lineTo(...tangent.to)
  ctx.lineWidth = 5
  ctx.strokeStyle = tokens.casing
  ctx.stroke()
  ctx.lineWidth = 1.75
  ctx.strokeStyle = tokens.ink
  ctx.stroke()
  if (tangent.triangle) {
    ctx.beginPath()
    tangent.triangle.forEach(([x, y], i) => (i === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)))
    ctx.lineWidth = 1.25
    ctx.setLineDash([3, 3])
    ctx.stroke()
    ctx.setLineDash([])
  }
  const { x, y, below } = tangent.label
  ctx.font = `400 14px ${tokens.fontUi}`
  ctx.textAlign = 'center'
  ctx.textBaseline = below ? 'top' : 'bottom'
  ctx.lineWidth = 4
  ctx.lineJoin = 'round'
  ctx.strokeStyle = tokens.halo
  ctx.strokeText(words, x, y)
  ctx.fillStyle = tokens.ink
  ctx.fillText(words, x, y)
}
