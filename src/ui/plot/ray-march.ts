/** Where a line of sight meets the relief: march in half cells, then bisect. */
import { BLOCK, type Ray, type Vector } from './projection.ts'
import { heightAt, type Relief } from './surface-relief.ts'

const BISECTIONS = 40
/** The march starts and ends a hair outside the heights, so that a flat surface is crossed and not grazed. */
const SLACK = 1e-6

/** The stretch [from, to] of a ray inside the block between two heights, or undefined where it misses. */
function inside({ origin, direction }: Ray, low: number, high: number): readonly [number, number] | undefined {
  let from = -Infinity, to = Infinity
  const walls: readonly (readonly [number, number])[] = [[-BLOCK[0] / 2, BLOCK[0] / 2], [-BLOCK[1] / 2, BLOCK[1] / 2], [low, high]]
  for (let i = 0; i < 3; i++) {
    const [a, b] = walls[i]
    if (Math.abs(direction[i]) < 1e-12) {
      if (origin[i] < a - 1e-9 || origin[i] > b + 1e-9) return undefined
      continue
    }
    const s = (a - origin[i]) / direction[i], t = (b - origin[i]) / direction[i]
    from = Math.max(from, Math.min(s, t))
    to = Math.min(to, Math.max(s, t))
  }
  return from <= to ? [from, to] : undefined
}

/**
 * The first point of the surface along a ray from above, or undefined where the ray meets no surface: it passes beside the
 * block, ends on a side of it, or falls through a hole. X and Y are good to 1e-9 for a bilinear surface.
 */
export function march(relief: Relief, ray: Ray): Vector | undefined {
  const { origin: o, direction: d } = ray
  const stretch = inside(ray, relief.low - SLACK, relief.high + SLACK)
  if (!stretch) return undefined
  const [from, to] = stretch
  const [wide, deep] = [BLOCK[0] / 2, BLOCK[1] / 2]
  const at = (t: number): Vector => {
    // Rounding at the walls must not turn an edge into a miss.
    const x = Math.min(wide, Math.max(-wide, o[0] + t * d[0]))
    const y = Math.min(deep, Math.max(-deep, o[1] + t * d[1]))
    return [x, y, heightAt(relief, x, y)]
  }
  /** How far the ray is above the surface; NaN over a hole. */
  const gap = (t: number): number => o[2] + t * d[2] - at(t)[2]
  let before = from
  let above = gap(from)
  // Below the surface from the first: the ray has met a side of the block, and nothing behind it can be seen.
  if (above < -1e-9) return undefined
  const cells = (to - from) * (Math.abs(d[0]) * (relief.nx - 1) / BLOCK[0] + Math.abs(d[1]) * (relief.ny - 1) / BLOCK[1])
  const steps = Math.max(2, Math.ceil(2 * cells))
  for (let i = 1; i <= steps; i++) {
    const t = from + (to - from) * i / steps
    const g = gap(t)
    if (above >= -1e-9 && g <= 0) {
      let a = before, b = t
      for (let k = 0; k < BISECTIONS; k++) {
        const middle = (a + b) / 2
        if (gap(middle) > 0) a = middle
        else b = middle
      }
      return at(b)
    }
    before = t
    above = g
  }
  return undefined
}
