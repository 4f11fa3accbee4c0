/**
 * The relief: heights of the surface on a regular grid, in the coordinates of the block. Everything that is drawn on the surface
 * asks it for heights; NaN is a hole (the formula is undefined there) and stays one.
 */
import type { Surface } from '../../core/explore/events.ts'
import type { Box } from '../../core/landscape.ts'
import { BLOCK } from './projection.ts'

export interface Relief {
  readonly domain: Box
  /** Samples along x and y. */
  readonly nx: number
  readonly ny: number
  /** Z of sample (i, j) at j * nx + i. */
  readonly z: Float64Array
  /** Lowest and highest Z of the samples; both 0 where there is none. */
  readonly low: number
  readonly high: number
  /** Z of a value of f: -h/2 … h/2 for the block's height h. NaN where f is not finite. */
  heightOf(f: number): number
}

/**
 * @param unit height of a value of f as a share of the map's scale, 0 for the lowest, 1 for the highest (the map's transform).
 *   Shares that are not finite (a scale of zero range) count as the middle.
 */
export function reliefOf(surface: Surface, unit: (f: number) => number): Relief {
  const heightOf = (f: number): number => {
    if (!Number.isFinite(f)) return NaN
    const share = unit(f)
    return (Number.isFinite(share) ? Math.min(1, Math.max(0, share)) - 0.5 : 0) * BLOCK[2]
  }
  const z = new Float64Array(surface.f.length)
  let low = Infinity, high = -Infinity
  for (let i = 0; i < z.length; i++) {
    z[i] = heightOf(surface.f[i])
    if (z[i] < low) low = z[i]
    if (z[i] > high) high = z[i]
  }
  const [nx, ny] = surface.shape
  return { domain: surface.domain, nx, ny, z, low: low > high ? 0 : low, high: low > high ? 0 : high, heightOf }
}

/** Block coordinate of coordinate `axis` (0 or 1) of a point. */
export function toBlock(domain: Box, axis: 0 | 1, value: number): number {
  const [low, high] = domain[axis]
  return ((value - low) / (high - low) - 0.5) * BLOCK[axis]
}

/** The coordinate at a block coordinate; the ends of the block give the ends of the domain exactly. */
export function fromBlock(domain: Box, axis: 0 | 1, v: number): number {
  const [low, high] = domain[axis]
  const share = v / BLOCK[axis] + 0.5
  return low * (1 - share) + high * share
}

/** Z of the surface at (X, Y), bilinear between samples. NaN outside the block and beside a hole. */
export function heightAt(relief: Relief, x: number, y: number): number {
  const { nx, ny, z } = relief
  const u = (x / BLOCK[0] + 0.5) * (nx - 1)
  const v = (y / BLOCK[1] + 0.5) * (ny - 1)
  // Rounding may put a point on the edge a hair outside.
  if (!(u >= -1e-9 && v >= -1e-9 && u <= nx - 1 + 1e-9 && v <= ny - 1 + 1e-9)) return NaN
  const i = Math.min(nx - 2, Math.max(0, Math.floor(u)))
  const j = Math.min(ny - 2, Math.max(0, Math.floor(v)))
  const a = u - i, b = v - j
  const k = j * nx + i
  return (z[k] * (1 - a) + z[k + 1] * a) * (1 - b) + (z[k + nx] * (1 - a) + z[k + nx + 1] * a) * b
}
