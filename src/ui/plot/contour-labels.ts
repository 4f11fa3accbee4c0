/** Where the labels of index contours go: on their line, clear of paths, glyphs, edges and one another, at most two per level. */
import type { Relief } from './relief.ts'

export interface ContourLabel {
  readonly text: string
  readonly x: number
  readonly y: number
  /** Degrees, clockwise on the screen, between -90 and 90: along the line and never upside down. */
  readonly angle: number
}

/** Distances in px. */
const CLEAR = 46
const EDGE = 34
/** Left and bottom edges carry the numbers of the axes. */
const AXIS = 58
const BETWEEN = 90
const SAME_LEVEL = 190
const PER_LEVEL = 2
const CANDIDATES = 160

interface Candidate {
  readonly x: number
  readonly y: number
  readonly angle: number
  score: number
}

/** Points of the level with band coordinate `at`, as panel pixels with the direction of the line. */
function candidates(relief: Relief, at: number, width: number, height: number): Candidate[] {
  const { nx, ny, band } = relief
  const found: Candidate[] = []
  const sx = width / (nx - 1)
  const sy = height / (ny - 1)
  for (let iy = 0; iy < ny - 1; iy++) {
    for (let ix = 0; ix < nx - 1; ix++) {
      const i = iy * nx + ix
      const a = band[i], b = band[i + 1], c = band[i + nx], d = band[i + nx + 1]
      const low = Math.min(a, b, c, d), high = Math.max(a, b, c, d)
      // NaN fails both comparisons: nothing is labelled beside a hole.
      if (!(low < at && high >= at)) continue
      const gx = (b + d - a - c) / 2
      const gy = (c + d - a - b) / 2
      const steep = gx * gx + gy * gy
      if (!(steep > 0)) continue
      const off = (at - (a + b + c + d) / 4) / steep
      const u = Math.min(1, Math.max(0, 0.5 + gx * off))
      const v = Math.min(1, Math.max(0, 0.5 + gy * off))
      // The line runs across the slope; on the screen y grows downwards.
      let angle = (Math.atan2(gx / sx, gy / sy) * 180) / Math.PI
      if (angle > 90) angle -= 180
      if (angle < -90) angle += 180
      found.push({ x: (ix + u) * sx, y: height - (iy + v) * sy, angle, score: 0 })
    }
  }
  if (found.length <= CANDIDATES) return found
  const stride = found.length / CANDIDATES
  return Array.from({ length: CANDIDATES }, (_, k) => found[Math.floor(k * stride)])
}

/**
 * Chooses labels for the index levels of a relief drawn on `width` × `height` px. `obstacles` are the pixels x0, y0, x1, y1, … of
 * paths and glyphs to keep clear of. Of the free places the one that lies flattest and freest wins; where none is free, none.
 */
export function placeLabels(relief: Relief, width: number, height: number, obstacles: Float64Array): ContourLabel[] {
  const placed: ContourLabel[] = []
  relief.scale.levels.forEach((level, i) => {
    if (!level.index) return
    const free: Candidate[] = []
    for (const c of candidates(relief, i + 1, width, height)) {
      if (c.x < AXIS || c.y < EDGE || c.x > width - EDGE || c.y > height - AXIS) continue
      let nearest = Infinity
      for (let k = 0; k < obstacles.length && nearest >= CLEAR * CLEAR; k += 2) {
        const d = (obstacles[k] - c.x) ** 2 + (obstacles[k + 1] - c.y) ** 2
        if (d < nearest) nearest = d
      }
      if (nearest < CLEAR * CLEAR) continue
      c.score = Math.min(Math.sqrt(nearest), 120) + 70 * Math.cos((c.angle * Math.PI) / 180)
      free.push(c)
    }
    free.sort((a, b) => b.score - a.score)
    const own: Candidate[] = []
    for (const c of free) {
      if (own.length === PER_LEVEL) break
      const within = (reach: number) => (p: { readonly x: number; readonly y: number }): boolean =>
        Math.hypot(p.x - c.x, p.y - c.y) < reach
      if (!placed.some(within(BETWEEN)) && !own.some(within(SAME_LEVEL))) own.push(c)
    }
    for (const c of own) placed.push({ text: level.text, x: c.x, y: c.y, angle: c.angle })
  })
  return placed
}
