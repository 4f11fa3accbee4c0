/** Whether flat points fill whole lines, as the circles of a drop's wave do: no search can list them, so none should try. */
import type { Box, Landscape } from '../landscape.ts'
import type { Boxes } from './boxes.ts'
import { curvature } from './classify.ts'
import { classifyFlat } from './flat-point.ts'
import { apart, Places } from './places.ts'
import { diagonal } from './scene.ts'

/** Boxes of a list that are looked into, and how many of them must hold degenerate points of their own. */
const LOOKED = 40
const MANY = 28
/** A point belongs to a box when it is no further from its middle than this many of its diagonals. */
const REACH = 4
/** Steps at most across a line; a handful are usual. */
const STEPS = 30
/** A slope this small beside curvature times size is none. */
const NO_SLOPE = 1e-9

/**
 * Looks into some boxes of the plane that bounds could not decide, spread evenly over the list: true where most of them have a degenerate
 * point at hand, each another one. Isolated degenerate points are few, and a box close to a sound point does not count.
 */
export function* onLines(landscape: Landscape, boxes: Boxes, domain: Box): Generator<undefined, boolean, void> {
  const size = diagonal(domain)
  const [lo, hi] = [new Float64Array(domain.length), new Float64Array(domain.length)]
  const places = new Places(domain, 1e-4)
  for (let k = 0; k < LOOKED; k++) {
    boxes.read(Math.floor((k * boxes.count) / LOOKED), lo, hi)
    const middle = Array.from(lo, (v, i) => v + (hi[i] - v) / 2)
    const at = across(landscape, middle, size)
    yield undefined
    const close = at !== undefined && apart({ x: middle }, at) <= REACH * Math.hypot(...lo.map((v, i) => hi[i] - v))
    if (close && classifyFlat(landscape, at, size).kind === 'degenerate') places.add(at[0], at[1])
    if (places.count + LOOKED - k - 1 < MANY) return false
  }
  return true
}

/**
 * Newton's method in the direction of the strongest curvature alone, which leads from `from` straight across to a line of flat points and
 * not along it; undefined where the slope does not vanish there.
 */
function across(landscape: Landscape, from: readonly number[], size: number): Float64Array | undefined {
  const x = Float64Array.from(from)
  const gradient = new Float64Array(2)
  const hessian = new Float64Array(4)
  for (let k = 0; k < STEPS; k++) {
    landscape.hessian(x, gradient, hessian)
    const { eigenvalues, eigenvectors } = curvature(hessian, 2)
    if (eigenvalues.length === 0) return undefined
    const strongest = Math.abs(eigenvalues[0]) > Math.abs(eigenvalues[1]) ? 0 : 1
    const top = Math.abs(eigenvalues[strongest])
    if (Math.hypot(gradient[0], gradient[1]) <= NO_SLOPE * top * size) return x
    const [vx, vy] = eigenvectors[strongest]
    const step = (vx * gradient[0] + vy * gradient[1]) / eigenvalues[strongest]
    x[0] -= step * vx
    x[1] -= step * vy
  }
  return undefined
}
