/**
 * Makes a path in pixels fit for a canvas without changing how it looks: clips it to the panel, drops points nobody could tell
 * apart, and drops segments that run over the same two points again and again (a run that swaps between two sides of a valley).
 */

/** Closer than this, two points are drawn as one. Less than half a device pixel at a pixel ratio of 1. */
const SAME = 0.35

export interface Frame {
  readonly width: number
  readonly height: number
}

/** Paths are clipped to the panel and a margin wider than any stroke. */
const MARGIN = 24

/**
 * Clips the segment (ax, ay)–(bx, by) to the frame widened by `margin` (Liang and Barsky 1984; narrowed where it is negative).
 * Writes the two ends to `out`;
 * false where nothing of it is inside. Ends may be as large as doubles get; not finite ends have no inside.
 */
export function clipSegment(
  ax: number, ay: number, bx: number, by: number, frame: Frame, out: Float64Array, margin = MARGIN,
): boolean {
  // Halved before subtracting, so that ends of opposite sign near the largest double do not overflow.
  const hx = bx / 2 - ax / 2
  const hy = by / 2 - ay / 2
  if (!Number.isFinite(hx) || !Number.isFinite(hy)) return false
  const right = frame.width + margin
  const bottom = frame.height + margin
  let t0 = 0
  let t1 = 1
  for (let side = 0; side < 4; side++) {
    const p = side === 0 ? -hx : side === 1 ? hx : side === 2 ? -hy : hy
    const q = side === 0 ? ax + margin : side === 1 ? right - ax : side === 2 ? ay + margin : bottom - ay
    if (p === 0) {
      if (q < 0) return false
      continue
    }
    const t = q / 2 / p
    if (p < 0) {
      if (t > t1) return false
      if (t > t0) t0 = t
    } else {
      if (t < t0) return false
      if (t < t1) t1 = t
    }
  }
  // Far ends lose all digits in the sum, so whatever comes out is put inside the box.
  const alongX = (t: number): number => Math.min(Math.max(t === 0 ? ax : t === 1 ? bx : ax + 2 * (t * hx), -margin), right)
  const alongY = (t: number): number => Math.min(Math.max(t === 0 ? ay : t === 1 ? by : ay + 2 * (t * hy), -margin), bottom)
  out[0] = alongX(t0)
  out[1] = alongY(t0)
  out[2] = alongX(t1)
  out[3] = alongY(t1)
  return true
}

const near = (ax: number, ay: number, bx: number, by: number): boolean => Math.abs(ax - bx) < SAME && Math.abs(ay - by) < SAME

const ends = new Float64Array(4)

/**
 * Writes the drawable points of `pixels` (x0, y0, x1, y1, …; NaN breaks the line), from point `from` to point `to` inclusive, to
 * `out` in the same layout, with NaN pairs as breaks. Returns the number of points written. `out` must hold 3·(to−from+1)+3
 * points. The line drawn through them differs from the full line by less than `SAME` pixels anywhere inside the frame.
 */
export function decimate(pixels: Float64Array, from: number, to: number, frame: Frame, out: Float64Array): number {
  let n = 0
  // The last two points written (a, then b) and which of them the pen is at: swaps between them are not written again.
  let ax = NaN, ay = NaN, bx = NaN, by = NaN
  let atA = false
  const write = (x: number, y: number): void => {
    out[2 * n] = x
    out[2 * n + 1] = y
    n++
    ax = bx
    ay = by
    bx = x
    by = y
    atA = false
  }
  const restart = (x: number, y: number): void => {
    if (n > 0) {
      out[2 * n] = NaN
      out[2 * n + 1] = NaN
      n++
    }
    ax = NaN
    ay = NaN
    bx = NaN
    by = NaN
    write(x, y)
  }
  let pen = false
  for (let i = from; i < to; i++) {
    const sx = pixels[2 * i], sy = pixels[2 * i + 1]
    if (!clipSegment(sx, sy, pixels[2 * i + 2], pixels[2 * i + 3], frame, ends)) {
      pen = false
      continue
    }
    const [x0, y0, x1, y1] = ends
    if (!pen || x0 !== sx || y0 !== sy) restart(x0, y0)
    if (near(x1, y1, atA ? ax : bx, atA ? ay : by)) {
      // Stays where it is.
    } else if (near(x1, y1, atA ? bx : ax, atA ? by : ay)) {
      atA = !atA
    } else {
      if (atA) write(ax, ay)
      write(x1, y1)
    }
    pen = x1 === pixels[2 * i + 2] && y1 === pixels[2 * i + 3]
  }
  return n
}
