/** Newton's method on the gradient for many starts at once, damped as by Levenberg and Marquardt, in blocks of points. */
import type { Box, Landscape } from '../landscape.ts'
import { pace, SLICE_BLOCK } from './work.ts'

/** Iterations at most: simple roots take 5 to 15; double and triple roots halve their distance in each. */
const ITERATIONS = 60

/** Told of a point of zero gradient; `level` where the Hessian is exactly zero too, as on level ground. */
export type Found = (x: number, y: number, level: boolean) => void

/**
 * From each start, looks for a point of zero gradient of a landscape of two coordinates. Returns those found inside `domain`
 * (widened by `margin` of each side while searching) as pairs; the same point is found by many starts. The damping of each start
 * adapts: (HᵀH + μI) δ = -Hᵀg, μ is divided by 10 after a step that shrinks ‖g‖, and multiplied by 4 otherwise (Marquardt 1963).
 */
export function* newtonBatch(
  landscape: Landscape, domain: Box, startX: ArrayLike<number>, startY: ArrayLike<number>, found: Found,
): Generator<undefined, void, void> {
  const most = pace(landscape, SLICE_BLOCK, 4)
  for (let from = 0; from < startX.length; from += most) {
    const count = Math.min(most, startX.length - from)
    const x = new Float64Array(count)
    const y = new Float64Array(count)
    for (let k = 0; k < count; k++) {
      x[k] = startX[from + k]
      y[k] = startY[from + k]
    }
    yield* batch(landscape, domain, x, y, found)
  }
}

function* batch(
  landscape: Landscape, domain: Box, x: Float64Array, y: Float64Array, found: Found,
): Generator<undefined, void, void> {
  let count = x.length
  const column = (): Float64Array => new Float64Array(x.length)
  const [trialX, trialY, cx, cy, cxx, cxy, cyy, norm, damping] = Array.from({ length: 9 }, column) // but for the trials, of the accepted point
  const accepted = [x, y, cx, cy, cxx, cxy, cyy, norm]
  const tiny = 1e-9 * Math.hypot(...domain.map(([lo, hi]) => hi - lo))
  const report: Found = (px, py, level) => {
    const [[x0, x1], [y0, y1]] = domain
    if (px >= x0 - tiny && px <= x1 + tiny && py >= y0 - tiny && py <= y1 + tiny) found(px, py, level)
  }
  trialX.set(x)
  trialY.set(y)
  norm.fill(Infinity)
  damping.fill(-1)
  for (let iteration = 0; iteration < ITERATIONS && count > 0; iteration++) {
    for (let from = 0, size = 0; from < count; from += size) {
      const { room, points, gradient: [gx, gy], hessian: [hxx, hxy, , hyy], ask } = landscape.desk(2)
      size = Math.min(room, count - from)
      for (let j = 0; j < size; j++) {
        points[0][j] = trialX[from + j]
        points[1][j] = trialY[from + j]
      }
      ask(size)
      for (let j = 0, k = from; j < size; j++, k++) {
        const n = gx[j] * gx[j] + gy[j] * gy[j]
        const mu = damping[k]
        if (n < norm[k]) {
          x[k] = trialX[k]
          y[k] = trialY[k]
          cx[k] = gx[j]
          cy[k] = gy[j]
          cxx[k] = hxx[j]
          cxy[k] = hxy[j]
          cyy[k] = hyy[j]
          norm[k] = n
          damping[k] = mu < 0 ? 1e-6 : mu > 1e-12 ? mu / 10 : 0
        } else damping[k] = mu > 0 ? mu * 4 : 1e-6
      }
    }
    let kept = 0
    for (let k = 0; k < count; k++) {
      if (norm[k] === Infinity) continue // undefined at the start: nothing to follow
      const mu = damping[k]
      const [a, b, c] = [cxx[k], cxy[k], cyy[k]]
      const size = a * a + 2 * b * b + c * c
      if (!(size > 0) || mu > 1e6 || !Number.isFinite(size)) {
        if (norm[k] === 0) report(x[k], y[k], size === 0)
        continue
      }
      // Normal equations of the damped step; with mu = 0 they are Newton's own.
      const m11 = a * a + b * b + mu * size
      const m12 = b * (a + c)
      const m22 = b * b + c * c + mu * size
      const r1 = -(a * cx[k] + b * cy[k])
      const r2 = -(b * cx[k] + c * cy[k])
      const det = m11 * m22 - m12 * m12
      const newton = a * c - b * b
      // The plain solution is used where it is safe: it does not square the condition.
      const dx = mu === 0 && newton !== 0 ? -(c * cx[k] - b * cy[k]) / newton : (m22 * r1 - m12 * r2) / det
      const dy = mu === 0 && newton !== 0 ? -(a * cy[k] - b * cx[k]) / newton : (m11 * r2 - m12 * r1) / det
      const length = Math.sqrt(dx * dx + dy * dy)
      if (norm[k] === 0 || (length <= tiny && mu < 1e-3)) {
        report(x[k], y[k], false)
        continue
      }
      if (!Number.isFinite(length) || outside(x[k], domain[0]) || outside(y[k], domain[1])) continue
      const nextX = x[k] + dx
      const nextY = y[k] + dy
      move(k, kept, accepted)
      damping[kept] = mu
      trialX[kept] = nextX
      trialY[kept] = nextY
      kept++
    }
    count = kept
    yield undefined
  }
}

function move(from: number, to: number, columns: readonly Float64Array[]): void {
  if (from === to) return
  for (const column of columns) column[to] = column[from]
}

/** Further than a fifth of the side beyond the domain: a start that left is given up. */
function outside(v: number, [lo, hi]: readonly [number, number]): boolean {
  const margin = 0.2 * (hi - lo)
  return v < lo - margin || v > hi + margin
}
