/**
 * Drops vertices that lie on the way between their neighbours: a path that creeps along a valley, or a chart that runs level, is
 * hundreds of them on one straight stroke, and a rasteriser's work grows with every one.
 */

/** How far a dropped vertex may lie from the line that is drawn instead, in px. */
const TOLERANCE = 0.1

/**
 * Thins the line x0, y0, x1, y1, … of `n` vertices in place (a NaN pair breaks it) and returns how many vertices are left. Each
 * dropped vertex lies within 0.1 px of the segment drawn over it; ends, breaks and turning points stay. One pass: from the last
 * vertex kept, every vertex passed since leaves a cone of directions in which a segment stays near enough to it (Williams 1978,
 * "An efficient algorithm for the piecewise linear approximation of planar curves").
 */
export function simplify(points: Float64Array, n: number): number {
  let kept = 0
  // The last vertex kept, and the one after it that may be dropped.
  let ax = NaN, ay = NaN, px = NaN, py = NaN
  let waits = false
  // The farthest vertex passed since, and the edges of the cone it and the others leave.
  let far = 0
  let open = true
  let lx = 0, ly = 0, hx = 0, hy = 0
  const keep = (x: number, y: number): void => {
    points[2 * kept] = x
    points[2 * kept + 1] = y
    kept++
    ax = x
    ay = y
    far = 0
    open = true
    waits = false
  }
  for (let i = 0; i < n; i++) {
    const x = points[2 * i], y = points[2 * i + 1]
    if (x !== x || y !== y) {
      if (waits) keep(px, py)
      keep(NaN, NaN)
      continue
    }
    if (ax !== ax) {
      keep(x, y)
      continue
    }
    let dx = x - ax, dy = y - ay
    let d = Math.sqrt(dx * dx + dy * dy)
    const onward = d >= far || far <= TOLERANCE
    const within = open || (lx * dy - ly * dx >= 0 && hx * dy - hy * dx <= 0)
    if (waits && !(onward && within)) {
      keep(px, py)
      dx = x - ax
      dy = y - ay
      d = Math.sqrt(dx * dx + dy * dy)
    }
    px = x
    py = y
    waits = true
    far = Math.max(far, d)
    if (d <= TOLERANCE) continue
    const sine = TOLERANCE / d, cosine = Math.sqrt(1 - sine * sine)
    const ux = dx * cosine + dy * sine, uy = dy * cosine - dx * sine
    const vx = dx * cosine - dy * sine, vy = dy * cosine + dx * sine
    if (open || lx * uy - ly * ux > 0) {
      lx = ux
      ly = uy
    }
    if (open || hx * vy - hy * vx < 0) {
      hx = vx
      hy = vy
    }
    open = false
  }
  if (waits) keep(px, py)
  return kept
}
