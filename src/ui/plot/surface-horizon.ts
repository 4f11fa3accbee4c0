/**
 * What the relief hides. For one direction of view the horizon is, at every sample, the height below which a point is hidden by
 * the surface nearer to the viewer. It follows from the neighbour towards the viewer, so one sweep over the grid is enough and
 * asking about a point costs one look-up: horizon(p) = max(surface(q), horizon(q)) - |pq| tan(elevation).
 */
import { BLOCK } from './projection.ts'
import type { Relief } from './surface-relief.ts'

export interface Horizon {
  readonly nx: number
  readonly ny: number
  /** Z of the horizon at sample (i, j) at j * nx + i; -Infinity where nothing is in front. */
  readonly z: Float64Array
}

const RADIANS = Math.PI / 180
/** Rounding of the bilinear samples, in block units: a point must lie this far below the horizon to count as hidden. */
const BIAS = 0.008

/** Samples along each side beyond which every other one is left out: the horizon is softer than the relief. */
const ENOUGH = 128

/** The relief at every n-th sample, n the smallest that leaves at most ENOUGH; the last sample of each side always included. */
function thinned({ nx, ny, z }: Relief): { nx: number; ny: number; z: Float64Array } {
  const size = (n: number): number => (n <= ENOUGH ? n : Math.ceil(n / Math.ceil(n / ENOUGH)))
  const [mx, my] = [size(nx), size(ny)]
  if (mx === nx && my === ny) return { nx, ny, z }
  const out = new Float64Array(mx * my)
  for (let j = 0; j < my; j++) {
    const row = Math.round(j * (ny - 1) / (my - 1)) * nx
    for (let i = 0; i < mx; i++) out[j * mx + i] = z[row + Math.round(i * (nx - 1) / (mx - 1))]
  }
  return { nx: mx, ny: my, z: out }
}

/** The horizon of a relief seen from `azimuth`, `elevation` (degrees, as in a View). */
export function horizonOf(relief: Relief, { azimuth, elevation }: { azimuth: number; elevation: number }): Horizon {
  const { nx, ny, z } = thinned(relief)
  const out = new Float64Array(nx * ny).fill(-Infinity)
  if (elevation >= 89.9) return { nx, ny, z: out }
  // One step towards the viewer, in samples: whole along the axis that changes faster, a fraction along the other.
  const u = -Math.sin(azimuth * RADIANS) * (nx - 1) / BLOCK[0]
  const v = -Math.cos(azimuth * RADIANS) * (ny - 1) / BLOCK[1]
  const length = 1 / Math.max(Math.abs(u), Math.abs(v))
  const fall = length * Math.tan(elevation * RADIANS)
  const alongX = Math.abs(u) >= Math.abs(v)
  const [outer, inner] = alongX ? [nx, ny] : [ny, nx]
  const [outerStride, innerStride] = alongX ? [1, nx] : [nx, 1]
  const toViewer = Math.sign(alongX ? u : v)
  const slide = (alongX ? v : u) * length
  // A hole (NaN) is lower than any horizon.
  const top = (k: number): number => (z[k] > out[k] ? z[k] : out[k])
  for (let n = 1; n < outer; n++) {
    const here = toViewer > 0 ? outer - 1 - n : n
    const line = (here + toViewer) * outerStride
    for (let m = 0; m < inner; m++) {
      const at = m + slide
      const low = Math.floor(at)
      const share = at - low
      const a = low >= 0 && low < inner ? top(line + low * innerStride) : -Infinity
      const b = share > 0 && low + 1 >= 0 && low + 1 < inner ? top(line + (low + 1) * innerStride) : -Infinity
      // Beside the block or a hole there is nothing to hide behind: the nearer of the two samples decides alone.
      const h = a > -Infinity && b > -Infinity ? a * (1 - share) + b * share : share < 0.5 ? a : b
      out[here * outerStride + m * innerStride] = h - fall
    }
  }
  return { nx, ny, z: out }
}

/** Whether the point (X, Y, Z) of the block lies behind the surface. Points outside the block never do. */
export function isHidden(horizon: Horizon, x: number, y: number, z: number): boolean {
  const { nx, ny } = horizon
  const u = (x / BLOCK[0] + 0.5) * (nx - 1)
  const v = (y / BLOCK[1] + 0.5) * (ny - 1)
  if (!(u >= 0 && v >= 0 && u <= nx - 1 && v <= ny - 1)) return false
  const i = Math.min(nx - 2, Math.floor(u)), j = Math.min(ny - 2, Math.floor(v))
  const a = u - i, b = v - j
  const k = j * nx + i
  const h = horizon.z
  const p = h[k], q = h[k + 1], r = h[k + nx], s = h[k + nx + 1]
  if (p === -Infinity || q === -Infinity || r === -Infinity || s === -Infinity) return h[(j + Math.round(b)) * nx + i + Math.round(a)] > z + BIAS
  return (p * (1 - a) + q * a) * (1 - b) + (r * (1 - a) + s * a) * b > z + BIAS
}
