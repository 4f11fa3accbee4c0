/**
 * Orthographic projection of the block onto the panel. The block has its own coordinates: X and Y across, Z up, the origin at
 * its centre, one unit = one width of the block. plotly draws the same block with the camera of `cameraOf`; a browser test holds
 * `viewMatrix` against the matrices plotly really uses.
 */
import type { Camera } from '../../core/experiment/experiment.ts'

/** Where the viewer stands and how large the block is on the panel. */
export interface View {
  /** Size of the panel in px. */
  readonly width: number
  readonly height: number
  /** Pixels per unit of the block. */
  readonly scale: number
  /** Compass bearing in which the viewer looks, degrees clockwise from +Y. */
  readonly azimuth: number
  /** How far the viewer looks down, degrees: 0 is level, 90 straight down. */
  readonly elevation: number
}

export type Vector = readonly [number, number, number]

/**
 * Rows px, py and depth, each four numbers: px = m[0] X + m[1] Y + m[2] Z + m[3] and so on. Pixels count from the panel's top
 * left; depth grows away from the viewer, in units of the block.
 */
export type Matrix = Float64Array

/** The line of sight through one pixel: the points `origin + t * direction`, `direction` of length 1 leading away from the viewer. */
export interface Ray {
  readonly origin: Vector
  readonly direction: Vector
}

/** Size of the block: width along x, depth along y, and height of the relief. */
export const BLOCK: Vector = [1, 1.08, 0.34]
/** How far the sides go down below the lowest point, as a share of the height. */
export const SKIRT = 0.08
export const ELEVATION: readonly [number, number] = [8, 90]
export const ZOOM: readonly [number, number] = [0.4, 6]

const RADIANS = Math.PI / 180
/** Room for tick labels beside and under the block, px. */
const MARGIN: readonly [number, number] = [28, 60]

/** The camera turned into the allowed range: azimuth in [0, 360), elevation and zoom clamped. */
export function tidyCamera(camera: Camera): Camera {
  const clamp = (v: number, [low, high]: readonly [number, number]): number => Math.min(high, Math.max(low, v))
  return {
    azimuth: ((camera.azimuth % 360) + 360) % 360,
    elevation: clamp(camera.elevation, ELEVATION),
    zoom: clamp(camera.zoom, ZOOM),
  }
}

/** The view of a camera on a panel. At zoom 1 the block fits whatever the azimuth, so turning it never changes its size. */
export function viewOf(camera: Camera, width: number, height: number): View {
  const diagonal = Math.hypot(BLOCK[0], BLOCK[1])
  const fit = Math.min((width - MARGIN[0]) / diagonal, (height - MARGIN[1]) / (0.95 * diagonal))
  return { width, height, scale: Math.max(fit, 20) * camera.zoom, azimuth: camera.azimuth, elevation: camera.elevation }
}

/** Unit vectors of the viewer: to the right, up, and forward (away from the viewer). */
export function axesOf({ azimuth, elevation }: Pick<View, 'azimuth' | 'elevation'>): { right: Vector; up: Vector; forward: Vector } {
  const sa = Math.sin(azimuth * RADIANS), ca = Math.cos(azimuth * RADIANS)
  const se = Math.sin(elevation * RADIANS), ce = Math.cos(elevation * RADIANS)
  return { right: [ca, -sa, 0], up: [sa * se, ca * se, ce], forward: [sa * ce, ca * ce, -se] }
}

export function viewMatrix(view: View, out: Matrix = new Float64Array(12)): Matrix {
  const { right, up, forward } = axesOf(view)
  for (let i = 0; i < 3; i++) {
    out[i] = right[i] * view.scale
    out[4 + i] = -up[i] * view.scale
    out[8 + i] = forward[i]
  }
  out[3] = view.width / 2
  out[7] = view.height / 2
  out[11] = 0
  return out
}

/** Pixel of a point of the block. */
export function project(m: Matrix, [x, y, z]: Vector): [number, number] {
  return [m[0] * x + m[1] * y + m[2] * z + m[3], m[4] * x + m[5] * y + m[6] * z + m[7]]
}

/** The line of sight through pixel (px, py); its origin lies in the plane through the block's centre. */
export function rayAt(view: View, px: number, py: number): Ray {
  const { right, up, forward } = axesOf(view)
  const a = (px - view.width / 2) / view.scale
  const b = (view.height / 2 - py) / view.scale
  return { origin: [a * right[0] + b * up[0], a * right[1] + b * up[1], a * right[2] + b * up[2]], direction: forward }
}

/** The point of a ray at height Z, or undefined where the ray is level. */
export function atHeight({ origin, direction }: Ray, z: number): Vector | undefined {
  if (direction[2] === 0) return undefined
  const t = (z - origin[2]) / direction[2]
  return [origin[0] + t * direction[0], origin[1] + t * direction[1], z]
}

const point = ([x, y, z]: Vector): { x: number; y: number; z: number } => ({ x, y, z })
/** plotly clips what is nearer than 0.01 or farther than 1000 from the eye; the distance has no other effect without perspective. */
const DISTANCE = 40

/** plotly's `scene.camera` for a view. `up` is given in full so that looking straight down is no special case. */
export function cameraOf(view: Pick<View, 'azimuth' | 'elevation'>) {
  const { up, forward } = axesOf(view)
  return {
    projection: { type: 'orthographic' as const },
    center: { x: 0, y: 0, z: 0 },
    eye: point([-forward[0] * DISTANCE, -forward[1] * DISTANCE, -forward[2] * DISTANCE]),
    up: point(up),
  }
}

/**
 * plotly's orthographic camera shows two units of its world over the height of the panel (gl-plot3d: ortho(-r, r, -1, 1)), so
 * the block's size on the screen is set by the aspect ratio alone: factor from units of the block to units of that world.
 */
export function worldPerUnit(view: Pick<View, 'scale' | 'height'>): number {
  return view.scale / (view.height / 2)
}
