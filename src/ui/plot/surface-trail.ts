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
/** Not Math.hypot, which guards against overflow that cannot happen inside the block and is many times slower. */
const distance = (dx: number, dy: number): number => Math.sqrt(dx * dx + dy * dy)

const WIDE = BLOCK[0] / 2
const DEEP = BLOCK[1] / 2
/** The part of a segment that lies over the block, as shares of its length. */
let from = 0
let to = 1

/** Narrows [from, to] to where `q - t p >= 0`; false where nothing is left. */
function narrow(p: number, q: number): boolean {
  if (p === 0) return q >= 0
  const t = q / p
  if (p < 0) from = Math.max(from, t)
  else to = Math.min(to, t)
  return from <= to
}

/** Sets `from` and `to` for the segment a→b (Liang and Barsky 1984); false where none of it lies over the block. */
function clip(ax: number, ay: number, bx: number, by: number): boolean {
  from = 0
  to = 1
  if (ax >= -WIDE && ax <= WIDE && ay >= -DEEP && ay <= DEEP && bx >= -WIDE && bx <= WIDE && by >= -DEEP && by <= DEEP) return true
  const dx = bx - ax, dy = by - ay
  if (!Number.isFinite(dx) || !Number.isFinite(dy)) return false
  return narrow(-dx, ax + WIDE) && narrow(dx, WIDE - ax) && narrow(-dy, ay + DEEP) && narrow(dy, DEEP - ay) && from < to
}

/** Lays the first `path.count` iterates on the relief. */
export function trailOf(path: Path, relief: Relief): Trail {
  const n = path.count
  const x = new Float64Array(n), y = new Float64Array(n)
  let length = 0
  for (let i = 0; i < n; i++) {
    x[i] = toBlock(relief.domain, 0, path.x[2 * i])
    y[i] = toBlock(relief.domain, 1, path.x[2 * i + 1])
    if (i > 0 && clip(x[i - 1], y[i - 1], x[i], y[i])) length += (to - from) * distance(x[i] - x[i - 1], y[i] - y[i - 1])
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
  if (n === 1 && Math.abs(x[0]) <= WIDE && Math.abs(y[0]) <= DEEP) put(x[0], y[0], exact(0), 0)
  for (let i = 1; i < n; i++) {
    if (!clip(x[i - 1], y[i - 1], x[i], y[i])) {
      if (open) put(NaN, NaN, NaN, i)
      open = false
      continue
    }
    const dx = x[i] - x[i - 1], dy = y[i] - y[i - 1]
    const pieces = Math.max(1, Math.ceil((to - from) * distance(dx, dy) / stretch))
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
  return heightAt(relief, clamp(x, WIDE), clamp(y, DEEP))
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
