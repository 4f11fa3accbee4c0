/**
 * A path laid on the relief. An optimizer jumps from iterate to iterate; on the surface each jump is drawn along the ground under
 * the straight line of the map, so it neither sinks into a hill nor hangs over a valley. Iterates themselves stand at their exact f.
 */
import type { Path } from '../../store/state.ts'
import { heightAt, toBlock, type Relief } from './surface-relief.ts'
import { BLOCK } from './projection.ts'

export interface Trail {
  /** Vertices X, Y, Z, three numbers each; NaN where the line breaks: it leaves the block, or the formula is undefined there. */
  readonly points: Float64Array
  /** Which iterate each vertex is, fractional between two of them; never falls. */
  readonly step: Float64Array
  readonly count: number
}

/** Longest stretch between two samples of the ground, block units, and the most samples one trail may have. */
const STRETCH = 0.02
const MOST = 6000

/** The part [from, to] of the segment a→b (0…1) that lies over the block (Liang and Barsky 1984); false where none does. */
function clip(ax: number, ay: number, bx: number, by: number, out: [number, number]): boolean {
  let from = 0, to = 1
  const dx = bx - ax, dy = by - ay
  if (!Number.isFinite(dx) || !Number.isFinite(dy)) return false
  for (const [p, q] of [[-dx, ax + BLOCK[0] / 2], [dx, BLOCK[0] / 2 - ax], [-dy, ay + BLOCK[1] / 2], [dy, BLOCK[1] / 2 - ay]]) {
    if (p === 0) {
      if (q < 0) return false
      continue
    }
    const t = q / p
    if (p < 0) from = Math.max(from, t)
    else to = Math.min(to, t)
  }
  out[0] = from
  out[1] = to
  return from < to || (from === to && dx === 0 && dy === 0)
}

/** Lays the first `path.count` iterates on the relief. */
export function trailOf(path: Path, relief: Relief): Trail {
  const n = path.count
  const x = new Float64Array(n), y = new Float64Array(n)
  const ends: [number, number] = [0, 1]
  let length = 0
  for (let i = 0; i < n; i++) {
    x[i] = toBlock(relief.domain, 0, path.x[2 * i])
    y[i] = toBlock(relief.domain, 1, path.x[2 * i + 1])
    if (i > 0 && clip(x[i - 1], y[i - 1], x[i], y[i], ends)) length += (ends[1] - ends[0]) * Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1])
  }
  const stretch = Math.max(STRETCH, length / MOST)
  const size = Math.ceil(length / stretch) + 4 * n + 4
  const points = new Float64Array(3 * size)
  const step = new Float64Array(size)
  let count = 0
  const put = (px: number, py: number, pz: number, at: number): void => {
    points[3 * count] = px
    points[3 * count + 1] = py
    points[3 * count + 2] = pz
    step[count++] = at
  }
  const exact = (i: number): number => relief.heightOf(path.f[i])
  let open = false
  if (n === 1 && Math.abs(x[0]) <= BLOCK[0] / 2 && Math.abs(y[0]) <= BLOCK[1] / 2) put(x[0], y[0], exact(0), 0)
  for (let i = 1; i < n; i++) {
    if (!clip(x[i - 1], y[i - 1], x[i], y[i], ends)) {
      if (open) put(NaN, NaN, NaN, i)
      open = false
      continue
    }
    const [from, to] = ends
    const dx = x[i] - x[i - 1], dy = y[i] - y[i - 1]
    const pieces = Math.max(1, Math.ceil((to - from) * Math.hypot(dx, dy) / stretch))
    // Where the last segment left the block and this one comes in elsewhere, the line is cut, not drawn along the side.
    if (open && from > 0) put(NaN, NaN, NaN, i - 1 + from)
    if (!open || from > 0) put(x[i - 1] + from * dx, y[i - 1] + from * dy, from === 0 ? exact(i - 1) : edge(relief, x[i - 1] + from * dx, y[i - 1] + from * dy), i - 1 + from)
    for (let k = 1; k <= pieces; k++) {
      const t = from + (to - from) * k / pieces
      const px = x[i - 1] + t * dx, py = y[i - 1] + t * dy
      put(px, py, t === 1 ? exact(i) : k === pieces ? edge(relief, px, py) : heightAt(relief, px, py), i - 1 + t)
    }
    open = to === 1
    if (!open) put(NaN, NaN, NaN, i - 1 + to)
  }
  return { points, step, count }
}

/** Height at a point on the rim of the block, which rounding may have put a hair outside. */
function edge(relief: Relief, x: number, y: number): number {
  const clamp = (v: number, half: number): number => Math.min(half, Math.max(-half, v))
  return heightAt(relief, clamp(x, BLOCK[0] / 2), clamp(y, BLOCK[1] / 2))
}

/** The vertex of a trail at a fractional iterate, itself fractional: 3.5 is half way from vertex 3 to vertex 4. */
export function vertexAt(trail: Trail, iterate: number): number {
  const { step, count } = trail
  if (count === 0) return 0
  let low = 0, high = count - 1
  if (iterate >= step[high]) return high
  if (iterate <= step[0]) return 0
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (step[middle] <= iterate) low = middle
    else high = middle
  }
  const gap = step[high] - step[low]
  return gap > 0 ? low + (iterate - step[low]) / gap : low
}
